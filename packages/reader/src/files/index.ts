/**
 * The door of files: bytes to text and tree, and what opens archives and XML within bounds. A door of its own, so that
 * the reader itself stays free of everything but text.
 */
export { type AknRefusal, parseXml, readAkomaNtoso } from './akoma-ntoso.ts'
export { type DecodedText, decodeText, largestText, type TextRefusal } from './decode.ts'
export { type FileOptions, type ReadFile, readFile } from './read-file.ts'
export type { FileRefusal, ForeignForm, Form, Refused } from './refusal.ts'
export { childOf, childrenOf, deepestXml, elementsOf, isElement, type NameOf, type XmlElement } from './xml.ts'
export { unpack, type ZipEntry, zipEntries } from './zip.ts'
