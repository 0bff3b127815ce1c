import type { Language } from '../languages.ts'

/** How much of a text is looked at; the rest only where the first part leaves doubt. */
const reaches = [2_000, 8_000] as const

/** Words that are common in one of the three languages in Latin letters and rare in the others. */
const telling: readonly { readonly language: Language; readonly words: ReadonlySet<string> }[] = [
  { language: 'en', words: new Set(['the', 'of', 'and', 'to', 'in', 'that', 'for', 'its', 'with', 'by']) },
  { language: 'fr', words: new Set(['le', 'les', 'des', 'du', 'et', 'à', 'au', 'aux', 'une', 'dans', 'sur', 'par']) },
  { language: 'es', words: new Set(['el', 'los', 'del', 'las', 'y', 'al', 'una', 'en', 'por', 'con', 'que', 'para']) },
]

/** Up to four letters of Latin in lower case as one number, eight bits each. */
const packed = (word: string) => [...word].reduce((all, letter) => (all << 8) | (letter.charCodeAt(0) - 0x60), 0)
const longestWord = 4

const places = new Map<number, number[]>()
telling.forEach(({ words }, place) => {
  for (const word of words) places.set(packed(word), [...(places.get(packed(word)) ?? []), place])
})

/** What the signs of a text are: letters by script, and words by their place in `telling`. */
interface Tally {
  readonly arabic: number
  readonly chinese: number
  readonly cyrillic: number
  readonly latin: number
  readonly words: readonly number[]
}

/** Counts letters by the blocks of Unicode, and the telling words among those in Latin letters. */
function tallyOf(text: string, end: number): Tally {
  let [arabic, chinese, cyrillic, latin] = [0, 0, 0, 0]
  const words = telling.map(() => 0)
  let word = 0
  let letters = 0
  for (let at = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 0
    const lower = code | 0x20
    if ((lower >= 0x61 && lower <= 0x7a) || (code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7)) {
      latin++
      letters += code < 0x100 ? 1 : longestWord + 1
      word = (word << 8) | (lower - 0x60)
      continue
    }
    if (letters > 0 && letters <= longestWord) for (const place of places.get(word) ?? []) words[place]!++
    word = letters = 0
    if (code < 0x400) continue
    if (code < 0x530) cyrillic++
    else if ((code >= 0x620 && code < 0x660) || (code >= 0x66e && code < 0x780) || (code >= 0xfb50 && code < 0xff00))
      arabic++
    else if ((code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00)) chinese++
  }
  return { arabic, chinese, cyrillic, latin, words }
}

/** Whether one script, and one language in Latin letters, is so far ahead that the rest of a text would change nothing. */
function settled({ arabic, chinese, cyrillic, latin, words }: Tally): boolean {
  const all = arabic + chinese + cyrillic + latin
  const most = Math.max(arabic, chinese, cyrillic, latin)
  const [first = 0, second = 0] = words.toSorted((a, b) => b - a)
  return most >= 500 && most * 10 >= all * 9 && (most > latin || (first >= 20 && first >= second * 4))
}

/** The official language of a text, by its script and, in Latin letters, by its commonest words. English where nothing tells. */
export function languageOf(text: string): Language {
  let tally = tallyOf(text, Math.min(text.length, reaches[0]))
  if (text.length > reaches[0] && !settled(tally)) tally = tallyOf(text, Math.min(text.length, reaches[1]))
  // one Chinese character says about as much as three letters
  const { arabic, chinese, cyrillic, latin, words } = tally
  const most = Math.max(arabic, chinese * 3, cyrillic, latin)
  if (most === 0) return 'en'
  if (arabic === most) return 'ar'
  if (chinese * 3 === most) return 'zh'
  if (cyrillic === most) return 'ru'
  return telling[words.indexOf(Math.max(...words))]!.language
}
