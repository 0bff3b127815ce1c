import { type Column, type Table, tableOf } from '#platform/tables'
import type { AgreedMatch, AgreedParagraph } from './agreed.ts'
import { columnInWords } from './agreed-words.ts'

type Row = { readonly paragraph: AgreedParagraph; readonly n: number; readonly match: AgreedMatch | null }

const column = (key: string, value: Column<Row>['value'], width?: number): Column<Row> => ({
  key,
  title: columnInWords(key),
  value,
  width,
})

const share = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 10_000) / 10_000

/** A draft beside what was agreed: a row for each match, one for a paragraph without any. */
export function agreedTable(paragraphs: readonly AgreedParagraph[]): Table {
  const columns: readonly Column<Row>[] = [
    column('paragraph', ({ n }) => n, 10),
    column('number', ({ paragraph }) => paragraph.at?.path ?? paragraph.at?.number ?? null, 8),
    column('text', ({ paragraph }) => paragraph.text, 60),
    column('standing', ({ paragraph }) => paragraph.standing, 10),
    column('similarity', ({ match }) => share(match?.similarity), 10),
    column('contained', ({ match }) => share(match?.contained), 10),
    column('agreed', ({ match }) => match?.text ?? null, 60),
    column('times', ({ match }) => match?.times ?? null, 8),
    column('firstUnit', ({ match }) => match?.first.unit ?? null, 24),
    column('firstPath', ({ match }) => match?.first.path ?? null, 8),
    column('firstAdopted', ({ match }) => match?.first.adopted ?? null, 12),
    column('lastUnit', ({ match }) => match?.last.unit ?? null, 24),
    column('lastPath', ({ match }) => match?.last.path ?? null, 8),
    column('lastAdopted', ({ match }) => match?.last.adopted ?? null, 12),
    column('lastDocument', ({ match }) => match?.last.document ?? null, 24),
    column('bodies', ({ match }) => match?.bodies.join(', ') ?? null, 24),
    column('language', ({ match }) => match?.language ?? null, 8),
  ]
  const rows = paragraphs.flatMap((paragraph, i): Row[] => {
    const matches = paragraph.matches.length > 0 ? paragraph.matches : [null]
    return matches.map((match) => ({ paragraph, n: i + 1, match }))
  })
  return tableOf('agreed', columns, rows)
}
