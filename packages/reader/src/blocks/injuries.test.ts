import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type PageBreak, type PageHead, withPageBreaks } from '../../testing/injuries.ts'
import { seeded } from '../../testing/random.ts'
import { type OutlineItem, outlineOf, readText } from '../index.ts'

const seed = 20110415
const kinds = new Set(['preambular', 'operative', 'subparagraph'])

const paragraphs = (text: string) =>
  outlineOf(readText(text)).units.flatMap(({ items }) => items.filter(({ kind }) => kinds.has(kind)))
const said = ({ kind, path, text }: OutlineItem) => `${kind} ${path} ${text}`

/** What the pages of a text say at their head; a text that names no symbol gets one. */
function headOf(text: string): PageHead {
  const [unit] = outlineOf(readText(text)).units
  const symbol = unit && /^[A-Z]+\/\S+$/.test(unit.id) ? unit.id : 'E/2011/30'
  return { symbol, title: unit?.title ?? null }
}

/**
 * Whether nobody can tell a break from the end of a recital: it stands behind a comma, in a language without capitals at
 * the start of recitals, and what follows is how another recital of these texts opens. Told from the texts alone, without
 * the rules of the reader.
 */
function isUndecidable(line: string, at: number, openings: ReadonlySet<string>): boolean {
  return /[,،，]$/.test(line.slice(0, at)) && !/^\s*[\d(]/.test(line) && openings.has(openingWords(line.slice(at)))
}

const openingWords = (text: string) => /^\s*(\S+)/.exec(text)?.[1] ?? ''

interface Damage {
  readonly paragraphs: readonly string[]
  readonly undecidable: number
}

/** Breaks pages in a text and names the paragraphs that are no longer there with their path and every word. */
function damageTo(text: string, random: () => number, openings: ReadonlySet<string> = new Set()): Damage {
  const before = paragraphs(text)
  const lines = before.map(({ line }) => line - 1)
  const injured = withPageBreaks(text, lines, Math.max(1, Math.ceil(lines.length / 6)), random, {
    head: random() < 0.5 ? headOf(text) : null,
    hyphens: random() < 0.5,
  })
  const source = text.split('\n')
  const undecidable = injured.breaks.filter(({ line, at }: PageBreak) => isUndecidable(source[line]!, at, openings))
  const forgiven = new Set(undecidable.map(({ line }) => line + 1))
  const after = paragraphs(injured.text).map(said)
  const kept = new Set(after)
  const lost = before.filter((one) => !kept.has(said(one)) && !forgiven.has(one.line)).map(said)
  const more = after.length - before.length
  if (lost.length === 0 && (more < 0 || more > undecidable.length)) lost.push(`${more} paragraphs more`)
  return { paragraphs: lost, undecidable: undecidable.length }
}

describe('page breaks and footnotes in the middle of sentences change no path and no text', () => {
  it.each(['E-RES-2012-19', 'E-2011-30-chapter-I'])(
    'of %s, twenty times',
    (name) => {
      const text = readFileSync(new URL(`../../../../samples/${name}.txt`, import.meta.url), 'utf8')
      const random = seeded(seed)
      for (let time = 0; time < 20; time++) expect(damageTo(text, random).paragraphs, `time ${time}`).toEqual([])
    },
    60_000,
  )

  it.each([
    ['a capital behind the break', '1. Requests the organs of the\n\n2\n\nUnited Nations to act;'],
    [
      'a word in the form of a verb',
      '1. Requests the help of all Member\n\n<sup>9</sup> See A/65/92.\n\nStates to act;',
    ],
    ['a comma, and a figure', '1. Recalls resolutions 71/280 of 6 April 2017,\n\n12-45905 2\n\n72/244 and 72/308;'],
    ['a form feed', '1. Requests the Council,\n\n\f\n\nand urges States, to act;'],
    ['the head of a page', '1. Requests the help of\n\nE/RES/2012/19\n\n26 July 2012\n\n12-45905 2\n\nStates to act;'],
    ['a date behind the break', '1. Recalls resolution 65/37 of\n\n12-45905\n\n7 December 2010, and acts;'],
    ['two breaks in one sentence', '1. Recalls the work of the\n\n2\n\nUnited\n\n3\n\nNations Office to act;'],
    ['a verb of a preamble', '1. Proclaims the Year of Mutual\n\n2\n\nUnderstanding;'],
    ['a number that closes a bracket', '1. Takes note of the Convention (number\n\n2\n\n201) and acts;'],
  ])('%s', (_, broken) => {
    expect(paragraphs(`The General Assembly,\n\n${broken}\n\n2. Requests that.`).map(({ path }) => path)).toEqual([
      '1',
      '2',
    ])
  })

  it('words and italics that the page cut are whole again', () => {
    const [first, second] = paragraphs(
      'The General Assembly,\n\n1. Takes note of the *Handbook on\n\n2\n\nCrime*, and of its reso-\n\n3\n\nlution 65/1 on long-\n\n4\n\nstanding disputes;\n\n2. Recalls that resolution.',
    )
    expect(first?.text).toBe(
      'Takes note of the Handbook on Crime, and of its resolution 65/1 on long-standing disputes;',
    )
    expect(second?.path).toBe('2')
  })

  it('a recital that starts behind the break stays one of its own', () => {
    const text =
      'The General Assembly,\n\nRecalling resolution 65/1,\n\n2\n\nNoting resolution 65/2,\n\n1. Requests a report.'
    expect(paragraphs(text)).toHaveLength(3)
  })

  it('a masthead is no head of a page', () => {
    const sheet = (number: number) =>
      `A/RES/65/${number}\n\n65/${number}. On cooperation\n\nThe General Assembly,\n\n1. Requests a report.`
    const { units } = outlineOf(readText(`${sheet(1)}\n\n2\n\n${sheet(2)}`))
    expect(units.map(({ id }) => id)).toEqual(['A/RES/65/1', 'A/RES/65/2'])
  })

  it('where nothing tells whether a recital goes on, a note says so', () => {
    const text = 'Генеральная Ассамблея,\n\nотмечая доклад,\n\n2\n\nподтверждая резолюцию 65/2,\n\n1. просит доклад.'
    expect(readText(text).notes).toMatchObject([{ code: 'break-undecided', place: { line: 7 }, facts: { line: 3 } }])
  })
})

const corpus = new URL('../../../../../shared/corpus/', import.meta.url)

/** Folder, texts broken, and whether a capital tells where a recital starts. */
const folders = [
  ['structure/', 200, true],
  ['akn/ar/', 50, false],
  ['akn/en/', 50, true],
  ['akn/es/', 50, true],
  ['akn/fr/', 50, true],
  ['akn/ru/', 50, false],
  ['akn/zh/', 50, false],
] as const

describe.skipIf(!existsSync(corpus))('texts of the corpus (left out where ../shared is not there)', () => {
  it.each(folders)(
    '%s: %i texts',
    (folder, count, capitals) => {
      const home = new URL(folder, corpus)
      const names = readdirSync(home).filter((name) => name.endsWith('.txt'))
      const step = Math.max(1, Math.floor(names.length / count))
      const chosen = names.filter((_, at) => at % step === 0).slice(0, count)
      const texts = chosen.map((name) => readFileSync(new URL(name, home), 'utf8'))
      const recitals = texts.flatMap((text) => paragraphs(text).filter(({ kind }) => kind === 'preambular'))
      const openings = new Set(capitals ? [] : recitals.map(({ text }) => openingWords(text)))
      const random = seeded(seed)
      const damage = texts.map((text) => damageTo(text, random, openings))
      expect(chosen).toHaveLength(count)
      expect(damage.flatMap((one, at) => one.paragraphs.map((words) => `${chosen[at]}: ${words}`))).toEqual([])
      // what nobody can tell is rare, and never the excuse of the rest
      expect(damage.reduce((sum, { undecidable }) => sum + undecidable, 0)).toBeLessThan(count / 10)
    },
    120_000,
  )
})
