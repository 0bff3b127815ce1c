/** The door of files: bytes to text. A door of its own, so that the reader itself stays free of everything but text. */
export { type DecodedText, decodeText, largestText, type TextRefusal } from './decode.ts'
