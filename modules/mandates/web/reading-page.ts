import type { ClauseFault, ObligationReading } from '@resolute/reader'
import type { ReadingRefusal, ReadingResult } from '#modules/mandates'
import { may, refusalOf } from '#platform/access'
import { fieldOf, type LoaderInput, notFound, redirectTo, turnedAway, unknownAct, visitOf } from '#web'
import { correctReading } from '../permissions.ts'
import { surenessOf } from '../sureness.ts'
import { type ClauseDraft, draftOf, emptyDraft, stepped } from './clause-draft.ts'
import { draftsIn, givenIn } from './clause-fields.ts'
import { queueQuery, readingAddress } from './reading-address.ts'
import { differencesOf } from './reading-differences.ts'
import { askOf, stretchesOf, tongueOf } from './reading-of.ts'
import { queueFilterFrom } from './readings-filter.ts'

const saids = ['accepted', 'corrected', 'no-mandate', 'withdrawn'] as const

/** What the page of one reading shows: both readings, where they differ, what follows, and the way on in the queue. */
export async function loadReading(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const id = input.params['*'] ?? ''
  const asked = new URL(input.request.url).searchParams
  const [found, calendar, history] = await Promise.all([
    rooms.mandates.mandate(id),
    rooms.calendar.table(),
    rooms.mandates.readingHistory(id),
  ])
  if (!found) throw notFound('mandate', id)
  const { mandate, obligations } = found
  const { reading } = mandate
  const [near, document, directory] = await Promise.all([
    rooms.mandates.neighbours(id, { ...queueFilterFrom(asked), after: undefined }),
    rooms.documents.document(mandate.document),
    rooms.parties.directory(),
  ])
  const counts = reading.person !== null && reading.look !== 'text-changed'
  const mayDecide = may(visitor, correctReading)
  // Who decided is for those who decide themselves; to everybody else it is a person.
  const ids = history.flatMap(({ by }) => /^person:(.+)$/.exec(by)?.[1] ?? [])
  const names = mayDecide ? await rooms.parties.names(ids) : new Map<string, string>()
  const nameOf = (by: string): string | null => names.get(by.replace(/^person:/, '')) ?? null
  const editing = mayDecide && asked.has('edit')
  const left = reading.look === 'text-changed' && asked.get('edit') === 'before' ? reading.person?.clauses : null
  const start = (left ?? (mandate.clauses.length > 0 ? mandate.clauses : reading.ruleClauses)).map(draftOf)
  const tongue = tongueOf(calendar, directory, reads.language)
  return {
    mandate,
    counts,
    mayDecide,
    editing,
    history: history.map(({ key, kind, by, at, note }) => ({ key, kind, name: nameOf(by), at, note })),
    name: reading.person && nameOf(reading.person.by),
    language: document?.version.language ?? 'en',
    stretches: stretchesOf(mandate.text, mandate.clauses),
    ruleSure: reading.ruleClauses.map(({ certainty }) => surenessOf(certainty)),
    differences: counts ? differencesOf(reading.ruleClauses, mandate.clauses) : [],
    since:
      reading.look === 'rules-differ' && reading.person
        ? differencesOf(reading.person.ruleClauses, reading.ruleClauses)
        : [],
    asks: obligations.map((obligation) => askOf(obligation, tongue)),
    near,
    filters: queueQuery(asked),
    said: saids.find((one) => one === asked.get('said')) ?? null,
    drafts: editing ? (start.length > 0 ? start : [emptyDraft]) : [],
    names: editing ? directory.actors().map((actor) => actor.name.en) : [],
    bodies: editing ? calendar.bodies().map((body) => body.name.en) : [],
  }
}

/** What the form shows again: as it was sent, with what is wrong or what it would give. */
export interface ShownAgain {
  readonly refused: Exclude<ReadingRefusal['refused'], 'not-allowed'> | null
  readonly limit: number | null
  readonly faults: readonly ClauseFault[]
  readonly drafts: readonly ClauseDraft[] | null
  readonly note: string
  readonly preview: readonly ObligationReading[] | null
}

export async function decideReading(input: LoaderInput): Promise<Response | ShownAgain> {
  const { rooms, visitor } = visitOf(input)
  const { mandates } = rooms
  const id = input.params['*'] ?? ''
  const form = await input.request.formData()
  const note = fieldOf(form, 'note')
  const request = { seen: fieldOf(form, 'seen'), note }
  const again = (shown: Partial<ShownAgain>): ShownAgain => {
    return { refused: null, limit: null, faults: [], drafts: null, note, preview: null, ...shown }
  }
  const settle = (
    result: ReadingResult,
    said: (typeof saids)[number],
    drafts: readonly ClauseDraft[] | null = null,
  ) => {
    if (!('refused' in result)) return redirectTo(after(input, id, said))
    if (result.refused === 'not-allowed') throw turnedAway(input, result)
    const faults = result.refused === 'not-in-text' ? result.faults : []
    return again({
      refused: result.refused,
      limit: result.refused === 'too-long' ? result.limit : null,
      faults,
      drafts,
    })
  }
  switch (fieldOf(form, 'act')) {
    case 'mandates.accept-reading':
      return settle(await mandates.acceptReading(visitor, id, request), 'accepted')
    case 'mandates.mark-no-mandate':
      return settle(await mandates.markNoMandate(visitor, id, request), 'no-mandate')
    case 'mandates.withdraw-correction':
      return settle(await mandates.withdrawCorrection(visitor, id, request), 'withdrawn')
    case 'mandates.correct-reading': {
      // Steps towards a correction change nothing, but the form is for those who may send it.
      const notAllowed = refusalOf(visitor, correctReading)
      if (notAllowed) throw turnedAway(input, notAllowed)
      const step = fieldOf(form, 'step')
      const drafts = step === 'keep' ? await keptDrafts(input, id) : draftsIn(form)
      if (step !== 'save' && step !== 'keep' && step !== 'try') return again({ drafts: stepped(drafts, step) })
      const given = givenIn(drafts)
      if ('faults' in given) return again({ refused: 'not-in-text', faults: given.faults, drafts })
      if (step !== 'try')
        return settle(await mandates.correctReading(visitor, id, { ...request, ...given }), 'corrected', drafts)
      const tried = await mandates.previewReading(id, given.clauses)
      if (!('refused' in tried)) return again({ drafts, preview: tried.obligations })
      return again({ refused: tried.refused, faults: tried.refused === 'not-in-text' ? tried.faults : [], drafts })
    }
    default:
      throw unknownAct()
  }
}

/** The reading that counts, to be given again as it is: the person has seen what the rules read now. */
async function keptDrafts(input: LoaderInput, id: string): Promise<readonly ClauseDraft[]> {
  const found = await visitOf(input).rooms.mandates.mandate(id)
  return (found?.mandate.clauses ?? []).map(draftOf)
}

function after({ request }: LoaderInput, id: string, said: string): string {
  const filters = queueQuery(new URL(request.url).searchParams)
  return `${readingAddress(id)}${filters === '' ? '?' : `${filters}&`}said=${said}`
}
