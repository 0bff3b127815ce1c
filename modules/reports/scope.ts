import type { Due, Why } from '#modules/calendar'
import type { Mandates, Obligation } from '#modules/mandates'
import type { Scope } from './compile.ts'
import type { Asked, Registered } from './entries.ts'
import type { Words } from './words.ts'

/** Names a text of the register: `E/2011/30#D/Resolution 20/1`, or the document alone for a sheet. */
export const scopeId = (document: string, unit: string): string =>
  document === unit ? document : `${document}#${unit}`

/** The text a report is to be about, with its mandates; null where the register holds none, or none yet on that day. */
export async function scopeFinder(
  mandates: Mandates,
  id: string,
  asOf: string,
): Promise<{ readonly scope: Scope; readonly register: readonly Registered[] } | null> {
  const [document = '', unit = document] = id.split('#')
  const texts = await mandates.ofDocument(document)
  const register = texts.filter(({ mandate }) => mandate.unit === unit && (mandate.adopted ?? '') <= asOf)
  const [first] = register
  return first ? { scope: { id, document, unit, title: first.mandate.unitTitle }, register } : null
}

/** All that a text asks of anybody, each with its date: at the session, else the next one named, else why there is none. */
export function askedBy(
  register: readonly Registered[],
  at: { readonly body: string; readonly session: number },
  explain: (why: Why) => string,
  words: Words,
): readonly Asked[] {
  return register.flatMap(({ mandate, obligations }) =>
    obligations.map((obligation): Asked => {
      return {
        unit: mandate.unit,
        path: mandate.path,
        kind: obligation.kind,
        actor: obligation.actorName,
        toWhom: obligation.toWhom[0] ?? null,
        subject: obligation.subject ?? obligation.action,
        due: dateOf(obligation, at, explain, words),
        mandate: mandate.id,
        document: mandate.document,
        obligation: obligation.id,
        continuing: obligation.continuing,
      }
    }),
  )
}

type Dated = Extract<Due, { state: 'dated' }>

function dateOf(
  { dues }: Obligation,
  at: { readonly body: string; readonly session: number },
  explain: (why: Why) => string,
  words: Words,
): Asked['due'] {
  const dated = dues.filter((due): due is Dated => due.state === 'dated')
  const due = dated.find(({ body, session }) => body === at.body && session === at.session) ?? dated[0]
  if (due) return { part: due.part, from: due.from, to: due.to, why: explain(due.why) }
  const [none] = dues
  const why = none ? explain(none.why) : ''
  const reason = none?.state === 'undated' ? none.reason : 'no-time'
  return { part: null, from: null, to: null, why: why || words(`reports.undated.reason.${reason}`) }
}
