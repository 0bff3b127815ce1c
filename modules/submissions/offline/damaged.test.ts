import { beforeAll, expect, test } from 'vitest'
import type { Answers } from '../answer.ts'
import { questionsOf } from '../answers.ts'
import type { Form } from '../form.ts'
import { type OfflineFormat, offlineFormats, type Unread } from '../offline.ts'
import { answeredSample } from '../testing/answered-sample.ts'
import { cuts, type Damaged, flips, foreign, reworded } from '../testing/damaged.ts'
import { damagedDocx } from '../testing/damaged-docx.ts'
import { damagedHtml } from '../testing/damaged-html.ts'
import { damagedXlsx } from '../testing/damaged-xlsx.ts'
import { readSample, sampleMark, writtenSample } from '../testing/papers.ts'
import { sampleForm } from '../testing/sample-form.ts'
import { type Mark, markInWords } from './mark.ts'

const answers = answeredSample('en')
const good = {} as Record<OfflineFormat, Uint8Array>
beforeAll(async () => {
  for (const format of offlineFormats) good[format] = await writtenSample(format, 'en', answers)
})

/** The form as it was issued again: one question says something else, one is gone, one is new. */
const again: Form = {
  ...sampleForm,
  sections: sampleForm.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap((question) =>
      question.id === 'q10'
        ? [{ ...question, id: 'q11', same: '2012-1/q11' }]
        : question.id === 'q4'
          ? [{ ...question, label: { en: 'Number of cases in the last five years' } }]
          : [question],
    ),
  })),
}

/** Marks that say something else: of another State, another call, another version, changed by hand, gone, of two forms. */
function marked(format: OfflineFormat): readonly Damaged[] {
  const mark = sampleMark('en')
  const now = markInWords(mark)
  const as = (name: string, to: string, refused: readonly Unread['code'][]): Damaged => ({
    name: `${format} ${name}`,
    bytes: reworded(format, good[format], now, to),
    refused,
  })
  const other = (change: Partial<Mark>) => markInWords({ ...mark, ...change })
  return [
    as('made for another State', other({ invitation: 5 }), ['other-invitee']),
    as('made for another call', other({ call: '2012-2' }), ['other-call']),
    as('made for a version that never was', other({ version: 7 }), ['other-version']),
    as('with its mark changed by hand', now.replace('/4 ', '/5 '), ['damaged']),
    as('without its mark', format === 'html' ? 'x' : '', ['not-our-form']),
    as('with a mark of two', `${now} ${other({ invitation: 5 })}`, ['other-invitee', 'damaged']),
    {
      name: `${format} for the version before`,
      bytes: good[format],
      version: 2,
      left: ['q4', 'q11'],
      told: ['other-version', 'other-version q4 left', 'question-gone q11 left', 'question-unknown'],
      written: ['not_applicable'],
    },
  ]
}

const summary = ({ code, question, weight }: Unread): readonly string[] =>
  question === null ? [code] : [code, `${code} ${question}`, `${code} ${question} ${weight}`]

async function look(one: Damaged): Promise<void> {
  const { name } = one
  const form = one.version === 2 ? again : sampleForm
  const { report, answers: read } = await readSample(one.bytes, form, one.version ?? 1, sampleForm)
  expect(
    report.unread.every(({ asWritten }) => (asWritten ?? '').length <= 300),
    name,
  ).toBe(true)
  if (report.refused) {
    expect(one.refused ?? [], name).toContain(report.unread[0]!.code)
    expect(report, name).toMatchObject({ taken: [], empty: [], replaced: [] })
    expect(
      report.unread.map(({ weight }) => weight),
      name,
    ).toEqual(['refused'])
    expect(read, name).toEqual({})
    return
  }
  expect(one.refused === undefined || one.orWhole, name).toBe(true)
  // what is kept is what is told as taken, and every question is told once
  const questions = questionsOf(form).map(({ id }) => id)
  expect(Object.keys(read).sort(), name).toEqual([...report.taken].sort())
  const left = questions.filter((id) => !report.taken.includes(id) && !report.empty.includes(id))
  expect(
    report.taken.filter((id) => report.empty.includes(id)),
    name,
  ).toEqual([])
  expect([...left].sort(), name).toEqual([...(one.left ?? [])].sort())
  for (const id of left) {
    expect(
      report.unread.some(({ question, weight }) => question === id && weight === 'left'),
      `${name}: ${id}`,
    ).toBe(true)
  }
  expect(
    report.empty.filter((id) => id !== 'q8'), // files are added online
    name,
  ).toEqual(one.empty ?? [])
  // nothing else is another than it was
  for (const id of report.taken) {
    if (one.other?.includes(id)) expect(read[id], `${name}: ${id}`).not.toEqual((answers as Answers)[id])
    else expect(read[id], `${name}: ${id}`).toEqual((answers as Answers)[id])
  }
  const told = report.unread.flatMap(summary)
  for (const wanted of one.told ?? []) expect(told, name).toContain(wanted)
  for (const words of one.written ?? []) {
    expect(report.unread.map(({ asWritten }) => asWritten).join(' / '), name).toContain(words)
  }
  // and nothing is told that is not so
  const codes = new Set((one.told ?? []).map((wanted) => wanted.split(' ')[0]))
  expect(
    report.unread.map(({ code }) => code).filter((code) => !codes.has(code)),
    name,
  ).toEqual([])
}

const kinds: readonly (readonly [string, () => readonly Damaged[]])[] = [
  ['files of other kinds', foreign],
  ['files cut off', () => offlineFormats.flatMap((format) => cuts(format, good[format]))],
  ['files with a byte changed', () => offlineFormats.flatMap((format) => flips(format, good[format], 12))],
  ['files of another State, call or version', () => offlineFormats.flatMap(marked)],
  ['Word files', () => damagedDocx(good.docx)],
  ['workbooks', () => damagedXlsx(good.xlsx)],
  ['pages', () => damagedHtml(good.html)],
]

test.each(kinds)(
  '%s: each is refused, or read in part with all that was not named',
  { timeout: 120_000 },
  async (_, files) => {
    const wrong: string[] = []
    for (const one of files()) {
      await look(one).catch((error: Error) => wrong.push(error.message.split('\n').slice(0, 14).join('\n')))
    }
    expect(wrong).toEqual([])
  },
)

test('they are 200 and more', () => {
  const names = kinds.flatMap(([, files]) => files().map(({ name }) => name))
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(200)
})
