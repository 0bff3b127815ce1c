import { DataTable, useWords } from '#web'
import type { Difference } from './reading-differences.ts'

interface Props {
  readonly rows: readonly Difference[]
  /** Whose readings they are. */
  readonly one: string
  readonly other: string
  /** Said where there is no difference. */
  readonly none?: string
}

/** Where two readings of a paragraph differ, part by part. */
export function Differences({ rows, one, other, none }: Props) {
  const words = useWords()
  if (rows.length === 0) return none ? <p>{none}</p> : null
  const shown = (row: Difference, value: string | null) => {
    if (value === null) return words('readings.no-such-clause')
    if (row.part === 'force') return words(`force.${value}`)
    if (row.part === 'report' && value === '+') return words('readings.a-report')
    return value === '' ? words('reading.none') : value
  }
  return (
    <DataTable
      caption={words('readings.differences')}
      rows={rows}
      keyOf={(row) => `${row.verb} ${row.part} ${row.one} ${row.other}`}
      columns={[
        {
          key: 'part',
          title: words('readings.part'),
          heads: true,
          cell: (row) => words('readings.part-of', { verb: row.verb, part: words(`readings.parts.${row.part}`) }),
        },
        { key: 'one', title: one, wide: true, cell: (row) => shown(row, row.one) },
        { key: 'other', title: other, wide: true, cell: (row) => shown(row, row.other) },
      ]}
    />
  )
}
