import type { Database, Transaction } from '#platform/database'
import { build, readSources } from './building.ts'
import { blankColumns, type Columns, type Holds, Names } from './columns.ts'
import { mergedList } from './postings.ts'
import { pendingSources, stateOf } from './store.ts'
import {
  insertSegment,
  insertTerms,
  insertVocabulary,
  mayChangeSegments,
  removeReplaced,
  type StoredSegment,
  segmentSizes,
  segmentsById,
  type TermRow,
  termsAfter,
} from './store-segments.ts'
import type { Stems } from './store-stems.ts'

/** So many entries wait before they are made into a segment. */
export const mostPending = 128

/**
 * Makes a segment of the entries that wait, where there are enough of them and nobody else is at it. In the caller's
 * transaction: broken off, everything waits as before.
 */
export async function settle(transaction: Transaction, stems: Stems, atLeast = mostPending): Promise<boolean> {
  if (!(await mayChangeSegments(transaction))) return false
  const { pending: waiting, gone } = await stateOf(transaction)
  if (waiting.length < atLeast) return false
  const pending = waiting.slice(0, 4 * mostPending)
  const past = new Set(gone)
  const standing = pending.filter((entry) => !past.has(entry))
  if (standing.length > 0) {
    const read = readSources(await pendingSources(transaction, standing))
    for (const [language, words] of read.words) await stems.learn(transaction, language, words)
    const built = build(read, stems)
    const segment = await insertSegment(transaction, built)
    for (const [language, lists] of built.lists) {
      const rows = [...lists].map(([stem, list]): TermRow => ({ ...list, language, stem, segment }))
      await insertTerms(transaction, rows)
      await insertVocabulary(transaction, speakable(rows))
    }
  }
  await removeReplaced(transaction, { pending, gone: pending.filter((entry) => past.has(entry)) })
  return true
}

/** Words somebody may have meant: no numbers, nothing of one letter. */
const speakable = (rows: readonly TermRow[]) =>
  rows
    .flatMap(({ forms, stem, language }) => forms.split(' ').map((form) => ({ language, form, stem })))
    .filter(({ form }) => /^\p{L}[\p{L}\p{M}]{2,40}$/u.test(form))

/**
 * Makes one segment of several small ones, or one anew of which much stands no more. True where there may be more to
 * do. Reads and writes some thousand words at a time, so that a server goes on answering meanwhile.
 */
export async function merge(database: Database): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    if (!(await mayChangeSegments(transaction))) return false
    const { gone } = await stateOf(transaction)
    const past = new Set(gone)
    const ids = chosen(await segmentSizes(transaction))
    const inputs = await segmentsById(transaction, ids.length > 1 ? ids : await worn(transaction, past))
    if (inputs.length === 0) return false
    const { columns, holds, size, moves } = mergedColumns(inputs, past)
    const segment = await insertSegment(transaction, { columns, holds, size })
    await moveTerms(transaction, inputs, moves, segment)
    const purged = inputs.flatMap(({ holds }) => holds.documents.map(({ entry }) => entry)).filter((e) => past.has(e))
    await removeReplaced(transaction, { segments: inputs.map(({ id }) => id), gone: purged })
    return true
  })
}

/** Each step looks at the next paragraph of each, so that many at once would cost more than twice some. */
const mostAtOnce = 16

/** The smallest ones, as long as the next is not much larger than those before it together. */
function chosen(sizes: readonly { readonly id: number; readonly size: number }[]): number[] {
  let sum = 0
  const taken: number[] = []
  for (const { id, size } of sizes) {
    if (taken.length === mostAtOnce || (taken.length > 0 && size > 2 * sum)) break
    taken.push(id)
    sum += size
  }
  return taken
}

/** One of whose documents a fifth stands no more. */
async function worn(transaction: Transaction, past: ReadonlySet<number>): Promise<number[]> {
  if (past.size < 20) return []
  for (const { id } of await segmentSizes(transaction)) {
    const documents = (await segmentsById(transaction, [id]))[0]?.holds.documents ?? []
    if (documents.filter(({ entry }) => past.has(entry)).length * 5 > documents.length) return [id]
  }
  return []
}

const wordsAtOnce = 4000

