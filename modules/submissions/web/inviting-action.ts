import type { Directory } from '#modules/parties'
import type { FieldError, InviteeGiven, Refusal, Submissions } from '#modules/submissions'
import type { NotAllowed, Visitor } from '#platform/access'
import { keyOf } from '#platform/forms'
import { fieldOf, unknownAct } from '#web'
import { languageIn } from './inviting-language.ts'

/** Acts the table of invitations asks for. */
export const invitationsActs = [
  'submissions.invite',
  'submissions.ask',
  'submissions.remind',
  'submissions.extend',
] as const

/** What was refused, with what had been typed, so that nothing is lost. */
export interface InvitingRefused {
  readonly act: string
  /** Which of the forms of an act it was: `group`, `actor`, `named`. */
  readonly way: string
  readonly refused: string
  readonly errors: readonly FieldError[]
  readonly typed: Readonly<Record<string, string>>
}

/** What was done, for the page that follows. */
export interface Said {
  readonly said: string
  readonly count: number
  readonly others: number
}

interface Doing {
  readonly submissions: Submissions
  readonly visitor: Visitor
  readonly directory: Directory
  readonly call: string
  readonly origin: string
}

/** Who a form of the page invites. A name nobody knows is handed on, and refused by the act. */
function inviteesIn(form: FormData, directory: Directory): readonly InviteeGiven[] {
  const email = fieldOf(form, 'email').trim() || null
  switch (fieldOf(form, 'way')) {
    case 'group':
      return [{ kind: 'actor', actor: fieldOf(form, 'group') }]
    case 'actor': {
      const typed = fieldOf(form, 'actor').trim()
      const found = directory.actor(typed.toLowerCase()) ?? directory.find(typed)
      const language = languageIn(form)
      return [{ kind: 'actor', actor: found?.id ?? typed, email, ...(language && { language }) }]
    }
    default: {
      const kind = fieldOf(form, 'kind') === 'person' ? 'person' : 'organization'
      return [{ kind, name: fieldOf(form, 'name'), email, language: languageIn(form) ?? 'en' }]
    }
  }
}

/** Does what a form of the table asks for. */
export async function actOnInvitations(
  { submissions, visitor, directory, call, origin }: Doing,
  form: FormData,
): Promise<Said | Refusal> {
  const given = { call, once: keyOf(form) }
  switch (fieldOf(form, 'act')) {
    case 'submissions.invite': {
      const result = await submissions.invite(visitor, { ...given, invitees: inviteesIn(form, directory) })
      if ('refused' in result) return result
      return { said: 'invite', count: result.invited.length, others: result.already }
    }
    case 'submissions.ask': {
      const result = await submissions.ask(visitor, { ...given, origin })
      return 'refused' in result ? result : { said: 'ask', count: result.asked, others: result.notReached }
    }
    case 'submissions.remind': {
      const result = await submissions.remind(visitor, { ...given, origin })
      return 'refused' in result ? result : { said: 'remind', count: result.reminded, others: 0 }
    }
    case 'submissions.extend': {
      const words = { deadline: fieldOf(form, 'deadline'), reason: fieldOf(form, 'reason') }
      const result = await submissions.extend(visitor, { ...given, ...words })
      return 'refused' in result ? result : { said: 'extend', count: result.extended, others: 0 }
    }
    default:
      throw unknownAct()
  }
}

/** A refusal for the page, with what had been typed; who may not is turned away instead. */
export function refusedIn(form: FormData, refusal: Exclude<Refusal, NotAllowed>): InvitingRefused {
  const errors = refusal.refused === 'invalid' ? refusal.errors : []
  const typed = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const about = { act: fieldOf(form, 'act'), way: fieldOf(form, 'way') }
  return { ...about, refused: refusal.refused, errors, typed: Object.fromEntries(typed) }
}
