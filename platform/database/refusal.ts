/** Something the operator must mend before the database can be used. The message says what happened and what to do. */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal'
}
