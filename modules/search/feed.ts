import { documentAddress, paragraphAddress } from '#platform/addresses'
import type { Database } from '#platform/database'
import type { AtomEntry } from '#platform/feeds'
import { hashOf, isToken } from '#platform/secrets'
import { wordsIn } from '#platform/words'
import { searchAddress } from './address.ts'
import type { SavedSearches, SearchAsked, SearchFeedOf } from './saved.ts'
import type { Hit, Search } from './search.ts'
import { savedUnder } from './store-saved.ts'

const words = wordsIn(new URL('./messages/', import.meta.url))

/** The most paragraphs one feed holds. */
const mostItems = 100

/** A text whose day nobody knows came to stand as it does before every other. */
const unknownDay = '1946-01-10' // the first meeting of the General Assembly

/** What was found, newest first, as entries of a feed. */
export function feedOf(database: Database, find: Search['find']): SavedSearches['feed'] {
  return async (of, language) => {
    const known = await searchOf(database, of)
    if (!known) return null
    const { id, asked, name } = known
    const say = words(language)
    const { hits } = await find({ ...asked, order: 'newest', limit: mostItems })
    const entry = (hit: Hit): AtomEntry => ({
      kind: hit.kind,
      id: `paragraph:${hit.document}#${hit.unit}#${hit.path ?? hit.n}`,
      title: [placeOf(hit), hit.unitTitle ?? hit.documentTitle].join(' \u2013 '),
      text: hit.text,
      address: addressOf(hit),
      updated: `${hit.adopted ?? unknownDay}T00:00:00.000Z`,
    })
    const placeOf = ({ unit, path }: Hit): string => (path === null ? unit : say('search.feed.place', { unit, path }))
    const title = say('search.feed.title', { text: name })
    return { id, title, language, address: `/search?${searchAddress(asked)}`, items: hits.map(entry) }
  }
}

/** What is asked, under what name, and by what the feed is known for good: of a secret nothing is told. */
async function searchOf(
  database: Database,
  of: SearchFeedOf,
): Promise<{ readonly id: string; readonly asked: SearchAsked; readonly name: string } | null> {
  switch (of.of) {
    case 'search':
      return of.asked.text.trim() === ''
        ? null
        : { id: `search?${searchAddress(of.asked)}`, asked: of.asked, name: of.asked.text }
    case 'saved': {
      const saved = isToken(of.key) ? await savedUnder(database, hashOf(of.key)) : null
      return saved && { id: `saved-search:${saved.id}`, asked: saved.asked, name: saved.name }
    }
  }
}

const addressOf = ({ document, unit, path }: Hit): string =>
  path === null ? documentAddress(document, unit) : paragraphAddress({ document, unit, path })
