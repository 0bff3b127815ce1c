import type { Outline } from '@resolute/reader'
import type { Citations } from '#modules/citations'
import type { Documents } from '#modules/documents'
import type { Database } from '#platform/database'
import type { Agreed, SimilarTo } from './agreed.ts'
import type { DatedText, TextKey } from './descent.ts'
import { beforeOf, type Candidate, keyOf, sharesOf, titleKey } from './kin.ts'
import { paragraphsIn, passagesOf } from './passages.ts'
import { type LinkRow, replaceLinks } from './store-links.ts'
import { askingPaths, type FoundOverlap, replaceOverlaps } from './store-overlaps.ts'
import { allTexts, documentsToTrace, keepTraced, lastSeq, type TextRow, traceAgain } from './store-texts.ts'
import { type Nearby, overlapping, saysEnough, takenOver } from './taken.ts'

/** What tracing needs of the rooms to the left, and of the index. */
export interface Around {
  readonly database: Database
  readonly documents: Documents
  readonly citations: Citations
  readonly similarTo: Agreed['similarTo']
}

export interface Tracer {
  /** Traces every text that waits. Returns how many documents it traced. */
  all(signal?: AbortSignal): Promise<number>
  /** Traces one document now; false while the index is being built. */
  one(document: string): Promise<boolean>
}

/** Documents read between two looks at what waits. */
const atOnce = 100

/** Similar paragraphs looked at for each paragraph. */
const looked = 100

/** How much of a newly come text must stand in a later one of another title for that one to be looked at again. */
const lookAgainFrom = 0.15

/** Works out what each text continues, what its paragraphs were before, and which mandates may overlap. */
export function openTracer({ database, documents, citations, similarTo }: Around): Tracer {
  async function traceDocument(id: string, known: Known, wait: boolean): Promise<'traced' | 'building' | 'gone'> {
    const found = await documents.document(id)
    if (!found) return 'gone'
    const answer = await similarTo(id, { wait, limit: looked, least: 0.3 })
    if (answer.state === 'building') return 'building'
    const asking = await askingPaths(database, id)
    const recalled = await recalledBy(id)
    const { outline, version } = found.version
    for (const text of known.of(id)) {
      if (text.version === version)
        await traceText(text, outline, answer.paragraphs, asking.get(text.unit), recalled, known)
    }
    return 'traced'
  }

  /** The texts a document names, by unit of it: as a whole document where no unit is told. */
  async function recalledBy(id: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const byUnit = new Map<string, Set<string>>()
    for (const { place, targets } of (await citations.citing(id)).rows) {
      const named = byUnit.get(place.unit) ?? new Set()
      for (const { found } of targets) {
        if (found)
          named.add(found.unit === null ? found.document : keyOf({ document: found.document, unit: found.unit }))
      }
      byUnit.set(place.unit, named)
    }
    return byUnit
  }

  async function traceText(
    text: TextRow,
    outline: Outline,
    similar: readonly SimilarTo[],
    asking: ReadonlySet<string> | undefined,
    recalled: ReadonlyMap<string, ReadonlySet<string>>,
    known: Known,
  ): Promise<void> {
    const own = similar.filter(({ n }) => n >= text.firstN && n <= text.lastN)
    const near = new Map(own.map((paragraph) => [paragraph.n, known.nearby(paragraph)]))
    const shares = sharesOf(
      [...near].map(([n, all]) => ({ n, similar: all.map(({ of, similarity }) => ({ text: keyOf(of), similarity })) })),
    )
    const named = recalled.get(text.unit)
    const candidates = known.titled(text, [...shares.keys()]).map((other): Candidate => {
      const key = keyOf(other)
      return {
        text: other,
        share: shares.get(key) ?? 0,
        recalled: (named?.has(key) || named?.has(other.document)) ?? false,
      }
    })
    const before = beforeOf(text, candidates)
    known.continues(text, before?.text ?? null)
    const older = before && (await unitOf(before.text))
    const newer = { ...outline, units: outline.units.filter(({ id }) => id === text.unit) }
    const { passages, counts } = older
      ? passagesOf(older, newer)
      : { passages: [], counts: { same: 0, edited: 0, added: paragraphsIn(newer), dropped: 0 } }
    const items = newer.units[0]?.items ?? []
    const beforeFirst = before ? (known.get(before.text)?.firstN ?? 0) : 0
    const links = passages.map(({ at, beforeAt, how, similarity }): LinkRow => {
      const { document, unit, firstN } = text
      const n = firstN + at
      const beforeDocument = before!.text.document
      return {
        document,
        n,
        unit,
        path: items[at]!.path,
        beforeDocument,
        beforeN: beforeFirst + beforeAt,
        how,
        similarity,
      }
    })
    const linked = new Set(links.map(({ n }) => n))
    const overlaps: FoundOverlap[] = []
    for (const [n, all] of near) {
      const item = items[n - text.firstN]
      if (!item || !saysEnough(item.text)) continue
      const { path } = item
      const taken = linked.has(n) ? null : takenOver(text, all, known.rootOf)
      if (taken) {
        const { document, unit } = text
        const { document: beforeDocument, n: beforeN, similarity } = taken
        links.push({ document, n, unit, path, beforeDocument, beforeN, how: 'taken-over', similarity })
      }
      if (path === null || !asking?.has(path)) continue
      for (const { document: otherDocument, n: otherN, similarity } of overlapping(text, all, known.rootOf)) {
        overlaps.push({ n, path, otherDocument, otherN, similarity })
      }
    }
    const again = candidates.flatMap(({ text: other, share }) => {
      const near = share >= lookAgainFrom || titleKey(other.title) === titleKey(text.title)
      return near && isLater(other, text) ? [{ document: other.document, unit: other.unit }] : []
    })
    await database.transaction().execute(async (transaction) => {
      const traced = {
        text,
        before: before?.text ?? null,
        share: before?.share ?? null,
        why: before?.why ?? [],
        counts,
      }
      if (!(await keepTraced(transaction, traced, text.version, known.seen))) return
      await replaceLinks(transaction, text, links)
      await replaceOverlaps(transaction, text, overlaps)
      if (again.length > 0) await traceAgain(transaction, again, text.seq)
    })
  }

  async function unitOf({ document, unit }: TextKey): Promise<Outline | null> {
    const found = await documents.document(document)
    return found && { ...found.version.outline, units: found.version.outline.units.filter(({ id }) => id === unit) }
  }

  async function known(): Promise<Known> {
    const seen = await lastSeq(database)
    return knownOf(await allTexts(database), seen)
  }

  return {
    async all(signal) {
      let traced = 0
      for (;;) {
        const waiting = await documentsToTrace(database, atOnce)
        if (waiting.length === 0) return traced
        const texts = await known()
        for (const id of waiting) {
          if (signal?.aborted) return traced
          if ((await traceDocument(id, texts, true)) === 'traced') traced += 1
        }
      }
    },
    async one(document) {
      return (await traceDocument(document, await known(), false)) !== 'building'
    },
  }
}

