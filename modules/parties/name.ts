/** Leading articles of the official languages that have them; Arabic writes its article into the word. */
const articles = /^(?:the|le|la|les|el|los|las)\s+|^l'/u

/**
 * The form in which names are compared: no case, accents, points or article; one kind of apostrophe, hyphen and space.
 * "The Côte d’Ivoire" and "COTE D'IVOIRE" fold to the same text. Works for all six languages.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s,.;:،]+$/u, '')
    .replace(articles, '')
}
