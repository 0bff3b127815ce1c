import type { Language } from '@resolute/reader'
import type { Calendar, IsoDate, Session, SessionTable, Why } from '#modules/calendar'
import type { Document, Documents } from '#modules/documents'
import type { Followup } from '#modules/followup'
import type { Ledger } from '#modules/ledger'
import type { DueEntry, Mandate, Mandates, Obligation } from '#modules/mandates'
import type { Directory, Parties } from '#modules/parties'
import type { CallSection, Submissions } from '#modules/submissions'
import { anybody } from '#platform/access'
import type { Platform } from '#platform/manifest'
import { agendasOf, type SessionAgenda } from './agenda.ts'
import { placeOf } from './citation.ts'
import { compile, type ReportFacts, type Scope } from './compile.ts'
import { crossCheck } from './cross-check.ts'
import { documentationOf } from './documentation.ts'
import { type Asked, type Registered, unique } from './entries.ts'
import { openIssuing } from './issuing.ts'
import { inTongue } from './names.ts'
import { nearnessIn } from './nearness.ts'
import { sessionWithin } from './reach.ts'
import { type Recorded, reportedBy, sizeOf } from './record.ts'
import { renderReport } from './render/render.ts'
import type { Documentation, ReportQuery, ReportSource, Reports } from './report.ts'
import { askedBy, scopeFinder, scopeId } from './scope.ts'
import { inEnglish, inLanguage, type Words } from './words.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
  readonly submissions: Submissions
  readonly followup: Followup
}

interface Query {
  readonly body: string
  readonly session: number
  readonly asOf?: IsoDate
}

/** Where the application is reached: links in files that leave it start here. */
const originOf = (environment: NodeJS.ProcessEnv): string =>
  environment.RESOLUTE_ORIGIN ?? environment.ORIGIN ?? 'http://localhost:8080'

/** Opens the room. A report is compiled anew each time it is asked for; what was issued is kept as it went out. */
export function openReports(
  { database, now }: Platform,
  { ledger, parties, calendar, documents, mandates, submissions, followup }: Left,
): Reports {
  ledger.onVerify(crossCheck)
  const agendaOf = agendaFinder(documents)

  /** Mandates of the texts named, in the order of the texts; what came later than `asOf` is left out. */
  async function registerOf(ids: readonly string[]): Promise<readonly Registered[]> {
    const texts = await Promise.all(ids.map((id) => mandates.ofDocument(id)))
    return texts.flat()
  }

  async function documentation({ body, session: number, asOf }: Query): Promise<Documentation | null> {
    const table = await calendar.table()
    const known = table.body(body)
    const session = known && sessionWithin(table, known.code, number)
    if (!known || !session) return null
    const due = await mandates.due({ body: known.code, session: number, kinds: ['report'], ...(asOf && { asOf }) })
    const agenda = await agendaOf(session, table, await documents.list(), asOf)
    const register = await registerOf(textsOf(due, agenda ? [agenda.document] : []))
    const directory = await parties.directory()
    return documentationOf(
      {
        session,
        deadlines: table.deadlines(known.code, number),
        agenda,
        duties: register.flatMap((registered) => dutiesAt(session, registered, due)),
        texts: register.map(({ mandate }) => mandate.text),
        nearness: nearnessIn(directory),
        nameOf: ({ actor, actorName }) => (actor === null ? null : directory.actor(actor)?.name.en) ?? actorName,
      },
      inEnglish,
    )
  }

  /** What the dossiers of these duties said in public at the end of a day. */
  async function recordedOn(
    day: IsoDate,
    due: readonly Asked[],
    register: readonly Registered[],
    directory: Directory,
  ): Promise<Recorded> {
    const obligations = new Map(register.flatMap((one) => one.obligations.map((o) => [o.id, o] as const)))
    const ids = unique(due.map(({ obligation }) => obligation))
    const dossiers = await Promise.all(ids.map((id) => followup.dossier(id, anybody)))
    return {
      reported: new Map(dossiers.flatMap((found) => (found ? [[found.id, reportedBy(found, day)] as const] : []))),
      asked: new Map(ids.map((id) => [id, sizeOf(obligations.get(id)?.actor ?? null, directory)] as const)),
    }
  }

  /** What came in answer to the calls that feed a session and rest on the text the report is about, if it is on one. */
  async function sectionsOn(
    day: IsoDate,
    { body, number }: Session,
    scope: Scope | null,
    language: string,
  ): Promise<readonly CallSection[]> {
    const calls = (await submissions.feeding(body, number)).filter(
      ({ words: { anchor } }) => scope === null || (anchor?.document === scope.document && anchor.unit === scope.unit),
    )
    const sections = await Promise.all(calls.map(({ id }) => submissions.section(id, language as Language, day)))
    return sections.filter((section) => section !== null)
  }

  async function factsOf(
    { body, session: number, scope: scopeId }: ReportQuery,
    asOf: IsoDate,
    words: Words,
  ): Promise<ReportFacts | null> {
    const { language } = words
    const table = await calendar.table()
    const known = table.body(body)
    const session = known && sessionWithin(table, known.code, number)
    if (!known || !session) return null
    const scope = scopeId === undefined ? null : await scopeFinder(mandates, scopeId, asOf)
    if (scopeId !== undefined && !scope) return null
    const explain = (why: Why): string => table.explain(why, language)
    const due = scope
      ? askedBy(scope.register, { body: known.code, session: number }, explain, words)
      : await mandates.due({ body: known.code, session: number, asOf, language })
    const ids = textsOf(due)
    const directory = await parties.directory()
    const parent = directory.actor(known.actor)?.partOf ?? null
    const register = scope?.register ?? (await registerOf(ids))
    const listed = (await documentation({ body, session: number, asOf }))?.entries ?? []
    const organ = parent === null ? null : (directory.actor(parent)?.name ?? null)
    const facts: ReportFacts = {
      body: known,
      organ,
      session,
      asOf,
      scope: scope?.scope ?? null,
      due,
      register,
      deadlines: table.deadlines(known.code, number),
      sources: await Promise.all(ids.map((id) => sourceOf(documents, id))),
      agendaItems: new Map(
        listed.flatMap(({ source, agendaItem }) =>
          source && agendaItem ? [[source.mandate, agendaItem] as const] : [],
        ),
      ),
      recorded: await recordedOn(asOf, due, register, directory),
      sections: await sectionsOn(asOf, session, scope?.scope ?? null, language),
      explain,
    }
    return inTongue(facts, directory, language)
  }

  return {
    ...openIssuing({
      database,
      now,
      ledger,
      origin: originOf(process.env),
      generate: async (query) => {
        const words = inLanguage(query.language)
        const facts = await factsOf(query, query.asOf ?? now().toISOString().slice(0, 10), words)
        return facts && compile(facts, words)
      },
    }),
    render: (report, format, options) => renderReport(report, format, originOf(process.env), options),
    async scopes({ body, session, asOf, language }) {
      const due = await mandates.due({ body, session, ...(asOf && { asOf }) })
      const units = new Map(due.map(({ document, unit }) => [scopeId(document, unit), { document, unit }]))
      const words = inLanguage(language)
      return [...units].map(([id, { document, unit }]) => {
        const { name, place } = placeOf(document, unit, words)
        return { id, name: place === null ? name : words('reports.citation.placed', { name, document }) }
      })
    },
    documentation,
  }
}

