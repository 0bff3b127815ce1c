/** The door of addresses: how an id stands in one, and where texts stand on the site. Runs in a browser too. */

export { type LinkedWords, piecesOf } from './pieces.ts'

/** An id as part of an address, percent-encoded part by part: slashes of symbols stay, as in `E/RES/2012/19%2317`. */
export const inAddress = (id: string): string => id.split('/').map(encodeURIComponent).join('/')

/** A document, or one of its units where it has several. */
export function documentAddress(document: string, unit: string = document): string {
  const address = `/documents/${inAddress(document)}`
  return unit === document ? address : `${address}?unit=${encodeURIComponent(unit)}`
}

/** Id of a paragraph's element: `9(a)`, or with its unit in front where the document has several. */
export function paragraphAnchor(document: string, unit: string, path: string): string {
  return unit === document ? path : `${unit.replaceAll(' ', '_')}/${path}`
}

export function paragraphAddress(place: { document: string; unit: string; path: string }): string {
  const anchor = paragraphAnchor(place.document, place.unit, place.path)
  return `${documentAddress(place.document, place.unit)}#${encodeURIComponent(anchor).replaceAll('%2F', '/')}`
}
