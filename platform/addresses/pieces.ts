/** Words said in a sentence that lead somewhere. */
export interface LinkedWords {
  readonly words: string
  readonly links: readonly { readonly words: string; readonly address: string }[]
}

/** Pieces of a sentence, each with where it leads. Links stand in the order of their words; what is not found is left. */
export function piecesOf({ words, links }: LinkedWords): readonly {
  readonly words: string
  readonly address: string | null
}[] {
  const pieces: { words: string; address: string | null }[] = []
  let from = 0
  for (const { words: linked, address } of links) {
    const at = linked === '' ? -1 : words.indexOf(linked, from)
    if (at < 0) continue
    if (at > from) pieces.push({ words: words.slice(from, at), address: null })
    pieces.push({ words: linked, address })
    from = at + linked.length
  }
  return from < words.length ? [...pieces, { words: words.slice(from), address: null }] : pieces
}
