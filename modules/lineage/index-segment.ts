/**
 * Part of an index: a fixed set of paragraphs as flat arrays, made once and never changed, so that threads can share
 * them. A text is what all paragraphs of the same words have in common; it goes by its number in the segment.
 */
export interface Segment {
  /** Grams of each text, each counted once. */
  readonly sizes: Uint32Array
  /** Hashes of each text as a whole. */
  readonly wholeHigh: Uint32Array
  readonly wholeLow: Uint32Array
  /** Where the places of a text begin in `placeUnit` and `placeN`; one entry more than there are texts. */
  readonly placesFrom: Uint32Array
  /** The unit of each place, by its number in the segment, and the place among the pieces of its document. */
  readonly placeUnit: Uint32Array
  readonly placeN: Uint32Array
  /** The grams by the first bits of their hash: equal slices, as many as a power of two. */
  readonly slices: readonly Slice[]
}

/** Grams whose hashes begin alike, in buckets by further bits, and the texts that have them. */
export interface Slice {
  /** Where the grams of a bucket begin; one entry more than there are buckets, which are as many as a power of two. */
  readonly buckets: Uint32Array
  /**
   * Two numbers a gram, beside each other because they are looked at together: the lower half of its hash; then, with the
   * top bit set, the number of the only text that has it, else where its list begins in `texts`.
   */
  readonly grams: Uint32Array
  /** Lists: how many texts, then their numbers, rising. */
  readonly texts: Uint32Array
}

/** Set in `Slice.grams` where a gram has one text alone. */
export const onlyText = 0x8000_0000

/** Numbers that threads can share. */
export const shared = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(4 * length))
