import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { expect, test } from 'vitest'
import { citationsOf } from '../citations/citations-of.ts'
import { readAkomaNtoso } from '../files/akoma-ntoso.ts'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import type { DocumentTree } from '../tree/tree.ts'
import { toAkn } from './to-akn.ts'

/** The schema is not ours to copy: it is looked for beside the project. */
const shared = new URL('../../../../../shared/', import.meta.url)
const schema = new URL('akn/akomantoso30.xsd', shared)
const there = existsSync(schema)
const leftOut = there ? '' : ' (left out: ../shared/akn is not there)'

/** `AKN_TEXTS=all` checks every text of the corpora; without it every fortieth. */
const step = process.env.AKN_TEXTS === 'all' ? 1 : 40

function filesIn(folder: string, ending: RegExp): readonly URL[] {
  const there = new URL(`corpus/${folder}/`, shared)
  return existsSync(there)
    ? readdirSync(there)
        .filter((name) => ending.test(name))
        .filter((_, at) => at % step === 0)
        .map((name) => new URL(name, there))
    : []
}

const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh']
const samples = ['E-RES-2012-19.txt', 'E-2011-30-chapter-I.txt'].map(
  (name) => new URL(`../../../../samples/${name}`, import.meta.url),
)

/** Tells what is wrong with the Akoma Ntoso of each tree; nothing where all is valid and comes back as it was. */
function faults(trees: Iterable<readonly [string, DocumentTree]>): readonly string[] {
  xmlRegisterFsInputProviders()
  using definition = XmlDocument.fromBuffer(readFileSync(schema), { url: fileURLToPath(schema) })
  using validator = XsdValidator.fromDoc(definition)
  const found: string[] = []
  for (const [name, tree] of trees) {
    const written = toAkn(tree, { citations: citationsOf(outlineOf(tree)) })
    const back = readAkomaNtoso(written)
    if (!('tree' in back) || JSON.stringify(back.tree) !== JSON.stringify(tree))
      found.push(`${name}: comes back otherwise`)
    using document = XmlDocument.fromString(written)
    try {
      validator.validate(document)
    } catch (error) {
      found.push(`${name}: ${error}`)
    }
  }
  return found
}

function* textTrees(files: readonly URL[]) {
  for (const file of files) yield [file.pathname, readText(readFileSync(file, 'utf8'))] as const
}

function* markedTrees(files: readonly URL[]) {
  for (const file of files) {
    const read = readAkomaNtoso(readFileSync(file, 'utf8'))
    if ('tree' in read) yield [file.pathname, read.tree] as const
  }
}

test.runIf(there)(`both samples are valid against the schema${leftOut}`, () => {
  expect(faults(textTrees(samples))).toEqual([])
})

test.runIf(there)(`texts of the corpora are valid against the schema${leftOut}`, { timeout: 300_000 }, () => {
  const texts = [
    ...filesIn('structure', /\.txt$/),
    ...languages.flatMap((language) => filesIn(`akn/${language}`, /\.txt$/)),
  ]
  expect(texts.length).toBeGreaterThan(0)
  expect(faults(textTrees(texts))).toEqual([])
})

test.runIf(there)(`published files are valid when written again${leftOut}`, { timeout: 300_000 }, () => {
  const files = languages.flatMap((language) => filesIn(`akn-xml/${language}`, /\.xml$/))
  expect(files.length).toBeGreaterThan(0)
  expect(faults(markedTrees(files))).toEqual([])
})

test.runIf(there)(`odd trees are valid too${leftOut}`, () => {
  const odd = [
    '',
    'A line.',
    '\u0000\ud800 <p> "&',
    'Draft resolution I\nDraft resolution I\nDraft resolution I',
    'The General Assembly,\nI\n1. Decides:\n(a) To act;\nII\n1. Decides;\n<sup>7</sup> A note.\nAnnex\nAnnex',
    'The General Assembly,\n1. Decides:\na\tb\tc\nd\te\tf\n(a) To act;\n(a) To act;\nRecalling its decision,\n1. Decides.',
    '31 February 2012\n77/1. Title\nThe General Assembly,\n1. Acts.\n10th plenary meeting\n31 February 2012',
  ]
  expect(faults(odd.map((text) => [text, readText(text)] as const))).toEqual([])
})
