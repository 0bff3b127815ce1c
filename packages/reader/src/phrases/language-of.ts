import type { Language } from '../languages.ts'

const reach = 8_000

/** Words that are common in one of the three languages in Latin letters and rare in the others. */
const telling: readonly { readonly language: Language; readonly words: ReadonlySet<string> }[] = [
  { language: 'en', words: new Set(['the', 'of', 'and', 'to', 'in', 'that', 'for', 'its', 'with', 'by']) },
  { language: 'fr', words: new Set(['le', 'les', 'des', 'du', 'et', 'à', 'au', 'aux', 'une', 'dans', 'sur', 'par']) },
  { language: 'es', words: new Set(['el', 'los', 'del', 'las', 'y', 'al', 'una', 'en', 'por', 'con', 'que', 'para']) },
]

const languagesOfWord = new Map<string, Language[]>()
for (const { language, words } of telling)
  for (const word of words) languagesOfWord.set(word, [...(languagesOfWord.get(word) ?? []), language])
const longestWord = Math.max(...[...languagesOfWord.keys()].map((word) => word.length))

type Script = 'ar' | 'zh' | 'ru' | 'en'

/** The script of a code unit that is a letter, by the blocks of Unicode; null for all others. */
function scriptOf(code: number): Script | null {
  if (code < 0x250) {
    const ascii = code | 0x20
    return (ascii >= 0x61 && ascii <= 0x7a) || (code >= 0xc0 && code !== 0xd7 && code !== 0xf7) ? 'en' : null
  }
  if (code >= 0x400 && code < 0x530) return 'ru'
  if ((code >= 0x620 && code < 0x660) || (code >= 0x66e && code < 0x780) || (code >= 0xfb50 && code < 0xff00))
    return 'ar'
  return (code >= 0x3400 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00) ? 'zh' : null
}

/** The official language of a text, by its script and, in Latin letters, by its commonest words. English where nothing tells. */
export function languageOf(text: string): Language {
  const end = Math.min(text.length, reach)
  const letters = { ar: 0, zh: 0, ru: 0, en: 0 }
  const words = new Map<Language, number>()
  let start = -1
  for (let at = 0; at <= end; at++) {
    const script = at < end ? scriptOf(text.charCodeAt(at)) : null
    if (script) letters[script]++
    if (script === 'en') {
      if (start < 0) start = at
    } else if (start >= 0) {
      if (at - start <= longestWord)
        for (const language of languagesOfWord.get(text.slice(start, at).toLowerCase()) ?? [])
          words.set(language, (words.get(language) ?? 0) + 1)
      start = -1
    }
  }
  // one Chinese character says about as much as three letters
  const scripts: readonly (readonly [Script, number])[] = [
    ['ar', letters.ar],
    ['zh', letters.zh * 3],
    ['ru', letters.ru],
    ['en', letters.en],
  ]
  const most = scripts.reduce((main, one) => (one[1] > main[1] ? one : main))
  if (most[0] !== 'en') return most[1] > 0 ? most[0] : 'en'
  return telling.reduce((main, one) => ((words.get(one.language) ?? 0) > (words.get(main.language) ?? 0) ? one : main))
    .language
}
