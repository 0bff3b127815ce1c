import type { Language } from '../languages.ts'

const reach = 20_000

/** Words that are common in one of the three languages in Latin letters and rare in the others. */
const telling: readonly { readonly language: Language; readonly words: ReadonlySet<string> }[] = [
  { language: 'en', words: new Set(['the', 'of', 'and', 'to', 'in', 'that', 'for', 'its', 'with', 'by']) },
  { language: 'fr', words: new Set(['le', 'les', 'des', 'du', 'et', 'à', 'au', 'aux', 'une', 'dans', 'sur', 'par']) },
  { language: 'es', words: new Set(['el', 'los', 'del', 'las', 'y', 'al', 'una', 'en', 'por', 'con', 'que', 'para']) },
]

/** The official language of a text, by its script and, in Latin letters, by its commonest words. English where nothing tells. */
export function languageOf(text: string): Language {
  const head = text.slice(0, reach)
  const share = (pattern: RegExp) => head.match(pattern)?.length ?? 0
  const scripts: readonly { readonly language: Language; readonly letters: number }[] = [
    { language: 'ar', letters: share(/\p{Script=Arabic}/gu) },
    // one Chinese character says about as much as three letters
    { language: 'zh', letters: share(/\p{Script=Han}/gu) * 3 },
    { language: 'ru', letters: share(/\p{Script=Cyrillic}/gu) },
    { language: 'en', letters: share(/\p{Script=Latin}/gu) },
  ]
  const main = [...scripts].sort((a, b) => b.letters - a.letters)[0]!
  if (main.language !== 'en') return main.language
  const words = head.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = telling.map(({ language, words: known }) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  }))
  return counts.sort((a, b) => b.count - a.count)[0]!.language
}
