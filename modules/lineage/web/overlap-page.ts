import { may, refusalOf } from '#platform/access'
import { fieldOf, type LoaderInput, redirectTo, turnedAway, unknownAct, visitOf } from '#web'
import type { AskingSaying, JudgementKind, JudgementRefusal, OverlapFilter } from '../overlap.ts'
import { judgeOverlap } from '../permissions.ts'
import { bodyIn, organIn } from './bodies.ts'
import { sayingAddress } from './line-address.ts'

const overlapStates = ['open', 'overlap', 'renewal', 'not-related'] as const satisfies readonly NonNullable<
  OverlapFilter['state']
>[]

const perPage = 20

/** A filter from an address. What is not understood is left out rather than refused: an address can be mistyped. */
function filterFrom(asked: URLSearchParams): OverlapFilter & { readonly offset: number } {
  const [, body, session] = /^([^/]{1,40})\/(\d{1,4})$/.exec(asked.get('session') ?? '') ?? []
  const offset = /^\d{1,6}$/.test(asked.get('after') ?? '') ? Number(asked.get('after')) : 0
  return {
    state: overlapStates.find((one) => one === asked.get('state')),
    ...(body !== undefined && { body, session: Number(session) }),
    actor: asked.get('actor') || undefined,
    document: asked.get('document') || undefined,
    offset,
  }
}

/** What the page of possible overlaps shows. */
export async function loadOverlaps(input: LoaderInput) {
  const { rooms, reads, visitor } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  const filter = filterFrom(asked)
  const [{ rows, total }, facets, directory, table, tracing] = await Promise.all([
    rooms.lineage.overlaps({ ...filter, limit: perPage }),
    rooms.lineage.overlapFacets(filter),
    rooms.parties.directory(),
    rooms.calendar.table(),
    rooms.lineage.tracing(),
  ])
  // Who said it is for those who may say it themselves; to everybody else it is a person.
  const mayJudge = may(visitor, judgeOverlap)
  const ids = rows.flatMap(({ judgement }) => /^person:(.+)$/.exec(judgement?.by ?? '')?.[1] ?? [])
  const names = mayJudge ? await rooms.parties.names(ids) : new Map<string, string>()
  const shown = ({ document, n, of, kind, path, recital, text, mandate, asked: who }: AskingSaying) => ({
    ...{ document, n, unit: of.unit, kind, path, recital, text, mandate },
    line: sayingAddress({ document, unit: of.unit, path, recital, n }),
    ...{ day: of.day, title: of.title, language: of.language, organ: organIn(of, directory, reads.language) },
    asked: who.map(({ actor, name }) => directory.called(actor, name, reads.language)),
  })
  const { offset } = filter
  return {
    total,
    mayJudge,
    waiting: tracing.waiting,
    query: asked.toString(),
    said:
      overlapStates.find((one) => one === asked.get('said')) ??
      (asked.get('said') === 'withdrawn' ? 'withdrawn' : null),
    next: offset + rows.length < total ? String(offset + rows.length) : null,
    facets: {
      state: facets.states.map(({ state, count }) => ({ value: state, count })),
      session: facets.sessions.map(({ body, session, count }) => ({
        value: `${body}/${session}`,
        body: bodyIn(body, table, reads.language),
        session,
        count,
      })),
      actor: facets.actors.map(({ actor, name, count }) => ({
        value: actor,
        label: directory.called(actor, name, reads.language),
        count,
      })),
    },
    rows: rows.map(({ newer, older, similarity, judgement }) => ({
      newer: shown(newer),
      older: shown(older),
      similarity,
      judgement: judgement && {
        ...{ kind: judgement.kind, note: judgement.note, at: judgement.at },
        name: names.get(judgement.by.replace(/^person:/, '')) ?? null,
      },
    })),
  }
}

export type ShownOverlap = Awaited<ReturnType<typeof loadOverlaps>>['rows'][number]

const kinds: readonly JudgementKind[] = ['overlap', 'renewal', 'not-related', 'withdrawn']

/** What was refused, and for which pair, where the page is shown again. */
export interface OverlapShownAgain {
  readonly refused: Exclude<JudgementRefusal['refused'], 'not-allowed'>
  readonly pair: string
  readonly limit: number | null
}

export async function judge(input: LoaderInput): Promise<Response | OverlapShownAgain> {
  const { rooms, visitor } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== judgeOverlap.act) throw unknownAct()
  const notAllowed = refusalOf(visitor, judgeOverlap)
  if (notAllowed) throw turnedAway(input, notAllowed)
  const kind = kinds.find((one) => one === fieldOf(form, 'kind'))
  const place = (side: string) => ({ document: fieldOf(form, side), n: Number(fieldOf(form, `${side}-n`) || -1) })
  const pair = { newer: place('newer'), older: place('older') }
  if (!kind || !isPlace(pair.newer.n) || !isPlace(pair.older.n)) throw unknownAct()
  const result = await rooms.lineage.judgeOverlap(visitor, { pair, kind, note: fieldOf(form, 'note') })
  if (!('refused' in result)) return redirectTo(after(input, kind))
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return {
    refused: result.refused,
    pair: pairKey(pair.newer, pair.older),
    limit: result.refused === 'too-long' ? result.limit : null,
  }
}

const isPlace = (n: number): boolean => Number.isInteger(n) && n >= 0 && n < 1_000_000

type Place = { readonly document: string; readonly n: number }

export const pairKey = (newer: Place, older: Place): string =>
  `${newer.document} ${newer.n} ${older.document} ${older.n}`

function after({ request }: LoaderInput, said: string): string {
  const asked = new URL(request.url).searchParams
  asked.set('said', said)
  return `/overlap?${asked}`
}
