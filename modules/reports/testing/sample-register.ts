import { readFileSync } from 'node:fs'
import type { Addressee, Condition, Force, ObligationKind } from '@resolute/reader'
import { type Due, sessionTable, shippedCalendar } from '#modules/calendar'
import type { DueEntry, Obligation } from '#modules/mandates'
import type { ReportFacts } from '../compile.ts'
import type { Registered } from '../entries.ts'
import { nothingRecorded } from '../record.ts'

/** A part of the register as it is to stand after both samples are imported, typed by hand: for tests of this module. */

const report2011 = linesOf('E-2011-30-chapter-I.txt')
const resolution2012 = linesOf('E-RES-2012-19.txt')

function linesOf(file: string): string[] {
  return readFileSync(new URL(`../../../samples/${file}`, import.meta.url), 'utf8').split('\n')
}

/** The paragraph that starts on a line of a sample, without number, emphasis and footnote marks. */
function paragraphAt(lines: readonly string[], line: number): string {
  return (lines[line - 1] ?? '')
    .replace(/^(?:\d+\.|\([a-z]\)) /, '')
    .replace(/\*|<sup>\d+<\/sup>|[⁰¹²³⁴-⁹]+/g, '')
    .trim()
}

export const calendar = sessionTable(shippedCalendar())

interface Asked {
  readonly actor: string
  readonly action: string
  readonly subject?: string
  readonly kind?: ObligationKind
  readonly force?: Force
  readonly toWhom?: readonly string[]
  readonly conditions?: readonly Condition[]
  /** Session of the CCPCJ at which it is due; without one there is no date. */
  readonly session?: number
  readonly undated?: Extract<Due, { state: 'undated' }>
  readonly continuing?: boolean
}

const noTime: Due = { state: 'undated', reason: 'no-time', why: { code: 'no-time', facts: {} } }

function duesOf({ session, undated }: Asked): readonly Due[] {
  if (session === undefined) return [undated ?? noTime]
  return calendar.due(
    {
      kind: 'session',
      asWritten: 'at its session',
      body: 'Commission on Crime Prevention and Criminal Justice',
      number: session,
      year: null,
      relative: null,
      part: null,
    },
    { adopted: '2011-04-15', session: { body: 'CCPCJ', number: 20 } },
    '2020-12-31',
  )
}

interface Place {
  readonly document: string
  readonly unit: string
  readonly title: string
  readonly organ: string
  readonly adopted: string
  readonly lines: readonly string[]
}

const commission = 'The Commission on Crime Prevention and Criminal Justice'

function inReport(unit: string, title: string, organ = commission): Place {
  return { document: 'E/2011/30', unit, title, organ, adopted: '2011-04-15', lines: report2011 }
}

const sheet: Place = {
  document: 'E/RES/2012/19',
  unit: 'E/RES/2012/19',
  title:
    'Strengthening international cooperation in combating transnational organized crime in all its forms and manifestations',
  organ: 'The Economic and Social Council',
  adopted: '2012-07-26',
  lines: resolution2012,
}
const r20x1 = inReport(
  'D/Resolution 20/1',
  'Improving the governance and financial situation of the United Nations Office on Drugs and Crime: recommendations of the standing open-ended intergovernmental working group on improving the governance and financial situation of the United Nations Office on Drugs and Crime',
)
const draftA1 = inReport(
  'A/Draft resolution I',
  'Follow-up to the Twelfth United Nations Congress on Crime Prevention and Criminal Justice and preparations for the Thirteenth United Nations Congress on Crime Prevention and Criminal Justice',
  'The General Assembly',
)
const draftA3 = inReport(
  'A/Draft resolution III',
  'Strengthening crime prevention and criminal justice responses to protect cultural property, especially with regard to its trafficking',
  'The General Assembly',
)
const draftB2 = inReport(
  'B/Draft resolution II',
  'Support for the development and implementation of an integrated approach to programme development at the United Nations Office on Drugs and Crime',
  'The Economic and Social Council',
)
const draftB4 = inReport(
  'B/Draft resolution IV',
  'Crime prevention and criminal justice responses against illicit trafficking in endangered species of wild fauna and flora',
  'The Economic and Social Council',
)
const r20x3 = inReport(
  'D/Resolution 20/3',
  'Implementation of the United Nations Global Plan of Action to Combat Trafficking in Persons',
)

const implementation = 'the implementation of the present resolution'

function registered(
  place: Place,
  path: string,
  line: number,
  asked: readonly Asked[],
  context: string[] = [],
): Registered {
  const id = place.document === place.unit ? `${place.document}#${path}` : `${place.document}#${place.unit}#${path}`
  const named = { document: place.document, unit: place.unit, unitTitle: place.title, path }
  return {
    mandate: {
      ...named,
      id,
      text: paragraphAt(place.lines, line),
      context,
      organ: place.organ,
      adopted: place.adopted,
      clauses: [],
      reading: { state: 'certain', look: null, ruleClauses: [], certainty: 1, doubts: [], person: null, seen: '' },
    },
    obligations: asked.map((one, index) => ({ ...named, ...obligationOf(one), id: `${id}/${index + 1}`, mandate: id })),
  }
}

function obligationOf(asked: Asked): Omit<Obligation, 'id' | 'mandate' | 'document' | 'unit' | 'unitTitle' | 'path'> {
  return {
    kind: asked.kind ?? 'other',
    force: asked.force ?? 'request',
    actor: null,
    actorName: asked.actor satisfies Addressee['name'],
    actorAsWritten: asked.actor,
    action: asked.action,
    act: asked.action,
    subject: asked.subject ?? null,
    toWhom: asked.toWhom ?? [],
    restrictions: [],
    conditions: asked.conditions ?? [],
    money: [],
    life: null,
    timings: [],
    dues: duesOf(asked),
    continuing: asked.continuing ?? false,
    links: [],
    status: 'no_information',
    by: 'test',
    certainty: 1,
    stands: true,
  }
}

