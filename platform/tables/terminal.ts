import type { Cell, Table } from './table.ts'

/** A table for a terminal: titles, a rule, aligned columns. A text longer than its column is cut with an ellipsis. */
export function toTerminal(table: Table): string {
  const cells = table.rows.map((row) => row.map(text))
  const titles = table.columns.map(({ title }) => title)
  const widths = table.columns.map(({ width }, i) => {
    const longest = Math.max(titles[i]!.length, ...cells.map((row) => [...row[i]!].length))
    return Math.min(Math.max(width, titles[i]!.length), longest)
  })
  const line = (row: readonly string[]) =>
    `${row
      .map((cell, i) => pad(cell, widths[i]!))
      .join('  ')
      .trimEnd()}\n`
  return [titles, widths.map((width) => '-'.repeat(width)), ...cells].map(line).join('')
}

const text = (cell: Cell): string => (cell === null ? '' : String(cell).replace(/\s+/g, ' '))

function pad(cell: string, width: number): string {
  const characters = [...cell]
  if (characters.length > width) return `${characters.slice(0, width - 1).join('')}…`
  return cell + ' '.repeat(width - characters.length)
}