async function moveTerms(
  transaction: Transaction,
  inputs: readonly StoredSegment[],
  moves: readonly Int32Array[],
  segment: number,
): Promise<void> {
  const ids = inputs.map(({ id }) => id)
  const moveOf = new Map(ids.map((id, i) => [id, moves[i]!]))
  let after = { language: '', stem: '' }
  for (;;) {
    const rows = await termsAfter(transaction, ids, after, wordsAtOnce)
    const groups = Map.groupBy(rows, ({ language, stem }) => `${language} ${stem}`)
    const whole = [...groups.values()]
    // The rows of the last word may go on behind the limit: left to the next round.
    if (rows.length === wordsAtOnce && whole.length > 1) whole.pop()
    const merged: TermRow[] = []
    for (const same of whole) {
      const list = mergedList(same.map((row) => ({ list: row, to: moveOf.get(row.segment)! })))
      if (list) merged.push({ ...list, language: same[0]!.language, stem: same[0]!.stem, segment })
    }
    await insertTerms(transaction, merged)
    const last = whole.at(-1)?.[0]
    if (!last || rows.length < wordsAtOnce) return
    after = last
  }
}

interface MergedColumns {
  readonly columns: Columns
  readonly holds: Holds
  readonly size: number
  /** For each input where each of its paragraphs stands now; -1 for those that stand no more. */
  readonly moves: readonly Int32Array[]
}

/** The columns of several segments in the one order. */
function mergedColumns(inputs: readonly StoredSegment[], past: ReadonlySet<number>): MergedColumns {
  const moves = inputs.map(({ size }) => new Int32Array(size).fill(-1))
  const stands = inputs.map(({ holds }) => holds.documents.map(({ entry }) => !past.has(entry)))
  const next = inputs.map(() => 0)
  const most = inputs.reduce((sum, { size }) => sum + size, 0)
  const from = new Uint16Array(most)
  const index = new Int32Array(most)
  let size = 0
  let asks = 0
  for (;;) {
    let first = -1
    for (const [i, input] of inputs.entries()) {
      while (next[i]! < input.size && !stands[i]![input.columns.document[next[i]!]!]) next[i]! += 1
      if (next[i]! < input.size && (first < 0 || before(input, next[i]!, inputs[first]!, next[first]!))) first = i
    }
    if (first < 0) break
    const at = next[first]!++
    const { askedFrom } = inputs[first]!.columns
    asks += askedFrom[at + 1]! - askedFrom[at]!
    moves[first]![at] = size
    from[size] = first
    index[size++] = at
  }
  const columns = blankColumns(size, asks)
  const bodies = new Names()
  const actors = new Names()
  const entries = new Names()
  const documents: Holds['documents'][number][] = []
  let asked = 0
  for (let place = 0; place < size; place++) {
    const { columns: old, holds } = inputs[from[place]!]!
    const at = index[place]!
    const document = holds.documents[old.document[at]!]!
    const number = entries.at(String(document.entry))
    documents[number] ??= document
    columns.document[place] = number
    columns.askedFrom[place] = asked
    for (let i = old.askedFrom[at]!; i < old.askedFrom[at + 1]!; i++) {
      columns.asked[asked++] = actors.at(holds.actors[old.asked[i]!]!)
    }
    const body = old.body[at]!
    columns.body[place] = body === 0 ? 0 : bodies.at(holds.bodies[body - 1]!) + 1
    for (const same of ['day', 'n', 'length', 'kind', 'language', 'type'] as const)
      columns[same][place] = old[same][at]!
  }
  columns.askedFrom[size] = asked
  return { columns, holds: { documents, bodies: bodies.all(), actors: actors.all() }, size, moves }
}

function before(a: StoredSegment, i: number, b: StoredSegment, k: number): boolean {
  const one = a.columns
  const two = b.columns
  if (one.kind[i] !== two.kind[k]) return one.kind[i]! < two.kind[k]!
  if (one.day[i] !== two.day[k]) return one.day[i]! > two.day[k]!
  const [x, y] = [a.holds.documents[one.document[i]!]!.entry, b.holds.documents[two.document[k]!]!.entry]
  return x === y ? one.n[i]! < two.n[k]! : x < y
}
