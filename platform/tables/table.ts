export type Cell = string | number | boolean | null

/** One column of a table of `Row`s. `key` names it for programs and never changes, `title` is for people. */
export interface Column<Row> {
  readonly key: string
  readonly title: string
  value(row: Row): Cell
  /** Characters, for a spreadsheet or a terminal; 16 where it is not given. */
  readonly width?: number
}

/** A table as a value, ready to be written in any form. The rows are cells in the order of the columns. */
export interface Table {
  /** Names the file: `obligations`. */
  readonly name: string
  readonly columns: readonly { readonly key: string; readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly Cell[])[]
}

export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return {
    name,
    columns: columns.map(({ key, title, width = 16 }) => ({ key, title, width })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
  }
}