/** Documents of the due entries and any further ones, each once, in the order of their symbols. */
function textsOf(due: readonly Asked[], further: readonly string[] = []): string[] {
  return [...new Set([...due.map((entry) => entry.document), ...further])].sort()
}

async function sourceOf(documents: Documents, id: string): Promise<ReportSource> {
  const found = await documents.document(id)
  if (!found) throw new Error(`the register names a document that is not there: ${id}`)
  const { document, version } = found
  return { document: id, title: document.title, version: version.version, sha256: version.sha256 }
}

/**
 * The report duties of a mandate that a session is to have before it: those due there, and those due within a time of
 * their own ("biennially, starting in 2012") in which the session falls and which name no other session.
 */
function dutiesAt(
  session: Session,
  { mandate, obligations }: Registered,
  due: readonly DueEntry[],
): { mandate: Mandate; obligation: Obligation }[] {
  const regular = session.parts.find(({ part }) => part === 'regular')
  const period = regular?.held ?? regular?.planned
  return obligations
    .filter((obligation) => {
      if (obligation.kind !== 'report') return false
      if (due.some((entry) => entry.obligation === obligation.id)) return true
      return obligation.dues.some(
        (one) =>
          one.state === 'dated' && one.session === null && period && one.from <= period.to && one.to >= period.from,
      )
    })
    .map((obligation) => ({ mandate, obligation }))
}

/**
 * Finds the agenda a text of the register sets out for a session. Texts are looked through once for each version; those
 * adopted at the session's own body first, then the newest. A text of more than three years before is not looked at.
 */
function agendaFinder(documents: Documents) {
  const seen = new Map<string, readonly SessionAgenda[]>()
  async function agendasIn({ id, version }: Document, table: SessionTable): Promise<readonly SessionAgenda[]> {
    const key = `${id} ${version}`
    const known = seen.get(key)
    if (known) return known
    const found = await documents.document(id)
    const agendas = found ? agendasOf(id, found.version.outline.units, table) : []
    seen.set(key, agendas)
    return agendas
  }
  return async (session: Session, table: SessionTable, list: readonly Document[], asOf: IsoDate | undefined) => {
    const opens = (session.parts[0]?.held ?? session.parts[0]?.planned)?.from ?? '9999-12-31'
    const end = asOf !== undefined && asOf < opens ? asOf : opens
    const start = `${Number(end.slice(0, 4)) - 3}${end.slice(4)}`
    const near = (document: Document): number => (document.session?.body === session.body ? 0 : 1)
    const candidates = list
      .filter(({ adopted }) => adopted === null || (adopted >= start && adopted <= end))
      .sort((a, b) => near(a) - near(b) || (b.adopted ?? '').localeCompare(a.adopted ?? ''))
    for (const document of candidates) {
      const agendas = await agendasIn(document, table)
      const own = agendas.find(
        (agenda) => agenda.session.body === session.body && agenda.session.number === session.number,
      )
      if (own) return own
    }
    return null
  }
}
