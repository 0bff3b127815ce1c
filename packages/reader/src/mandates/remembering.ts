/**
 * The same reading of texts, with the last few kept: a paragraph and its chapeau are asked for several times over, as
 * the very same strings, which are told apart without a look at their letters.
 */
export function remembering<Reading>(most: number, read: (text: string) => Reading): (text: string) => Reading {
  const kept: { readonly text: string; readonly reading: Reading }[] = []
  let oldest = 0
  return (text) => {
    for (const one of kept) if (one.text === text) return one.reading
    const reading = read(text)
    kept[oldest] = { text, reading }
    oldest = (oldest + 1) % most
    return reading
  }
}
