import type { Directory } from '#modules/parties'
import type { FoundPage, SearchFacet, SearchFacets } from '#modules/search'
import { nameIn } from '#platform/i18n'
import { type LoaderInput, languageName, visitOf } from '#web'
import { type FacetName, searchAddress, searchFrom } from '../address.ts'

/** Hits on a page. */
const pageLength = 20

export interface NamedFacet extends SearchFacet {
  readonly label: string
  /** Language of the label, where it is not that of the page. */
  readonly lang?: string
}

const nothing: FoundPage = {
  hits: [],
  total: 0,
  facets: { bodies: [], kinds: [], languages: [], years: [], actors: [], documents: [] },
  next: null,
  direct: [],
  actors: [],
  suggestion: null,
  notes: [],
}

/** What the page of a search shows; every choice stands in its address. */
export async function loadSearch(input: LoaderInput) {
  const { rooms, reads, visitor } = visitOf(input)
  const parameters = new URL(input.request.url).searchParams
  const asked = searchFrom(parameters)
  const [found, directory, saved, waiting] = await Promise.all([
    asked.text === '' ? nothing : rooms.search.find({ ...asked, limit: pageLength }),
    rooms.parties.directory(),
    rooms.search.saved(visitor),
    rooms.search.waiting(),
  ])
  const named = nameFrom(directory, reads.language)
  const query = searchAddress(asked)
  return {
    ...found,
    hits: found.hits.map((hit) => ({ ...hit, bodyName: hit.body && named(hit.body) })),
    actors: found.actors.map(({ actor }) => ({ actor, name: named(actor) })),
    facets: facetsFrom(found.facets, named),
    text: asked.text,
    order: asked.order ?? 'best',
    query,
    waiting,
    signedIn: visitor.person !== null,
    kept: saved.find((one) => searchAddress(one.asked) === query)?.name ?? null,
  }
}

/** What an actor is called in a language; its id where nobody of that id is known. */
function nameFrom(directory: Directory, language: string): (actor: string) => string {
  return (actor) => {
    const known = directory.actor(actor)
    return known ? nameIn(known.name, language) : actor
  }
}

/** Kinds are named on the page; the rest bears its name already. */
function facetsFrom(
  { bodies, kinds, languages, years, actors, documents }: SearchFacets,
  named: (actor: string) => string,
): Readonly<Record<FacetName, readonly NamedFacet[]>> {
  const actor = (facet: SearchFacet) => ({ ...facet, label: named(facet.value) })
  const asIs = (facet: SearchFacet) => ({ ...facet, label: facet.value })
  return {
    body: bodies.map(actor),
    year: years.map(asIs),
    kind: kinds.map(asIs),
    language: languages.map((facet) => ({ ...facet, label: languageName(facet.value), lang: facet.value })),
    actor: actors.map(actor),
    document: documents.map(asIs),
  }
}
