/** The door of files: kept by their content beside the database. Knows no module. */
export { fileHeaders } from './answer.ts'
export type { FileFault, Files, KeptFile, Put } from './file.ts'
export { openFiles } from './files.ts'
export { largestGiven, takenTypes } from './taken.ts'
