import type { Calendar, IsoDate, Session, SessionTable } from '#modules/calendar'
import type { Document, Documents } from '#modules/documents'
import type { DueEntry, Mandate, Mandates, Obligation } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import type { Platform } from '#platform/manifest'
import { agendasOf, type SessionAgenda } from './agenda.ts'
import { compile, type ReportFacts } from './compile.ts'
import { documentationOf } from './documentation.ts'
import type { Registered } from './entries.ts'
import { inTongue } from './names.ts'
import { nearnessIn } from './nearness.ts'
import { sessionWithin } from './reach.ts'
import { renderReport } from './render/render.ts'
import type { Documentation, ReportSource, Reports } from './report.ts'
import { inEnglish, inLanguage, type Words } from './words.ts'

/** The rooms to the left. */
export interface Left {
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
}

interface Query {
  readonly body: string
  readonly session: number
  readonly asOf?: IsoDate
}

/** Where the application is reached: links in files that leave it start here. */
const originOf = (environment: NodeJS.ProcessEnv): string =>
  environment.RESOLUTE_ORIGIN ?? environment.ORIGIN ?? 'http://localhost:8080'

/** Opens the room. It stores nothing and writes no ledger entry: a report is compiled anew each time it is asked for. */
export function openReports({ now }: Platform, { parties, calendar, documents, mandates }: Left): Reports {
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

  async function factsOf(
    { body, session: number }: Query,
    asOf: IsoDate,
    { language }: Words,
  ): Promise<ReportFacts | null> {
    const table = await calendar.table()
    const known = table.body(body)
    const session = known && sessionWithin(table, known.code, number)
    if (!known || !session) return null
    const due = await mandates.due({ body: known.code, session: number, asOf, language })
    const ids = textsOf(due)
    const directory = await parties.directory()
    const parent = directory.actor(known.actor)?.partOf ?? null
    const listed = (await documentation({ body, session: number, asOf }))?.entries ?? []
    const organ = parent === null ? null : (directory.actor(parent)?.name ?? null)
    const facts: ReportFacts = {
      body: known,
      organ,
      session,
      asOf,
      due,
      register: await registerOf(ids),
      deadlines: table.deadlines(known.code, number),
      sources: await Promise.all(ids.map((id) => sourceOf(documents, id))),
      agendaItems: new Map(
        listed.flatMap(({ source, agendaItem }) =>
          source && agendaItem ? [[source.mandate, agendaItem] as const] : [],
        ),
      ),
      explain: (why) => table.explain(why, language),
    }
    return inTongue(facts, directory, language)
  }

  return {
    async compile(query) {
      const words = inLanguage(query.language)
      const facts = await factsOf(query, query.asOf ?? now().toISOString().slice(0, 10), words)
      return facts && compile(facts, words)
    },
    render: (report, format, options) => renderReport(report, format, originOf(process.env), options),
    documentation,
  }
}

/** Documents of the due entries and any further ones, each once, in the order of their symbols. */
function textsOf(due: readonly DueEntry[], further: readonly string[] = []): string[] {
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
