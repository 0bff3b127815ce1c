import { type Cell, type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import type { GraphNode, Target, TextLinks, TextList } from './citation.ts'
import english from './messages/en.json' with { type: 'json' }

const say = speakFrom([english])

const column = <Row>(key: string, value: (row: Row) => Cell, width?: number): Column<Row> => ({
  key,
  title: say(`citations.column.${key}`),
  value,
  width,
})

/** One row for each text that another cites. */
export function linksTable(links: readonly TextLinks[]): Table {
  const rows = links.flatMap(({ from, to }) => to.map((cited) => ({ from, cited })))
  type Row = { readonly from: GraphNode; readonly cited: GraphNode }
  const columns: readonly Column<Row>[] = [
    column('from', ({ from }) => from.id, 32),
    column('to', ({ cited }) => cited.id, 32),
    column('label', ({ cited }) => cited.label, 40),
    column('kind', ({ cited }) => cited.kind, 12),
    column('body', ({ cited }) => cited.body, 32),
    column('year', ({ cited }) => cited.year, 6),
    column('times', ({ cited }) => cited.times, 6),
    column('registered', ({ cited }) => cited.found !== null, 10),
  ]
  return tableOf('citations', columns, rows)
}

/** The number of an act stands in front, since the end of a cell may be cut off. */
const numberFirst = ({ act, number, body, label }: Target): string =>
  act !== null && body !== null && label === `${body} ${act} ${number}` ? `${act} ${number}, ${body}` : label

/** What a text cites, or what cites it, for a terminal. */
export function textsTable({ rows }: TextList, where: (row: TextList['rows'][number]) => string): Table {
  const columns: readonly Column<TextList['rows'][number]>[] = [
    column('year', ({ target }) => target.year, 6),
    column('label', ({ target }) => numberFirst(target), 40),
    column('times', ({ times }) => times, 6),
    column('registered', ({ target: { found } }) => found && [found.document, found.unit ?? []].flat().join('#'), 30),
    column('where', where, 44),
  ]
  return tableOf('citations', columns, rows)
}
