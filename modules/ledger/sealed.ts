/** Tables of a room that are only added to and whose rows the ledger seals, with the columns that go into the seal. */
export interface Sealed<Table extends string> {
  /** The schema of the room. */
  readonly room: string
  readonly columns: Readonly<Record<Table, readonly string[]>>
  /** Column that names a row where it is not `key`. */
  readonly keys?: Readonly<Partial<Record<Table, string>>>
}

/** A row and its fingerprint: any change to it gives another. */
export interface Seal<Table extends string = string> {
  readonly table: Table
  readonly key: string
  readonly seal: string
}
