import type { OpenAPIHono } from '@hono/zod-openapi'
import { type Calendar, calendarManifest } from '#modules/calendar'
import { type Citations, citationsManifest } from '#modules/citations'
import { type Documents, documentsManifest } from '#modules/documents'
import { type Followup, followupManifest } from '#modules/followup'
import { type Ledger, ledgerManifest } from '#modules/ledger'
import { type Lineage, lineageManifest } from '#modules/lineage'
import { type Mandates, mandatesManifest } from '#modules/mandates'
import { type Parties, partiesManifest } from '#modules/parties'
import { type Reports, reportsManifest } from '#modules/reports'
import { type Search, searchManifest } from '#modules/search'
import { type Submissions, submissionsManifest } from '#modules/submissions'
import type { Permission } from '#platform/access'
import type { MigrationSource } from '#platform/database'
import { type ReadyJob, readyJobs } from '#platform/jobs'
import { type Mail, readOutbox } from '#platform/mail'
import type { Platform } from '#platform/manifest'

/** The line of rooms. A module imports only modules to its left, and only through their door. */
export const line = [
  'ledger',
  'parties',
  'calendar',
  'documents',
  'mandates',
  'citations',
  'search',
  'lineage',
  'submissions',
  'followup',
  'reports',
] as const

export interface Rooms {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
  readonly citations: Citations
  readonly search: Search
  readonly lineage: Lineage
  readonly submissions: Submissions
  readonly followup: Followup
  readonly reports: Reports
  /** The outbox, for whoever may read it. */
  readonly mail: Mail
}

const manifests = [
  ledgerManifest,
  partiesManifest,
  calendarManifest,
  documentsManifest,
  mandatesManifest,
  citationsManifest,
  searchManifest,
  lineageManifest,
  submissionsManifest,
  followupManifest,
  reportsManifest,
] as const

export const migrationSources: readonly MigrationSource[] = manifests.map((m) => ({
  module: m.name,
  folder: m.migrations,
}))

/** The table of permissions: who may do which act, from every module and from the platform. */
export const permissionTable: readonly Permission[] = [
  ...manifests.flatMap(({ permissions = [] }) => permissions),
  readOutbox,
]

/** Every act that leaves an entry in the ledger, and whether it is one that no request leads to. */
export const ledgerActs: readonly { readonly act: string; readonly system: boolean }[] = manifests.flatMap(
  ({ acts, systemActs = [] }) => acts.map((act) => ({ act, system: systemActs.includes(act) })),
)

/** Opens every room in the order of the line. What the right wants to hear of is plugged into the left here. */
export function openRooms(platform: Platform): Rooms {
  const ledger = ledgerManifest.open(platform, {})
  const parties = partiesManifest.open(platform, { ledger })
  const calendar = calendarManifest.open(platform, { ledger, parties })
  const documents = documentsManifest.open(platform, { ledger, parties, calendar })
  const mandates = mandatesManifest.open(platform, { ledger, parties, calendar, documents })
  const citations = citationsManifest.open(platform, { ledger, parties, calendar, documents, mandates })
  const search = searchManifest.open(platform, { ledger, parties, calendar, documents, mandates, citations })
  const left = { ledger, parties, calendar, documents, mandates, citations, search }
  const lineage = lineageManifest.open(platform, left)
  const submissions = submissionsManifest.open(platform, left)
  const followup = followupManifest.open(platform, { ...left, submissions })
  const beforeReports = { ...left, lineage, submissions, followup }
  const reports = reportsManifest.open(platform, beforeReports)
  documents.onVersion(mandates.register)
  documents.onVersion(lineage.keepTexts)
  documents.onVersion(citations.keep)
  documents.onVersion(search.take)
  mandates.onReadAnew(search.take)
  mandates.onStatus(followup.statuses)
  submissions.onAnswer(followup.takeSubmission)
  return { ...beforeReports, reports, mail: platform.mail }
}

/** The JSON routes of every room that has any, to be mounted under /api/v1. */
export function routesOf(rooms: Rooms): readonly OpenAPIHono[] {
  return [
    ledgerManifest.routes?.(rooms.ledger, rooms),
    partiesManifest.routes?.(rooms.parties, rooms),
    calendarManifest.routes?.(rooms.calendar, rooms),
    documentsManifest.routes?.(rooms.documents, rooms),
    mandatesManifest.routes?.(rooms.mandates, rooms),
    citationsManifest.routes?.(rooms.citations, rooms),
    searchManifest.routes?.(rooms.search, rooms),
    lineageManifest.routes?.(rooms.lineage, rooms),
    submissionsManifest.routes?.(rooms.submissions, rooms),
    followupManifest.routes?.(rooms.followup, rooms),
    reportsManifest.routes?.(rooms.reports, rooms),
  ].filter((routes) => routes !== undefined)
}

/** What the rooms do by the clock, in the server or in workers apart. */
export function jobsOf(rooms: Rooms): readonly ReadyJob[] {
  return [
    ...readyJobs(rooms.ledger, ledgerManifest.jobs),
    ...readyJobs(rooms.parties, partiesManifest.jobs),
    ...readyJobs(rooms.calendar, calendarManifest.jobs),
    ...readyJobs(rooms.documents, documentsManifest.jobs),
    ...readyJobs(rooms.mandates, mandatesManifest.jobs),
    ...readyJobs(rooms.citations, citationsManifest.jobs),
    ...readyJobs(rooms.search, searchManifest.jobs),
    ...readyJobs(rooms.lineage, lineageManifest.jobs),
    ...readyJobs(rooms.submissions, submissionsManifest.jobs),
    ...readyJobs(rooms.followup, followupManifest.jobs),
    ...readyJobs(rooms.reports, reportsManifest.jobs),
  ]
}

/** After migration: fills the tables that ship with the program, from left to right. */
export async function fillRooms(rooms: Rooms): Promise<void> {
  await ledgerManifest.prepare?.(rooms.ledger)
  await partiesManifest.prepare?.(rooms.parties)
  await calendarManifest.prepare?.(rooms.calendar)
  await documentsManifest.prepare?.(rooms.documents)
  await mandatesManifest.prepare?.(rooms.mandates)
  await citationsManifest.prepare?.(rooms.citations)
  await searchManifest.prepare?.(rooms.search)
  await lineageManifest.prepare?.(rooms.lineage)
  await submissionsManifest.prepare?.(rooms.submissions)
  await followupManifest.prepare?.(rooms.followup)
  await reportsManifest.prepare?.(rooms.reports)
}
