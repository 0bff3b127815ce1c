import { symbolPattern } from './rules.ts'

const tail = /(?:,? and |, | et | y | и | و ?|、|和)((?:Add|Corr|Rev|Amend)\.\d{1,3}(?:\/(?:Add|Corr|Rev)\.\d{1,3})?)/y
const again = /(?:,? and |, | et | y | и | و ?|、|和|-)(\d{1,3})(?![\p{L}\p{N}/.(]|,\d)/uy
const all = new RegExp(symbolPattern.source, 'gu')

/** A stretch of text that names one document by one or more symbols. */
export interface FoundSymbols {
  readonly start: number
  readonly end: number
  readonly symbols: readonly string[]
}

/** `E/CN.7/2011/6-E/CN.15/2011/6` are two symbols; a hyphen within a session (`A/S-13/2`) divides nothing. */
const split = (written: string) => written.split(/[-−–](?=[A-Z]{1,6}\/)/)

/** Takes off what counts a text within its series: `E/2012/30/Corr.1` belongs to `E/2012/30`. */
const base = (symbol: string) => symbol.replace(/\/(?:Add|Corr|Rev|Amend)\.[^/]*$/, '')

/** Every symbol in a text with what hangs on it: "E/2012/30 and Corr.1 and 2" names three documents. */
export function symbolsIn(text: string): readonly FoundSymbols[] {
  const found: FoundSymbols[] = []
  for (const match of text.matchAll(all)) {
    const written = match[0]
    if (!/\d/.test(written)) continue
    const symbols = split(written)
    let end = match.index + written.length
    const owner = symbols.at(-1)!
    let series: string | null = null
    for (;;) {
      tail.lastIndex = again.lastIndex = end
      const next = tail.exec(text)
      const more: RegExpExecArray | null = next || !series ? null : again.exec(text)
      if (next) {
        symbols.push(`${base(owner)}/${next[1]}`)
        series = next[1]!.replace(/\d+$/, '')
        end = tail.lastIndex
      } else if (more) {
        symbols.push(`${base(owner)}/${series}${more[1]}`)
        end = again.lastIndex
      } else break
    }
    found.push({ start: match.index, end, symbols })
  }
  return found
}
