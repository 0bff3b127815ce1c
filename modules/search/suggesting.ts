import type { Parties } from '#modules/parties'
import type { Database } from '#platform/database'
import { symbolKey } from './place.ts'
import type { Suggestion } from './search.ts'
import { begunWith } from './store-places.ts'

const usual = 8
const mostRows = 20

/** Symbols, titles and actors for what was begun to type. */
export function openSuggesting({ database, parties }: { readonly database: Database; readonly parties: Parties }) {
  return async function suggest(begun: string, limit = usual): Promise<readonly Suggestion[]> {
    const text = begun.replaceAll('\u0000', ' ').trim().slice(0, 100)
    const most = Math.min(Math.max(1, Math.floor(limit) || usual), mostRows)
    if (text.length < 2) return []
    const rows = await begunWith(database, text, symbolKey(text), most)
    const lower = text.toLowerCase()
    const actors = (await parties.directory())
      .actors()
      .filter(({ name, short }) => [...Object.values(name), short ?? ''].some((n) => n.toLowerCase().startsWith(lower)))
      .map(({ id, name }): Suggestion => ({ kind: 'actor', text: name.en, document: null, unit: null, actor: id }))
    const places = rows.map((row): Suggestion => ({ ...row, actor: null }))
    const symbols = places.filter(({ kind }) => kind === 'symbol')
    const titles = places.filter(({ kind }) => kind === 'title')
    // A few of each, so that none crowds the others out; then the rest.
    const few = Math.ceil(most / 3)
    const firsts = [symbols, actors, titles].flatMap((list) => list.slice(0, few))
    const rest = [symbols, actors, titles].flatMap((list) => list.slice(few))
    return [...firsts, ...rest].slice(0, most)
  }
}