const isLater = (one: DatedText, than: DatedText): boolean =>
  one.day !== null && than.day !== null && one.day > than.day

/** Every text there is, to be looked up while some are traced. */
type Known = ReturnType<typeof knownOf>

function knownOf(texts: readonly TextRow[], seen: string) {
  const byKey = new Map(texts.map((text) => [keyOf(text), text]))
  const byDocument = Map.groupBy(texts, ({ document }) => document)
  const byTitle = Map.groupBy(texts, ({ title }) => titleKey(title))
  byTitle.delete('')
  const before = new Map(texts.map((text) => [keyOf(text), text.before && keyOf(text.before)]))
  const textAt = (document: string, n: number): TextRow | null =>
    byDocument.get(document)?.find(({ firstN, lastN }) => n >= firstN && n <= lastN) ?? null
  return {
    seen,
    of: (document: string) => byDocument.get(document) ?? [],
    get: (text: TextKey) => byKey.get(keyOf(text)) ?? null,
    byKey: (key: string) => byKey.get(key) ?? null,
    /** These texts, and those with the same title. */
    titled(text: TextRow, keys: readonly string[]): readonly TextRow[] {
      const same = byTitle.get(titleKey(text.title)) ?? []
      const all = new Set([...keys.flatMap((key) => byKey.get(key) ?? []), ...same])
      all.delete(text)
      return [...all]
    },
    nearby: ({ similar }: SimilarTo): readonly Nearby[] =>
      similar.flatMap(({ document, n, similarity }) => {
        const of = textAt(document, n)
        return of ? [{ document, n, of, similarity }] : []
      }),
    continues(text: TextKey, other: TextKey | null) {
      before.set(keyOf(text), other && keyOf(other))
    },
    /** The first text of the series a text is of. */
    rootOf(text: TextKey): string {
      let at = keyOf(text)
      for (let up = before.get(at); up; up = before.get(at)) at = up
      return at
    },
  }
}
