import type { Language } from '@resolute/reader'
import type { Directory, Parties } from '#modules/parties'
import type { Database } from '#platform/database'
import { answersIn, rankedIn, sharesOf } from './answering.ts'
import { type Asked, askedIn, likeliest, positiveWordsOf, refiled, wordsOf } from './asking.ts'
import { Choice, type Chosen } from './choosing.ts'
import { dayText } from './columns.ts'
import { Tally } from './counting.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Lists, Opened, Part } from './opened.ts'
import { type TypedPlace, typedPlace } from './place.ts'
import { type Query, readQuery } from './query.ts'
import type { DirectHit, FindNote, FindRequest, FoundPage, Hit } from './search.ts'
import { marksIn, type Sought, snippetOf } from './snippet.ts'
import { meant } from './spelling.ts'
import { pageRows } from './store-page.ts'
import { placesOf } from './store-places.ts'
import type { Stems } from './store-stems.ts'

export const mostRows = 100
const usualRows = 20
/** With so few hits, words somebody may have meant are looked for. */
const few = 3

interface Around {
  readonly database: Database
  readonly parties: Parties
  readonly opened: Opened
  readonly stems: Stems
}

/** What was asked, and the index it is asked of. */
interface Question {
  readonly asked: readonly Asked[]
  readonly parts: readonly Part[]
  readonly lists: Lists
  readonly directory: Directory
}

const limitOf = ({ limit = usualRows }: FindRequest): number =>
  Math.min(Math.max(1, Math.floor(limit) || usualRows), mostRows)

