/** The door of forms as browsers send them. */
export { bytesOf } from './files.ts'
export { keyOf } from './key.ts'
