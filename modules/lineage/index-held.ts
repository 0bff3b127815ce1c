import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#platform/database'
import type { AgreedScope, Building } from './agreed.ts'
import { type Part, partOf, withoutUnits } from './index-parts.ts'
import { type ReadPart, readPart } from './index-read.ts'
import type { Segment } from './index-segment.ts'
import { readPartApart } from './index-thread.ts'
import { arrivedSince, countedDocuments } from './store-paragraphs.ts'

/** More documents than these are read by the thread. */
const mostHere = 20
/** More parts than these behind the first, and they are made one. */
const mostParts = 6
/** The parts behind the first become part of it once they hold this many paragraphs, and a quarter of its own. */
const manyParagraphs = 20_000

/** An index in the memory of this process, made when it is first asked for. */
export interface HeldIndex {
  /**
   * The index as the register stands now: what any process imported before the call is in it, what was superseded is
   * not. Where it is being made, waits so many milliseconds for it.
   */
  parts(patience: number): Promise<readonly Part[] | Building>
}

/** Nothing is read before the first call. */
export function holdIndex(database: Database): HeldIndex {
  let parts: readonly Part[] = []
  /** The last entry of the ledger that is in `parts`. */
  let mark = 0
  let progress = { done: 0, of: 0 }
  let made: Promise<void> | null = null
  let isFolding = false
  /** Where the paragraphs of a document that stand are: in which segment, under which of its units. */
  const homes = new Map<string, { readonly segment: Segment; readonly units: readonly number[] }>()

  async function make(): Promise<void> {
    progress = { done: 0, of: 0 }
    const reading = (await countedDocuments(database)) > mostHere ? readPartApart : readPart
    const read = await reading(database, null, (done, of) => {
      progress = { done, of }
    })
    parts = settled([], read)
    mark = read.mark
  }

  /**
   * The parts with a new one behind them. What it holds of a document takes the place of what stood of it, where it may;
   * of those that `left`, nothing older stands. The parts given are not changed: somebody may be looking into them.
   */
  function settled(
    before: readonly Part[],
    read: ReadPart,
    left: readonly string[] = [],
    mayTake: (document: string) => boolean = () => true,
  ): readonly Part[] {
    const part = partOf(read)
    const gone = new Map<Segment, number[]>()
    const end = (segment: Segment, units: readonly number[]) =>
      gone.set(segment, (gone.get(segment) ?? []).concat(units))
    const leave = (document: string) => {
      const home = homes.get(document)
      if (home) end(home.segment, home.units)
      homes.delete(document)
    }
    for (const document of left) leave(document)
    const own = Map.groupBy(part.units.keys(), (unit) => part.units[unit]!.document)
    for (const [document, units] of own) {
      if (!mayTake(document)) {
        end(part.segment, units)
        continue
      }
      leave(document)
      homes.set(document, { segment: part.segment, units })
    }
    return [...before, part].map((one) => withoutUnits(one, gone.get(one.segment) ?? []))
  }

  async function catchUp(): Promise<void> {
    const arrived = await arrivedSince(database, mark)
    if (arrived.documents.length === 0) {
      mark = arrived.mark
      return
    }
    const read = await (arrived.documents.length > mostHere ? readPartApart : readPart)(database, arrived.documents)
    parts = settled(parts, read, arrived.documents)
    mark = arrived.mark
    void fold().catch(() => {}) // the parts stay as they are, and answer as well; the next arrival tries again
  }

  /** Makes one of the parts behind the first where they are many, and one of all where they hold much. */
  async function fold(): Promise<void> {
    const [first, ...later] = parts
    const behind = later.reduce((sum, { paragraphs }) => sum + paragraphs, 0)
    const all = behind > Math.max(manyParagraphs, (first?.paragraphs ?? 0) / 4)
    if (isFolding || (!all && later.length <= mostParts)) return
    isFolding = true
    try {
      const old = new Set((all ? parts : later).map(({ segment }) => segment))
      const isOld = (document: string) => old.has(homes.get(document)?.segment as Segment)
      const read = await readPartApart(database, [...homes.keys()].filter(isOld))
      // A document that came anew meanwhile stands in a part that came meanwhile.
      const every = settled(parts, read, [], isOld)
      const part = every.at(-1)!
      const kept = every.slice(0, -1).filter(({ segment }) => !old.has(segment))
      parts = all ? [part, ...kept] : [...kept.slice(0, 1), part, ...kept.slice(1)]
    } finally {
      isFolding = false
    }
  }

  const inStep = oneAfterAnother(catchUp)

  return {
    async parts(patience) {
      made ??= make().catch((error: unknown) => {
        made = null
        throw error
      })
      const there = made.then(() => true)
      const isThere = await (Number.isFinite(patience) ? Promise.race([there, sleep(patience, false)]) : there)
      if (!isThere) return { state: 'building', ...progress }
      await inStep()
      return parts
    },
  }
}

const scopes = new WeakMap<readonly Part[], AgreedScope>()

/** What stands in some parts. */
export function scopeOf(parts: readonly Part[]): AgreedScope {
  const known = scopes.get(parts)
  if (known) return known
  const documents = new Set<string>()
  let paragraphs = 0
  for (const { segment, stands, units } of parts) {
    for (const [i, { document }] of units.entries()) if (stands[i] === 1) documents.add(document)
    for (const unit of segment.placeUnit) if (stands[unit] === 1) paragraphs++
  }
  const scope = { paragraphs, documents: documents.size }
  scopes.set(parts, scope)
  return scope
}

/**
 * Runs an act for all who ask, never twice at once. Who asks while it runs waits for the next run, which begins after
 * they asked; all of them share that one.
 */
function oneAfterAnother(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = (): Promise<void> => {
    running = act().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => {}) // told to those who waited for that run
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