/** Finds what a request asks for. Whatever was typed gives a page. */
export function openFinding({ database, parties, opened, stems }: Around) {
  const directories = new WeakMap<readonly Part[], Directory>()
  /** Names change when the program does: the directory is asked for once for each state of the index. */
  async function directoryFor(parts: readonly Part[]): Promise<Directory> {
    const known = directories.get(parts) ?? (await parties.directory())
    directories.set(parts, known)
    return known
  }

  /** The index may be made anew between two looks at it: then it is looked at again. */
  async function questionOf(query: Query, language: Language | null): Promise<Question> {
    for (let tries = 0; tries < 10; tries++) {
      const parts = await opened.parts()
      const directory = await directoryFor(parts)
      const every = await askedIn(database, stems, directory, query, language)
      const words = every.flatMap(wordsOf)
      const forms = [...new Set(words.map(({ token }) => token.form))]
      const filed = await opened.filed(parts, forms)
      const lists = await opened.lists(parts, [...words, ...filed])
      if (lists === null) continue
      const found = every.map((one) => refiled(one, filed, parts, lists))
      return { asked: likeliest(found, parts, lists), parts, lists, directory }
    }
    throw new Error('search: the index changed faster than it could be read')
  }

  /** Everything that lacks no more than so many of the words. */
  function answers({ asked, parts, lists }: Question, request: FindRequest, lacking: number) {
    const { order = 'best', filter = {} } = request
    const tally = new Tally(filter)
    const choice = new Choice(order, readCursor(request.after, request), limitOf(request) + 1)
    const shares = asked.map((one) => sharesOf(one, parts, lists))
    for (const part of parts) {
      for (const [i, one] of asked.entries()) {
        const found = tally.take(part, answersIn(part.segment, one, lists, lacking))
        if (found.length > 0) choice.offer(part.segment, found, rankedIn(part.segment, one, lists, shares[i]!))
      }
    }
    return { tally, choice, lacking }
  }

  /** What has all the words; where nothing has, what has all but one, and so on down to half of them. */
  function bestAnswers(question: Question, request: FindRequest) {
    const words = Math.max(...question.asked.map(({ wanted }) => wanted.filter(({ excluded }) => !excluded).length))
    for (let lacking = 0; ; lacking++) {
      const found = answers(question, request, lacking)
      if (found.tally.total > 0 || lacking >= Math.floor(words / 2)) return found
    }
  }

  /** The keys of the first hits with total and facets: a page without its texts, as it is measured beside others. */
  async function rank(request: FindRequest) {
    const { tally, choice } = bestAnswers(await questionOf(readQuery(request.text), null), request)
    return { keys: choice.chosen.map(({ rank }) => rank), total: tally.total, facets: tally.facets() }
  }

  async function find(request: FindRequest): Promise<FoundPage> {
    const text = request.text.replaceAll('\u0000', ' ')
    const limit = limitOf(request)
    const first = readCursor(request.after, request) === null
    const place = typedPlace(text)
    const direct = place ? await directOf(place) : []
    // A text that is not here may be cited: its number is what the others name it by.
    const query = readQuery(place && direct.length === 0 ? place.number : text)
    const question = await questionOf(query, request.language ?? null)
    const { tally, choice, lacking } = bestAnswers(question, request)
    const page = choice.chosen.slice(0, limit)
    const last = choice.chosen.length > limit ? page.at(-1) : undefined
    const [hits, suggestion] = await Promise.all([
      hitsOf(page, question),
      first && (tally.total <= few || lacking > 0) ? suggestionOf(text, question) : null,
    ])
    const actors = first ? actorsIn(question.directory, text) : []
    const notes = notesOf(query, question.asked, tally.total > 0 && lacking > 0)
    const next = last ? writeCursor(request, last.rank) : null
    const facets = tally.facets()
    return { hits, total: tally.total, facets, next, direct: first ? direct : [], actors, suggestion, notes }
  }

  function notesOf(query: Query, asked: readonly Asked[], lacking: boolean): FindNote[] {
    const codes: FindNote['code'][] = [...query.notes]
    const positive = query.wanted.some(({ excluded }) => !excluded)
    if (!positive) codes.push('nothing-to-find')
    else if (asked.every(({ onlyCommon }) => onlyCommon)) codes.push('only-common-words')
    if (lacking) codes.push('not-all-words')
    return codes.map((code) => ({ code }))
  }

  async function hitsOf(chosen: readonly Chosen[], { asked, parts, lists }: Question): Promise<readonly Hit[]> {
    if (chosen.length === 0) return []
    const places = chosen.map(({ segment: { holds, columns }, paragraph }) => {
      const { document, version } = holds.documents[columns.document[paragraph]!]!
      return { document, version, n: columns.n[paragraph]! }
    })
    const rows = await pageRows(database, places)
    const sought = new Map(asked.map((one) => [one.language, soughtIn(one, parts, lists)]))
    return rows.map((row, i) => {
      const { segment, paragraph } = chosen[i]!
      const { columns, holds } = segment
      const { version: _, ...shown } = row
      const marks = marksIn(row.text, sought.get(row.language) ?? [])
      const askedHere = columns.asked.subarray(columns.askedFrom[paragraph], columns.askedFrom[paragraph + 1])
      return {
        ...shown,
        adopted: dayText(columns.day[paragraph]!),
        body: holds.bodies[columns.body[paragraph]! - 1] ?? null,
        actors: Array.from(askedHere, (at) => holds.actors[at]!),
        marks,
        snippet: snippetOf(row.text, marks),
      }
    })
  }

  /** A number or symbol is a place, whatever words it is also found as. */
  async function directOf(place: TypedPlace): Promise<readonly DirectHit[]> {
    const rows = await placesOf(database, place)
    return rows.map((row) => ({ ...row, missingPath: row.path === null ? place.path : null }))
  }

  /** The text with the words nobody has written put right. */
  async function suggestionOf(text: string, { asked, parts, lists }: Question): Promise<string | null> {
    const languages = asked.map(({ language }) => language)
    const lacking = new Map(
      asked
        .flatMap(positiveWordsOf)
        .filter(({ token }) => {
          const same = asked.flatMap(positiveWordsOf).filter((word) => word.token.start === token.start)
          return !same.some((word) => parts.some(({ segment }) => lists(segment, word) !== null))
        })
        .map(({ token }) => [token.start, token]),
    )
    let out = text
    for (const token of [...lacking.values()].slice(0, 4).sort((a, b) => b.start - a.start)) {
      const word = await meant(database, stems, token.form, languages)
      if (word === null) return null
      out = out.slice(0, token.start) + word + out.slice(token.end)
    }
    return out === text ? null : out.slice(0, 300)
  }

  return { find, rank }
}

/** Somebody whose name was typed, and nothing else. */
function actorsIn(directory: Directory, text: string): FoundPage['actors'] {
  const name = text.trim()
  if (name === '' || name.length > 80 || /["“«]/.test(name)) return []
  const actor = directory.find(name)
  return actor ? [{ actor: actor.id }] : []
}

/** What is marked in a text: every form of every word looked for, phrases as phrases. */
function soughtIn({ wanted }: Asked, parts: readonly Part[], lists: Lists): readonly Sought[] {
  const atoms = wanted.filter(({ excluded }) => !excluded).flatMap(({ either }) => either)
  return atoms.map(({ words }) => ({
    words: words.map((word) => ({
      forms: new Set(parts.flatMap(({ segment }) => lists(segment, word)?.forms ?? [])),
      offset: word.token.offset,
    })),
  }))
}
