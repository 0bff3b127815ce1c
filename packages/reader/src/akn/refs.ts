import type { Citation, CitationReading, Cited } from '../citations/citation.ts'
import type { Language } from '../languages.ts'
import type { Place } from '../notes.ts'
import { type ActorRow, actorOf, organization } from './actors.ts'
import { dateOrUnknown, unknownDate, workOf } from './names.ts'
import type { Stretch } from './prose.ts'

/** The citations in a text that stands at a place of a unit: `ref` elements with what they name. */
export type RefsAt = (place: Place, text: string, footnote: string | null) => readonly Stretch[]

/** Where the documents of the United Nations are found by their symbols, in a language. */
const bySymbol = (symbol: string, language: Language) =>
  `https://undocs.org/${language}/${encodeURI(symbol).replaceAll('#', '%23')}`

/**
 * What a citation leads to: the IRI of a resolution or decision whose body and date the text tells, else the document
 * by its symbol. Null where neither is known.
 */
function hrefOf(names: Cited | null, language: Language, actors: readonly ActorRow[]): string | null {
  switch (names?.type) {
    case 'act': {
      const { act, body, number, symbol, date } = names
      const actor = actorOf(body, symbol ?? '', actors)
      const day = dateOrUnknown(date)
      if (actor !== organization && day !== unknownDate) return workOf(act, actor, day, number)
      return symbol === null ? null : bySymbol(symbol, language)
    }
    case 'document':
    case 'official-records':
      return names.symbols[0] === undefined ? null : bySymbol(names.symbols[0], language)
    default:
      return null
  }
}

/** Looks citations up by unit and by where they stand. Those that overlap one before them are left out. */
export function refsOf(
  reading: CitationReading | undefined,
  language: Language,
  actors: readonly ActorRow[],
): (unit: string) => RefsAt {
  const byPlace = new Map<string, Citation[]>()
  for (const citation of reading?.citations ?? []) {
    const { unit, line, footnote } = citation.place
    const key = `${unit}\n${line} ${footnote ?? ''}`
    const same = byPlace.get(key)
    if (same) same.push(citation)
    else byPlace.set(key, [citation])
  }
  return (unit) =>
    ({ line }, text, footnote) => {
      let last = 0
      const here = byPlace.get(`${unit}\n${line} ${footnote ?? ''}`) ?? []
      return here.flatMap(({ place: { start, end }, asWritten, names }) => {
        const href = hrefOf(names, language, actors)
        if (href === null || start < last || end <= start || text.slice(start, end) !== asWritten) return []
        last = end
        return [{ name: 'ref', start, end, attributes: { href } }]
      })
    }
}
