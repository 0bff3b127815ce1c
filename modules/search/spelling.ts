import type { Language } from '@resolute/reader'
import type { Database } from '#platform/database'
import type { Part } from './opened.ts'
import { alike } from './store-page.ts'
import { usesOf } from './store-places.ts'
import type { Stems } from './store-stems.ts'

/** Forms of words in texts that wait, with how many of them have each: the database knows nothing of these yet. */
export function waitingForms(parts: readonly Part[], languages: readonly Language[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const { segment } of parts) {
    for (const [form, words] of segment.filed?.() ?? []) {
      if (words.some(({ language }) => languages.includes(language))) times.set(form, (times.get(form) ?? 0) + 1)
    }
  }
  return times
}

/** The word of the texts somebody may have meant by one they do not have: the fewest slips away, then the most used. */
export async function meant(
  database: Database,
  stems: Stems,
  form: string,
  languages: readonly Language[],
  waiting: ReadonlyMap<string, number>,
): Promise<string | null> {
  if (!/^\p{L}{3,40}$/u.test(form)) return null
  const most = form.length < 5 ? 1 : 2
  const begun = [...waiting.keys()].filter((word) => Math.abs(word.length - form.length) <= most)
  const near = [...new Set([...(await alike(database, form, languages)), ...begun])]
    .map((word) => ({ word, slips: slipsBetween(form, word) }))
    .filter(({ word, slips }) => word !== form && slips <= most)
  if (near.length === 0) return null
  const least = Math.min(...near.map(({ slips }) => slips))
  const words = near.filter(({ slips }) => slips === least).map(({ word }) => word)
  for (const language of languages) await stems.learn(database, language, words)
  const asked = words.flatMap((word) => {
    return languages.map((language) => ({ word, language, stem: stems.of(language, word).stem }))
  })
  const uses = new Map((await usesOf(database, asked)).map((row) => [`${row.language} ${row.stem}`, row.uses]))
  const usesHere = ({ word, language, stem }: (typeof asked)[number]) =>
    (uses.get(`${language} ${stem}`) ?? 0) + (waiting.get(word) ?? 0)
  return asked.sort((a, b) => usesHere(b) - usesHere(a))[0]?.word ?? null
}

/** Letters added, left out, changed, or changed round (Damerau and Levenshtein, each pair changed round once). */
export function slipsBetween(a: string, b: string): number {
  let two: number[] = []
  let one = Array.from({ length: b.length + 1 }, (_, k) => k)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1] ? 0 : 1
      let least = Math.min(one[k]! + 1, row[k - 1]! + 1, one[k - 1]! + same)
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) least = Math.min(least, two[k - 2]! + 1)
      row.push(least)
    }
    two = one
    one = row
  }
  return one[b.length]!
}
