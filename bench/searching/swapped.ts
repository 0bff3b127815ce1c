import type { LoadedText } from '../../modules/search/testing/store-load.ts'

/** Words met so far, to be put in the place of others. */
const met: string[] = []
const most = 50_000

/** The same text with about one word in fifteen swapped for another of the corpus: always the same for the same copy. */
export function swapped(text: LoadedText, copy: number): LoadedText {
  let state = copy * 7919 + 17
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state
  }
  for (let i = 0; i < text.document.length; i++) state = (state * 31 + text.document.charCodeAt(i)) & 0x7fffffff
  const items = text.items.map((item) => ({
    ...item,
    text: item.text.replace(/\p{L}{4,}/gu, (word) => {
      if (met.length < most) met.push(word)
      return next() % 15 === 0 ? met[next() % met.length]! : word
    }),
  }))
  return { ...text, document: `${text.document}/copy/${copy}`, items }
}
