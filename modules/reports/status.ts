import type { ReportDuty, Reported } from './report.ts'
import type { Words } from './words.ts'

/** What was reported on a duty, in words: of one who is asked its answer, of a group how many answered what. */
export function statusOfDuty(
  { reported, asked, status }: Pick<ReportDuty, 'reported' | 'asked' | 'status'>,
  words: Words,
): string {
  const [first] = reported
  if (first === undefined) return words('reports.status.no_information')
  if (asked === 1) return words(`reports.status.${status}`)
  const list = countsOf(reported)
    .map(({ status, count }) => words('reports.status.counted', { status: words(`reports.status.${status}`), count }))
    .join(words('reports.comma'))
  return asked === null
    ? words('reports.status.some', { count: reported.length, list })
    : words('reports.status.of', { count: reported.length, asked, list })
}

/** How many reported each status, in the order of the table of transitions. */
function countsOf(reported: readonly Reported[]) {
  const order = ['implemented', 'in_progress', 'not_started', 'overtaken', 'discontinued'] as const
  return order
    .map((status) => ({ status, count: reported.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
}
