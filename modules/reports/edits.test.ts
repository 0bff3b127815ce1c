import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { generatedAt, withEdits } from './edits.ts'
import { layOut } from './layout.ts'
import type { Edit } from './report.ts'
import { textOf } from './sheet.ts'
import { factsFor } from './testing/sample-register.ts'
import { inEnglish } from './words.ts'

const report = compile(factsFor(22), inEnglish)
const [entry] = report.entries
const edit = (place: string, words: string, generated = generatedAt(report, place) ?? ''): Edit => ({
  place,
  generated,
  words,
  by: 'person:1',
  at: '2013-03-01T09:00:00.000Z',
})

test('every passage has a name of its own', () => {
  const names = Object.values(report.places).flat()
  expect(names).toHaveLength(report.summary.length + report.introduction.length + report.actionRequired.length)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(generatedAt(report, name)).toMatch(/\S/)
  expect(generatedAt(report, 'summary/none')).toBeNull()
  expect(generatedAt(report, 'remark/none')).toBeNull()
})

test('words of the office stand in the place of the generated ones, which are kept beside', () => {
  const edited = withEdits(report, [edit('introduction/how', 'Read this first.')], inEnglish)
  expect(edited.introduction[0]).toBe('Read this first.')
  expect(edited.edits[0]).toMatchObject({ generatedNow: report.introduction[0], outdated: false })
  expect(textOf(layOut(edited, inEnglish)).join('\n')).toContain('1 passage of the present report was written by')
  expect(edited.words.count).toBeLessThan(report.words.count)
})

test('a remark stands with its entry', () => {
  const edited = withEdits(report, [edit(`remark/${entry!.mandate}`, 'A word on this.')], inEnglish)
  expect(edited.entries[0]?.remark).toBe('A word on this.')
  expect(textOf(layOut(edited, inEnglish))).toContain('A word on this.')
})

test('it is said where the generated words have changed since, or are gone', () => {
  const old = withEdits(report, [edit('summary/content', 'Mine.', 'What was there before.')], inEnglish)
  expect(old.summary[1]).toBe('Mine.')
  expect(old.edits[0]?.outdated).toBe(true)
  const gone = withEdits(report, [edit('summary/reported', 'Mine.', 'It was there.')], inEnglish)
  expect(gone.summary).toEqual(report.summary)
  expect(gone.edits[0]).toMatchObject({ generatedNow: null, outdated: true })
})
