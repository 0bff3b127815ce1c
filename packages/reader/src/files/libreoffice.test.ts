import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OutlineItem, outlineOf, readText } from '../index.ts'
import { arabic, english } from './testing/sample.ts'
import { readWhole, shapeOf } from './testing/shape.ts'

const corpus = new URL('../../../../../shared/corpus/akn/', import.meta.url)
const program = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path))
const languages = ['ar', 'zh', 'en', 'es', 'fr', 'ru']
const patient = 300_000

/** What a reader of the text sees: places and runs of blanks aside. */
const shape = ({ kind, path, level, opening, text, footnotes }: OutlineItem) =>
  [kind, path, level, opening, text.replace(/\s+/g, ' '), ...footnotes].join(' | ')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'resolute-office-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Files saved anew by LibreOffice, in one go. */
function saved(form: string, names: readonly string[], filter: readonly string[] = []): (name: string) => Uint8Array {
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const paths = names.map((name) => join(folder, name))
  const out = join(folder, `as-${form.slice(0, 4)}`)
  execFileSync(program ?? '', ['--headless', profile, '--convert-to', form, ...filter, '--outdir', out, ...paths], {
    stdio: 'ignore',
    timeout: patient,
  })
  return (name) => readFileSync(join(out, name.replace(/\w+$/, form.split(':')[0]!)))
}

describe.skipIf(!program)('files of LibreOffice (left out where it is not installed)', () => {
  test.skipIf(!existsSync(corpus))(
    'Word files of twelve texts in six languages give the outline of their text (left out where ../shared is not there)',
    async () => {
      const texts = new Map(
        languages.flatMap((language) => {
          const home = new URL(`${language}/`, corpus)
          const names = readdirSync(home).filter((name) => name.endsWith('.txt'))
          return [names[20]!, names[90]!].map((name) => [
            `${language}-${name}`,
            readFileSync(new URL(name, home), 'utf8'),
          ])
        }) as [string, string][],
      )
      for (const [name, text] of texts) writeFileSync(join(folder, name), text)
      const word = saved('docx:MS Word 2007 XML', [...texts.keys()], ['--infilter=Text (encoded):UTF8,LF,,,'])
      expect(texts.size).toBe(12)
      for (const [name, text] of texts) {
        const of = (tree: Parameters<typeof outlineOf>[0]) =>
          outlineOf(tree).units.flatMap(({ items }) => items.map(shape))
        expect(of((await readWhole(word(name))).tree), name).toEqual(of(readText(text)))
      }
    },
    patient,
  )

  test(
    'numbers, footnotes, tracked changes and Arabic survive being saved by it, and a PDF of it has the Arabic in order',
    async () => {
      writeFileSync(join(folder, 'en.docx'), await english.docx())
      writeFileSync(join(folder, 'ar.docx'), await arabic.docx())
      const word = saved('docx', ['en.docx', 'ar.docx'])
      const pdf = saved('pdf', ['ar.docx'])
      const wanted = shapeOf((await readWhole(arabic.text)).tree)
      expect(shapeOf((await readWhole(word('ar.docx'))).tree)).toEqual(wanted)
      expect(shapeOf((await readWhole(pdf('ar.docx'))).tree)).toEqual(wanted)
      expect(shapeOf((await readWhole(word('en.docx'))).tree)).toEqual(shapeOf((await readWhole(english.text)).tree))
    },
    patient,
  )
})
