import { type LoaderInput, notFound, visitOf } from '#web'
import type { Series, Thread } from '../descent.ts'
import { organIn } from './bodies.ts'
import { sayingAddress } from './line-address.ts'

/** Members shown as columns: the latest. */
const mostColumns = 12

/** What the page of a series shows. */
export async function loadSeries(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const document = input.params['*'] ?? ''
  const asked = new URL(input.request.url).searchParams
  const found = await rooms.documents.document(document)
  if (!found) throw notFound('document', document)
  const { units } = found.version.outline
  const unit = asked.get('unit') ?? (units.length === 1 ? units[0]!.id : null)
  const all = unit === null ? await seriesOfUnits(rooms.lineage, document, units) : []
  if (unit === null) return { document, choices: all, series: null, waiting: 0 }
  const [series, directory, tracing] = await Promise.all([
    rooms.lineage.series({ document, unit }),
    rooms.parties.directory(),
    rooms.lineage.tracing(),
  ])
  if (!series) throw notFound('unit', unit)
  return {
    document,
    choices: [],
    waiting: tracing.waiting,
    series: {
      unit,
      rhythm: series.rhythm,
      gaps: series.gaps.map(({ after, before, months }) => ({ after: after.unit, before: before.unit, months })),
      members: series.members.map(({ text, before, share, why, counts }) => ({
        ...{ document: text.document, unit: text.unit, title: text.title, day: text.day, language: text.language },
        organ: organIn(text, directory, reads.language),
        before,
        share,
        why,
        counts,
        own: text.document === document && text.unit === unit,
      })),
      ...threadsIn(series, asked.get('show') === 'dropped'),
    },
  }
}

export type ShownSeries = NonNullable<Awaited<ReturnType<typeof loadSeries>>['series']>

/** A document of several units has a series for each. */
async function seriesOfUnits(
  lineage: { series(text: { document: string; unit: string }): Promise<Series | null> },
  document: string,
  units: readonly { readonly id: string; readonly title: string | null }[],
) {
  const shown = []
  for (const { id, title } of units) {
    const series = await lineage.series({ document, unit: id })
    if (series) shown.push({ unit: id, title, members: series.members.length })
  }
  return shown
}

/** Paragraphs the last text has, or those that were dropped before it; each with what it was in the texts shown. */
function threadsIn({ members, threads }: Series, wantsDropped: boolean) {
  const from = Math.max(0, members.length - mostColumns)
  const last = members.length - 1
  const standing = threads.filter((thread) => thread.in.at(-1)!.member === last)
  const dropped = threads.filter((thread) => thread.in.at(-1)!.member !== last)
  return {
    from,
    standing: standing.length,
    dropped: dropped.length,
    shows: wantsDropped ? ('dropped' as const) : ('standing' as const),
    threads: (wantsDropped ? dropped : standing).map((thread) => shownThread(thread, from, members.length)),
  }
}

function shownThread(thread: Thread, from: number, count: number) {
  const { saying } = thread.in.at(-1)!
  const [first] = thread.in
  const cells = Array.from({ length: count - from }, (_, column) => {
    const at = thread.in.find(({ member }) => member === from + column)
    if (at) return { how: at.how, line: lineOf(at.saying), share: at.similarity }
    const isDrop = thread.droppedBy === from + column
    return isDrop ? { how: 'dropped' as const, line: null, share: null } : null
  })
  const { kind, path, recital, text, document, n, of } = saying
  return {
    key: `${document} ${n}`,
    place: { document, unit: of.unit, kind, path, recital },
    language: of.language,
    text: text.length > 120 ? `${text.slice(0, 120).replace(/\s+\S*$/u, '')} …` : text,
    line: lineOf(saying),
    since: first!.saying.of.day?.slice(0, 4) ?? null,
    times: thread.in.length,
    cells,
  }
}

const lineOf = ({ document, of: { unit }, path, recital, n }: Thread['in'][number]['saying']): string =>
  sayingAddress({ document, unit, path, recital, n })