const ccpcj = ['Commission on Crime Prevention and Criminal Justice']
const asReport = { kind: 'report', toWhom: ccpcj } as const

/** Paragraphs of both samples in the order of the texts, the lines counted in the files. */
export const register: readonly Registered[] = [
  registered(draftA1, '4', 37, [
    { actor: 'Member States', action: 'provide their suggestions', force: 'recommendation' },
    {
      ...asReport,
      actor: 'Secretary-General',
      action: 'report',
      subject: 'the suggestions made by Member States',
      session: 21,
    },
  ]),
  registered(draftA3, '3', 157, [
    {
      ...asReport,
      actor: 'Member States',
      action: 'submit to the Commission practical proposals',
      force: 'recommendation',
      session: 22,
      conditions: [{ asWritten: 'where appropriate', class: 'as_appropriate' }],
    },
    { ...asReport, actor: 'other donors', action: 'submit to the Commission practical proposals', session: 22 },
  ]),
  registered(draftA3, '10', 191, [
    { ...asReport, actor: 'Secretary-General', action: 'report', subject: implementation, session: 22 },
  ]),
  registered(draftA3, '11', 193, [
    { actor: 'Member States', action: 'provide extrabudgetary resources', force: 'recommendation' },
  ]),
  registered(draftB2, '15', 459, [
    {
      ...asReport,
      actor: 'UNODC',
      action: 'report on progress made in such implementation',
      subject: 'progress made in such implementation',
      session: 21,
    },
  ]),
  registered(draftB4, '7', 565, [
    {
      kind: 'event',
      actor: 'Member States',
      action: 'share their experiences and best practices',
      subject: 'thematic discussion',
      force: 'recommendation',
      session: 22,
    },
  ]),
  registered(
    r20x1,
    '21(f)',
    822,
    [21, 22].map((session) => ({
      ...asReport,
      actor: 'Secretariat',
      action: 'submit a short and concise report on the implementation of resolutions',
      subject: 'the implementation of resolutions',
      session,
      continuing: true,
      conditions: [{ asWritten: 'as appropriate', class: 'as_appropriate' as const }],
    })),
    [paragraphAt(report2011, 810)],
  ),
  registered(r20x3, '10', 932, [
    {
      ...asReport,
      toWhom: [],
      actor: 'UNODC',
      action: 'report biennially on patterns, forms and flows of trafficking in persons',
      subject: 'patterns, forms and flows of trafficking in persons at all levels',
      session: 21,
      continuing: true,
    },
  ]),
  registered(r20x3, '12', 936, [
    { ...asReport, actor: 'Secretary-General', action: 'report', subject: implementation, session: 21 },
  ]),
  registered(sheet, '4', 79, [
    {
      actor: 'UNODC',
      action: 'request Member States and interested international organizations',
      force: 'recommendation',
    },
    { ...asReport, actor: 'UNODC', action: 'report on those submissions', subject: 'those submissions', session: 22 },
  ]),
  registered(sheet, '5', 81, [
    {
      actor: 'Member States',
      action: 'consider reviewing their legal and regulatory arrangements',
      undated: { state: 'undated', reason: 'manner', why: { code: 'manner', facts: { asWritten: 'promptly' } } },
    },
  ]),
  registered(sheet, '16', 107, [
    { actor: 'States', action: 'provide extrabudgetary resources', force: 'recommendation' },
  ]),
  registered(sheet, '17', 109, [
    {
      ...asReport,
      actor: 'Secretary-General',
      action: 'submit to the Commission a report on the implementation of the present resolution',
      subject: implementation,
      session: 22,
    },
  ]),
]

/** What falls due at a session of the CCPCJ, as the register answers it. */
function dueAt(session: number): DueEntry[] {
  return register.flatMap(({ mandate, obligations }) =>
    obligations.flatMap((o) =>
      o.dues.flatMap((due): DueEntry[] => {
        if (due.state !== 'dated' || due.session !== session) return []
        return [
          {
            unit: mandate.unit,
            path: mandate.path,
            kind: o.kind,
            actor: o.actorName,
            toWhom: o.toWhom.join('; ') || null,
            subject: o.subject ?? o.action,
            due: { ...due, why: calendar.explain(due.why) },
            status: o.status,
            mandate: mandate.id,
            document: mandate.document,
            obligation: o.id,
            continuing: o.continuing,
          },
        ]
      }),
    ),
  )
}

export function factsFor(number: number): ReportFacts {
  const session = calendar.session('CCPCJ', number)
  const body = calendar.body('CCPCJ')
  if (!session || !body) throw new Error('the calendar has lost the CCPCJ')
  return {
    body,
    organ: { en: 'Economic and Social Council' },
    session,
    scope: null,
    asOf: '2013-04-01',
    due: dueAt(number),
    register,
    deadlines: calendar.deadlines('CCPCJ', number),
    sources: [
      { document: 'E/2011/30', title: 'Report of the Commission', version: 1, sha256: 'a'.repeat(64) },
      { document: 'E/RES/2012/19', title: 'E/RES/2012/19', version: 1, sha256: 'b'.repeat(64) },
    ],
    agendaItems: new Map(),
    recorded: nothingRecorded,
    sections: [],
    explain: (why) => calendar.explain(why),
  }
}
