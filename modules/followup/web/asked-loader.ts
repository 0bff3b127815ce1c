import type { DossierLine, UpdateWords } from '#modules/followup'
import type { Directory } from '#modules/parties'
import { nameIn } from '#platform/i18n'
import { type fieldOf as FieldOf, type LoaderInput, notFound, visitOf } from '#web'
import { answerPage } from './answer-page.ts'

/** Lines of one page at most: a State is asked some hundreds of things in its groups. */
const most = 1000

/** What the page says of one thing that is asked, and no more: it travels to small missions. */
export interface AskedLine {
  readonly id: string
  readonly title: string
  /** The paragraph, or the call where no paragraph orders it. */
  readonly place: DossierLine['asked']['anchor']
  readonly call: string | null
  /** For an invitation, where one who acts for the State answers it. */
  readonly answer: string | null
  readonly due: DossierLine['asked']['dues'][number] | null
  readonly conditions: string | null
  readonly status: DossierLine['status']
  readonly asOf: string | null
  readonly draft: boolean
  /** Whether one who acts for the State can answer it here. */
  readonly open: boolean
}

export type AskedGroup = 'asked' | 'invited' | 'ignore' | 'answered'

/** What is asked of one actor, sorted by what it needs to do about it. */
export async function loadAsked(input: LoaderInput) {
  const { rooms, visitor, now, reads } = visitOf(input)
  const id = (input.params.actor ?? '').toLowerCase()
  const directory: Directory = await rooms.parties.directory()
  const actor = directory.actor(id)
  if (!actor || actor.kind === 'group') throw notFound('actor', id)
  const acts = visitor.grants.some((grant) => grant.role === 'focal-point' && grant.actor === id)
  const [certain, perhaps] = await Promise.all([
    rooms.followup.dossiers({ actor: id, limit: most }, visitor),
    rooms.followup.dossiers({ actor: id, perhaps: true, limit: most }, visitor),
  ])
  const line = ({ asked, status, asOf, draft, holds }: DossierLine): AskedLine => ({
    id: asked.id,
    title: asked.title,
    place: asked.anchor,
    call: asked.kind === 'invitation' ? asked.holder : null,
    answer: acts && asked.kind === 'invitation' ? answerPage(asked.id) : null,
    due: asked.dues[0] ?? null,
    conditions: null,
    status,
    asOf,
    draft,
    open: acts && asked.kind === 'obligation' && !draft && (holds === null || holds === visitor.person),
  })
  const groups: Record<AskedGroup, AskedLine[]> = { asked: [], invited: [], ignore: [], answered: [] }
  for (const row of certain.rows) groups[groupOf(row)].push(line(row))
  const known = new Set(certain.rows.map(({ asked }) => asked.id))
  for (const row of perhaps.rows.filter(({ asked }) => !known.has(asked.id))) {
    groups[row.status === 'no_information' ? 'ignore' : 'answered'].push(line(row))
  }
  return {
    actor: { id, name: nameIn(actor.name, reads.language), kind: actor.kind },
    groups,
    acts,
    once: crypto.randomUUID(),
    today: now().toISOString().slice(0, 10),
    language: reads.language,
    said: new URL(input.request.url).searchParams.get('said') === 'answered',
  }
}

export type AskedData = Awaited<ReturnType<typeof loadAsked>>

/** Answered; asked by decision, request or call; invited, which one may leave aside; named and asked nothing. */
function groupOf({ asked, status }: DossierLine): AskedGroup {
  if (status !== 'no_information') return 'answered'
  switch (asked.force) {
    case 'decision':
    case 'request':
    case 'call':
      return 'asked'
    case 'recommendation':
      return 'invited'
    case 'recognition':
      return 'ignore'
  }
}

/** The answers of the form: those with a status or a word. */
export function answersIn(form: FormData, fieldOf: typeof FieldOf): readonly { id: string; update: UpdateWords }[] {
  const shared = { asOf: fieldOf(form, 'as-of'), language: fieldOf(form, 'language') as UpdateWords['language'] }
  return form.getAll('id').flatMap((given) => {
    const id = typeof given === 'string' ? given : ''
    const status = fieldOf(form, `status ${id}`) as UpdateWords['status']
    const narrative = fieldOf(form, `narrative ${id}`)
    return status || narrative.trim() ? [{ id, update: { status, narrative, ...shared } }] : []
  })
}
