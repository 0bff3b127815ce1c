import type { Deadline, Session } from '#modules/calendar'
import type { Mandate, Obligation } from '#modules/mandates'
import type { ListedDocument, SessionAgenda } from './agenda.ts'
import { inRunningText, mandateAddress, pathInWords, placeOf } from './citation.ts'
import { matchListed, type Nearness, type ReportingDuty, weighing } from './matching.ts'
import type { Documentation, DocumentationEntry } from './report.ts'
import type { Words } from './words.ts'

/** Everything the documentation of a session is derived from. */
export interface DocumentationFacts {
  readonly session: Session
  readonly deadlines: readonly Deadline[]
  /** The list a text of the register gives for the session, or null. */
  readonly agenda: SessionAgenda | null
  /** Duties to report there, or within a time that the session falls in. */
  readonly duties: readonly { readonly mandate: Mandate; readonly obligation: Obligation }[]
  /** Texts the weight of words is taken from: the more, the better. */
  readonly texts: readonly string[]
  readonly nearness: (by: string | null, actor: string) => Nearness
  /** The official name of who is asked, for titles. */
  readonly nameOf: (obligation: Obligation) => string
}

interface Duty extends ReportingDuty {
  readonly mandate: Mandate
  readonly obligation: Obligation
}

/**
 * The provisional documentation of a session: first what a list in the register names, item by item, each set beside the
 * paragraph it rests on; then what the register asks for beyond the list. Pure.
 */
export function documentationOf(facts: DocumentationFacts, words: Words): Documentation {
  const duties = facts.duties.map(({ mandate, obligation }): Duty => {
    return {
      mandate,
      obligation,
      actor: obligation.actorName,
      subject: matterOf(obligation.subject ?? obligation.action),
      unitTitle: mandate.unitTitle,
      text: [...mandate.context, mandate.text].join(' '),
    }
  })
  const listed = facts.agenda?.documents ?? []
  const weigh = weighing([...facts.texts, ...listed.map(({ title }) => title)])
  const matches = matchListed(listed, duties, facts.nearness, weigh)
  const matched = new Set(matches.map((match) => match?.duty.mandate.id))
  return {
    session: facts.session,
    deadlines: facts.deadlines,
    list: facts.agenda && { document: facts.agenda.document, unit: facts.agenda.unit },
    entries: [
      ...listed.map((document, index) => listedEntry(document, matches[index] ?? null)),
      ...duties.filter((duty) => !matched.has(duty.mandate.id)).map((duty) => derivedEntry(duty, facts, words)),
    ],
  }
}

function listedEntry(
  document: ListedDocument,
  match: { readonly duty: Duty; readonly agreement: number } | null,
): DocumentationEntry {
  return {
    title: document.title,
    genre: document.genre,
    by: document.by ?? '',
    agendaItem: document.item,
    agendaTitle: document.itemTitle,
    listed: true,
    source: match && sourceOf(match.duty.mandate),
    agreement: match && Math.round(match.agreement * 100) / 100,
    restsOn: match ? 'paragraph' : document.open ? 'open-slot' : 'earlier-mandate',
  }
}

/** What a duty to report is about, where its subject repeats the request: "report to the Commission on ..." */
function matterOf(subject: string): string {
  const [, matter] =
    /^(?:(?:prepare and )?(?:report|submit|present)\b.*?|an? .*?\breport) on (.+)$/i.exec(subject) ?? []
  return (matter ?? subject).replace(/[.;]$/, '')
}

/** Where the paragraph asks to report on the matter, a document of the usual title; else what is to be submitted. */
function derivedEntry(duty: Duty, facts: DocumentationFacts, words: Words): DocumentationEntry {
  const { mandate, subject } = duty
  const actor = facts.nameOf(duty.obligation)
  const isReport = mandate.text.includes(` on ${subject}`)
  const named = subject.replace(
    /\bthe present (?:resolution|decision)\b/i,
    inRunningText(placeOf(mandate.document, mandate.unit, words).name),
  )
  const whole = pointsElsewhere.test(named) ? `${named} (${citationOf(mandate, words)})` : named
  return {
    title: isReport
      ? words('reports.documentation.derived', { actor, subject: whole })
      : words('reports.entries.asks', { actor, action: whole }),
    genre: isReport ? 'report' : 'other',
    by: actor,
    agendaItem: null,
    agendaTitle: null,
    listed: false,
    source: sourceOf(mandate),
    agreement: null,
    restsOn: 'paragraph',
  }
}

/** A matter named by pointing at the sentence before: a title needs to say where. */
const pointsElsewhere = /\b(?:such|this|those|these)\b/i

function citationOf({ document, unit, path }: Mandate, words: Words): string {
  return words('reports.citation.paragraph', { unit: placeOf(document, unit, words).name, path: pathInWords(path) })
}

function sourceOf({ id, unit, path }: Mandate): DocumentationEntry['source'] {
  return { unit, path, mandate: id, address: mandateAddress(id) }
}
