import type { Language } from '@resolute/reader'
import type { Directory, Parties } from '#modules/parties'
import type { Database } from '#platform/database'
import { answersIn, rankedIn, sharesOf } from './answering.ts'
import { type Asked, askedIn, likeliest, positiveWordsOf, refiled, wordsOf } from './asking.ts'
import { Choice, type Chosen } from './choosing.ts'
import { dayText, kinds, languages } from './columns.ts'
import { Tally } from './counting.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Lists, Opened, Part } from './opened.ts'
import { type TypedPlace, typedPlace } from './place.ts'
import { type Query, readQuery } from './query.ts'
import type { DirectHit, FindNote, FindRequest, FoundPage, Hit } from './search.ts'
import { begunIn, marksIn, type Sought, snippetOf } from './snippet.ts'
import { meant, waitingForms } from './spelling.ts'
import { type PageRow, pageRows } from './store-page.ts'
import { placesOf } from './store-places.ts'
import type { Stems } from './store-stems.ts'
import { openTexts } from './texts.ts'

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
  const texts = openTexts()
  const directories = new WeakMap<readonly Part[], Directory>()
  /** Names change when the program does: the directory is asked for once for each state of the index. */
  async function directoryFor(parts: readonly Part[]): Promise<Directory> {
    const known = directories.get(parts) ?? (await parties.directory())
    directories.set(parts, known)
    return known
  }

  /** Null where the index was made anew since. */
  async function questionOf(parts: readonly Part[], query: Query, language: Language | null): Promise<Question | null> {
    const directory = await directoryFor(parts)
    const every = await askedIn(database, stems, directory, query, language)
    const words = every.flatMap(wordsOf)
    const forms = [...new Set(words.map(({ token }) => token.form))]
    const filed = await opened.filed(parts, forms)
    const lists = await opened.lists(parts, [...words, ...filed])
    if (lists === null) return null
    const found = every.map((one) => refiled(one, filed, parts, lists))
    return { asked: likeliest(found, parts, lists), parts, lists, directory }
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

  /**
   * Answers from what stood when the index was last looked at, and asks whether it still stands together with the texts
   * of the page: one question to the database as a rule. Where it does not, all is answered anew from what stands now.
   */
  async function answered(query: Query, request: FindRequest, wantsTexts: boolean) {
    const known = opened.last()
    let standing = known ?? (await opened.now())
    let latest = known === null
    for (let tries = 0; tries < 10; tries++) {
      const question = await questionOf(standing.parts, query, request.language ?? null)
      if (question === null) {
        standing = await opened.now()
        latest = true
        continue
      }
      const found = bestAnswers(question, request)
      const page = found.choice.chosen.slice(0, limitOf(request))
      const last = found.choice.chosen.length > page.length ? page.at(-1) : undefined
      const known = latest ? null : standing.state
      const kept = new Map(wantsTexts ? page.map((hit) => [hit, texts.of(hit)]) : [])
      const fresh = [...kept.keys()].filter((hit) => kept.get(hit) === undefined)
      const { changed, rows } = await pageRows(database, known, fresh.map(placeOf))
      for (const [i, row] of rows.entries()) {
        kept.set(fresh[i]!, row)
        if (!latest) texts.keep(fresh[i]!, row)
      }
      if (changed === null) return { ...found, question, page, last, rows: page.flatMap((hit) => kept.get(hit) ?? []) }
      standing = await opened.at(changed)
      latest = true
    }
    throw new Error('search: the index changed faster than it could be read')
  }

  /** The keys of the first hits with total and facets: a page without its texts, as it is measured beside others. */
  async function rank(request: FindRequest) {
    const { tally, page } = await answered(readQuery(request.text), request, false)
    return { keys: page.map(({ rank }) => rank), total: tally.total, facets: tally.facets() }
  }

  async function find(request: FindRequest): Promise<FoundPage> {
    const text = request.text.replaceAll('\u0000', ' ')
    const first = readCursor(request.after, request) === null
    const place = typedPlace(text)
    const direct = place ? await directOf(place) : []
    // A text that is not here may be cited: its number is what the others name it by.
    const query = readQuery(place && direct.length === 0 ? place.number : text)
    const { tally, lacking, question, page, last, rows } = await answered(query, request, true)
    const hits = hitsOf(page, rows, question)
    const suggestion = first && (tally.total <= few || lacking > 0) ? await suggestionOf(text, question) : null
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

  function hitsOf(
    chosen: readonly Chosen[],
    rows: readonly PageRow[],
    { asked, parts, lists }: Question,
  ): readonly Hit[] {
    const sought = new Map(
      asked.map((one) => {
        const own = soughtIn(one, parts, lists)
        return [one.language, { own, begun: begunIn(own) }]
      }),
    )
    return rows.map((row, i) => {
      const { segment, paragraph } = chosen[i]!
      const { columns, holds } = segment
      const { document, n } = placeOf(chosen[i]!)
      const language = languages[columns.language[paragraph]!]!
      const { own = [], begun } = sought.get(language) ?? {}
      const marks = marksIn(row.text, own, begun)
      const askedHere = columns.asked.subarray(columns.askedFrom[paragraph], columns.askedFrom[paragraph + 1])
      return {
        ...row,
        document,
        n,
        kind: kinds[columns.kind[paragraph]!]!,
        language,
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
    const waiting = lacking.size === 0 ? new Map<string, number>() : waitingForms(parts, languages)
    let out = text
    for (const token of [...lacking.values()].slice(0, 4).sort((a, b) => b.start - a.start)) {
      const word = await meant(database, stems, token.form, languages, waiting)
      if (word === null) return null
      out = out.slice(0, token.start) + word + out.slice(token.end)
    }
    return out === text ? null : out.slice(0, 300)
  }

  return { find, rank }
}

function placeOf({ segment: { holds, columns }, paragraph }: Chosen) {
  const { document, version } = holds.documents[columns.document[paragraph]!]!
  return { document, version, n: columns.n[paragraph]! }
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
