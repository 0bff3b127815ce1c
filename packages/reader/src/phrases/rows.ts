import type { VerbRow } from './phrase.ts'

/** A row as it is written down in a table: the words, and a paragraph that opens with them. */
export type VerbEntry = readonly [words: string, example: string]

/** Builds the rows of one table; the id names language, part and words. */
export function verbRows(
  language: string,
  part: VerbRow['part'],
  entries: readonly VerbEntry[],
  takes?: VerbRow['takes'],
): readonly VerbRow[] {
  const letter = part === 'operative' ? 'op' : 'pp'
  return entries.map(([words, example]) => ({
    id: `${language}.${letter}.${words.replaceAll(' ', '-')}`,
    words,
    part,
    ...(takes && { takes }),
    example,
  }))
}
