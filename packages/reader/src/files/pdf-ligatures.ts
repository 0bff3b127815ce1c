/**
 * Letters that one sign of a font stands for, as the Arabic lam and alef. pdf.js turns a line that runs from right to
 * left letter by letter and so turns these too: `الا` comes out as `اال`. Only the signs themselves tell which they were.
 */
export interface Shown {
  readonly str: string
  readonly dir: string
}

const blank = /\s/
const joinedLetters = /^[\u0590-\u08ff]{2,4}$/u
const reversed = (text: string) => [...text].reverse().join('')

/** Places of a string in letters, without overlap, from the start. */
function placesOf(letters: string, wanted: string): readonly number[] {
  const places: number[] = []
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length)) places.push(at)
  return places
}

/** Turns the joined letters of one line back. `signs` are its signs from left to right, blanks left out. */
function restored(text: string, signs: readonly string[]): string {
  const at: number[] = []
  for (let index = 0; index < text.length; index++) if (!blank.test(text[index]!)) at.push(index)
  const letters = at.map((index) => text[index]!).join('')
  const seen = signs.join('')
  const starts = new Map<number, string>()
  let offset = 0
  for (const sign of signs) {
    starts.set(offset, sign)
    offset += sign.length
  }
  const out = [...text]
  for (const joined of new Set(signs.filter((sign) => joinedLetters.test(sign)))) {
    const turned = reversed(joined)
    // the same letters as two signs are left as they are; counted from the other end, since the line was turned whole
    const shown = placesOf(seen, joined).toReversed()
    const written = placesOf(letters, turned)
    if (shown.length !== written.length) continue
    written.forEach((place, one) => {
      if (starts.get(shown[one]!) !== joined) return
      for (let step = 0; step < joined.length; step++) out[at[place + step]!] = joined[step]!
    })
  }
  return out.join('')
}

const sorted = (text: string) => [...text].sort().join('')

/** The texts of a page with joined letters in their order. `signs` are those of the whole page as they are shown. */
export function withLigatures<One extends Shown>(items: readonly One[], signs: readonly string[]): readonly One[] {
  const inked = signs.filter((sign) => sign.trim() !== '')
  let next = 0
  return items.map((item) => {
    const letters = item.str.replace(/\s+/g, '')
    const own: string[] = []
    let count = 0
    let at = next
    for (; at < inked.length && count < letters.length; at++) {
      own.push(inked[at]!)
      count += inked[at]!.length
    }
    // what does not fit is left as it is, and the rest of the page with it
    if (sorted(own.join('')) !== sorted(letters)) return item
    next = at
    return item.dir === 'rtl' && own.some((sign) => joinedLetters.test(sign))
      ? { ...item, str: restored(item.str, own) }
      : item
  })
}
