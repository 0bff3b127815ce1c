/** The door of Word files: parts that turn with the direction of a language, tracked changes, bytes that depend on the content alone. */
export { type Pen, penFor, type Revision } from './pen.ts'
export { settle } from './settle.ts'
