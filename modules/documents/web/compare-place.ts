import { useWords } from '#web'
import type { RowPiece } from '../compare-rows.ts'

/** The way to a row of the page. */
export const hashOf = (anchor: string): string => `#${encodeURIComponent(anchor).replaceAll('%2F', '/')}`

/** What a paragraph is called: "paragraph 9(a)", "preambular paragraph 3", in a unit where the text has several. */
export function usePlaceInWords(): (piece: RowPiece) => string {
  const words = useWords()
  return ({ kind, path, nth, unit }) => {
    const place = words('compare.place', { kind, path: path ?? 'none', n: nth })
    return unit === null ? place : words('compare.place-in-unit', { unit, place })
  }
}
