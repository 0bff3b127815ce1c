import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { outlineOf } from '../tree/outline-of.ts'
import { readFile } from './read-file.ts'
import { column, pdfOf } from './testing/pdf-file.ts'
import { readWhole } from './testing/shape.ts'

const shared = new URL('../../../../../shared/corpus/pdf/', import.meta.url)
const there = existsSync(new URL('gold_counts.json', shared))

interface Counted {
  readonly file: string
  readonly preambular?: number
  readonly operative?: number
  readonly footnotes?: number
  readonly meeting?: string
  readonly date?: string
}

const counted = there
  ? (JSON.parse(readFileSync(new URL('gold_counts.json', shared), 'utf8')) as readonly Counted[])
  : []

const patient = { timeout: 60_000 }

describe.skipIf(!there)('PDFs of the United Nations (left out where ../shared is not there)', patient, () => {
  test.each(counted)('$file has the paragraphs counted by hand', async ({ file, ...gold }) => {
    const { tree } = await readWhole(new Uint8Array(readFileSync(new URL(file, shared))))
    const [unit, ...others] = outlineOf(tree).units
    expect(others).toEqual([])
    expect(unit?.type).toBe('resolution')
    if (gold.preambular === undefined) return
    const count = (wanted: string) => unit?.items.filter(({ kind }) => kind === wanted).length
    expect({
      preambular: count('preambular'),
      operative: count('operative'),
      footnotes: unit?.footnotes.length,
      ...unit?.adopted,
    }).toMatchObject({
      preambular: gold.preambular,
      operative: gold.operative,
      footnotes: gold.footnotes,
      date: gold.date,
      meeting: gold.meeting,
    })
    expect(tree.notes).toEqual([])
  })
})

const head = (page: number) => [
  { x: 60, y: 760, text: 'A/RES/85/4', size: 8 },
  { x: 540, y: 30, text: `${page}/3`, size: 8 },
  { x: 60, y: 30, text: '31-01234', size: 7 },
]

test('heads and feet go, a paragraph goes on over the page, footnotes stand behind it', patient, async () => {
  const { text } = await readWhole(
    pdfOf([
      [
        { x: 120, y: 740, text: 'A/RES/85/4' },
        { x: 120, y: 700, text: '85/4. Care of archives', size: 14 },
        ...column(144, 670, ['The General Assembly,']),
        ...column(144, 650, ['Recalling its resolution 84/2']),
        { x: 276, y: 653, text: '1', size: 6 },
        { x: 282, y: 650, text: 'and the non-' },
        ...column(120, 638, ['governmental organizations that keep']),
        ...column(100, 110, ['____________'], 8),
        { x: 110, y: 93, text: '1', size: 5 },
        { x: 116, y: 90, text: 'See A/84/3.', size: 8 },
      ],
      [...head(2), ...column(120, 720, ['archives of harbours,']), ...column(144, 700, ['1.  Decides to act;'])],
      [...head(3), ...column(144, 720, ['2.  Requests a report.'])],
    ]),
  )
  expect(text.split('\n').filter(Boolean)).toEqual([
    'A/RES/85/4',
    '85/4. Care of archives',
    'The General Assembly,',
    'Recalling its resolution 84/2<sup>1</sup> and the non-governmental organizations that keep archives of harbours,',
    '<sup>1</sup> See A/84/3.',
    '1. Decides to act;',
    '2. Requests a report.',
  ])
})

test('two columns are read one after the other', patient, async () => {
  const lines = (word: string) => Array.from({ length: 8 }, (_, at) => `${word} line ${at} goes on to the end of it`)
  const { text } = await readWhole(pdfOf([[...column(60, 700, lines('first')), ...column(330, 700, lines('second'))]]))
  expect(text.indexOf('first line 7')).toBeLessThan(text.indexOf('second line 0'))
})

describe('what gives no text is refused', patient, () => {
  const whole = pdfOf([column(100, 700, ['The General Assembly,', '1. Decides to act.'])])
  test('pages without letters', async () => {
    expect(await readFile(pdfOf([[], []]))).toEqual({ refusal: { code: 'no-text', pages: 2 } })
  })
  test('a file cut in the middle', async () => {
    const read = await readFile(whole.slice(0, 200))
    expect(read).toMatchObject({ refusal: { form: 'pdf' } })
  })
  test('a locked file', async () => {
    const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`
    expect(await readFile(pdfOf([column(100, 700, ['secret'])], locked))).toEqual({
      refusal: { code: 'encrypted', form: 'pdf' },
    })
  })
  test('a file that takes too long', async () => {
    expect(await readFile(whole, { seconds: 0.001 })).toEqual({ refusal: { code: 'too-slow', seconds: 0.001 } })
  })
})
