/** The door of files: bytes to text. A door of its own, so that the reader itself stays free of everything but text. */
export { type AknRefusal, deepestXml, looksXml, mostXml, parseXml, readAkomaNtoso } from './akoma-ntoso.ts'
export { type DecodedText, decodeText, largestText, type TextRefusal } from './decode.ts'
