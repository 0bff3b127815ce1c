/** Gives out eIds that are unique in a document and the same whenever the same tree is written again. */
export type Identifiers = (parent: string | null, abbreviation: string, number: string | null) => string

/** A printed number as it goes into an eId: without brackets and stops, case kept (`field.md` 5.3). */
export function numberPart(printed: string): string {
  return printed
    .replace(/[\s/]+/g, '-')
    .replace(/[^\p{L}\p{N}-]+/gu, '')
    .replace(/^-+|-+$/g, '')
}

/**
 * eIds as AKN4UN forms them: `{abbreviation}_{number}` behind the eId of what they stand in. What has no number of its
 * own is counted; a number that comes twice gets a second one behind it, so that the first keeps its eId.
 */
export function identifiers(): Identifiers {
  const taken = new Set<string>()
  const counted = new Map<string, number>()
  return (parent, abbreviation, number) => {
    const front = parent === null ? abbreviation : `${parent}__${abbreviation}`
    const part = number === null ? '' : numberPart(number)
    const named = part === '' ? null : `${front}_${part}`
    if (named !== null && !taken.has(named)) {
      taken.add(named)
      return named
    }
    // unnumbered: para_un_1; numbered again: para_9_2
    const base = named ?? (abbreviation === 'para' || abbreviation === 'point' ? `${front}_un` : front)
    for (let count = (counted.get(base) ?? (named ? 1 : 0)) + 1; ; count++) {
      const id = `${base}_${count}`
      if (taken.has(id)) continue
      counted.set(base, count)
      taken.add(id)
      return id
    }
  }
}
