import { wordsOnSheet } from './layout.ts'
import type { Edit, EditedPassage, Report } from './report.ts'
import { rewritten, wordsOf } from './submitted.ts'
import type { Words } from './words.ts'

/** The most words a single passage may have: a passage is a paragraph, not a report of its own. */
export const longestPassage = 10_000

/** The generated words of a place of a report, `''` for a remark on one of its entries, or null where it has none such. */
export function generatedAt(report: Report, place: string): string | null {
  const remark = /^remark\/(.+)$/.exec(place)?.[1]
  if (remark !== undefined) return report.entries.some(({ mandate }) => mandate === remark) ? '' : null
  for (const part of parts) {
    const index = report.places[part].indexOf(place)
    if (index >= 0) return report[part][index] ?? null
  }
  const paragraph = report.submissions.flatMap(({ paragraphs }) => paragraphs).find((one) => one.place === place)
  return paragraph ? wordsOf(paragraph, report.language) : null
}

const parts = ['summary', 'introduction', 'actionRequired'] as const

/** Puts the words of the office in their places. What was generated is kept beside them, and the length counted anew. */
export function withEdits(generated: Report, edits: readonly Edit[], words: Words): Report {
  if (edits.length === 0) return generated
  const edited = edits.map((edit): EditedPassage => {
    const now = generatedAt(generated, edit.place)
    return { ...edit, generatedNow: now, outdated: now !== edit.generated }
  })
  const byPlace = new Map(edited.map((edit) => [edit.place, edit.words]))
  const written = (part: (typeof parts)[number]): string[] =>
    generated[part].map((sentence, index) => byPlace.get(generated.places[part][index] ?? '') ?? sentence)
  const report: Report = {
    ...generated,
    summary: written('summary'),
    introduction: written('introduction'),
    actionRequired: written('actionRequired'),
    entries: generated.entries.map((entry) => ({ ...entry, remark: byPlace.get(`remark/${entry.mandate}`) ?? null })),
    submissions: generated.submissions.map((chapter) => ({
      ...chapter,
      paragraphs: chapter.paragraphs.map((paragraph) => {
        const own = byPlace.get(paragraph.place)
        return own === undefined ? paragraph : rewritten(paragraph, own, generated.language)
      }),
    })),
    edits: edited,
  }
  return { ...report, words: { ...report.words, count: wordsOnSheet(report, words) } }
}
