import type { Citation, CitationReading, Cited } from '../citations/citation.ts'
import type { Language } from '../languages.ts'
import type { Place } from '../notes.ts'
import { type ActorRow, actorOf, organization } from './actors.ts'
import { dateOrUnknown, unknownDate, workOf } from './names.ts'
import type { Stretch } from './prose.ts'
import { pendingTarget } from './targets.ts'

/** The citations in a text that stands at a place of a unit: `ref` and `rref` elements with what they name. */
export type RefsAt = (place: Place, text: string, footnote: string | null) => readonly Stretch[]

/** Where the documents of the United Nations are found by their symbols, in a language. */
const bySymbol = (symbol: string, language: Language) =>
  `https://undocs.org/${language}/${encodeURI(symbol).replaceAll('#', '%23')}`

/** Where the volumes of the Treaty Series are found. */
const byVolume = (series: 'UNTS' | 'LNTS', volume: string) =>
  `https://treaties.un.org/doc/Publication/UNTS/${series === 'LNTS' ? 'LON/' : ''}Volume%20${volume}/v${volume}.pdf`

/** eId of the component a unit is in, empty where it is the whole document; undefined where there is no such unit. */
export type ComponentOf = (unit: string) => string | undefined

/**
 * What a citation leads to: the IRI of a resolution or decision whose body and date the text tells, else the document
 * by its symbol; the volume of a treaty; a paragraph or another unit of the same text. Null where none is known.
 */
function linkOf(
  names: Cited | null,
  language: Language,
  actors: readonly ActorRow[],
  componentOf: ComponentOf,
): Pick<Stretch, 'name' | 'attributes'> | null {
  const ref = (href: string) => ({ name: 'ref', attributes: { href } })
  switch (names?.type) {
    case 'act': {
      const { act, body, number, symbol, date } = names
      const actor = actorOf(body, symbol ?? '', actors)
      const day = dateOrUnknown(date)
      if (actor !== organization && day !== unknownDate) return ref(workOf(act, actor, day, number))
      return symbol === null ? null : ref(bySymbol(symbol, language))
    }
    case 'document':
    case 'official-records':
      return names.symbols[0] === undefined ? null : ref(bySymbol(names.symbols[0], language))
    case 'treaty':
      return /^\d+$/.test(names.volumes[0] ?? '') ? ref(byVolume(names.series, names.volumes[0]!)) : null
    case 'paragraphs': {
      const component = componentOf(names.unit)
      const [first, last] = [names.paths[0], names.paths.at(-1)]
      if (component === undefined) return null
      if (first === undefined || last === undefined) return component === '' ? null : ref(`#${component}`)
      const from = pendingTarget(component, first)
      return first === last ? ref(from) : { name: 'rref', attributes: { from, upTo: pendingTarget(component, last) } }
    }
    default:
      return null
  }
}

/** Looks citations up by unit and by where they stand. Those that overlap one before them are left out. */
export function refsOf(
  reading: CitationReading | undefined,
  language: Language,
  actors: readonly ActorRow[],
  componentOf: ComponentOf,
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
        const link = linkOf(names, language, actors, componentOf)
        if (link === null || start < last || end <= start || text.slice(start, end) !== asWritten) return []
        last = end
        return [{ ...link, start, end }]
      })
    }
}
