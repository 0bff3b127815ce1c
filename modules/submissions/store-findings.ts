import type { Language, LocalisedText } from '@resolute/reader'
import { type SqlBool, sql } from 'kysely'
import type { Database, Transaction } from '#platform/database'
import type { Answers } from './answer.ts'
import type { Visibility } from './call.ts'
import type { Submission } from './submission.ts'

/** What is said of a finding: changed as a whole. */
export interface FindingWords {
  readonly statement: LocalisedText
  readonly theme: LocalisedText
  readonly order: number
}

export interface FindingRow {
  readonly n: number
  readonly words: FindingWords
}

/** A passage that was not taken away, with what decides who sees it and whether it stands. */
export interface PassageRow {
  readonly key: string
  readonly finding: number
  readonly question: string
  readonly part: string | null
  readonly start_at: number
  readonly end_at: number
  readonly quote: string
  readonly by: string
  readonly at: Date
  readonly invitation_n: number
  readonly number: number
  readonly actor: string | null
  readonly name: string
  readonly language: Language
  readonly answers: Answers
  readonly shown_to: Visibility
  readonly state: Submission['state']
}

/** The newest words of each finding of a call that stood at an instant, in the order of the section; null: now. */
export async function findingRows(
  database: Database,
  call: string,
  until: Date | null = null,
): Promise<readonly FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select n, words from (
      select distinct on (n) n, words from submissions.findings
      where call = ${call} and at <= coalesce(${until}::timestamptz, 'infinity') order by n, key desc) newest
    where words is not null order by (words ->> 'order')::int, n`.execute(database)
  return rows
}

/** Passages of a call's findings that stood at an instant, in the order they were marked. */
export async function passageRows(
  database: Database,
  call: string,
  until: Date | null = null,
): Promise<readonly PassageRow[]> {
  const { rows } = await sql<PassageRow>`
    select p.key, p.finding, p.question, p.part, p.start_at, p.end_at, p.quote, p.by, p.at,
      s.invitation_n, s.number, s.actor, s.name, s.language, s.shown_to, s.state,
      jsonb_build_object(p.question, s.answers -> p.question) as answers
    from submissions.passages p join submissions.sent_now s on s.key = p.sent
    where p.call = ${call} and p.at <= coalesce(${until}::timestamptz, 'infinity')
      and not exists (select from submissions.passage_removals r
        where r.passage = p.key and r.at <= coalesce(${until}::timestamptz, 'infinity'))
    order by p.key`.execute(database)
  return rows
}

/** The newest words of one finding, `null` where it was dropped or never made. */
export async function findingWords(database: Database, call: string, n: number): Promise<FindingWords | null> {
  const { rows } = await sql<{ words: FindingWords | null }>`
    select words from submissions.findings where call = ${call} and n = ${n} order by key desc limit 1`.execute(
    database,
  )
  return rows[0]?.words ?? null
}

/** Number and place in the section of the next finding of a call that is held. */
export async function nextFinding(
  transaction: Transaction,
  call: string,
): Promise<{ readonly n: number; readonly order: number }> {
  const { rows } = await sql<{ n: number; order: number }>`
    select coalesce(max(n), 0) + 1 as n, coalesce(max((words ->> 'order')::int), 0) + 1 as order
    from submissions.findings where call = ${call}`.execute(transaction)
  return rows[0]!
}

interface Doing {
  readonly by: string
  readonly at: Date
}

/** Adds words of a finding; null drops it. Returns the key of the row. */
export async function addFinding(
  transaction: Transaction,
  row: Doing & { readonly call: string; readonly n: number; readonly words: FindingWords | null },
): Promise<string> {
  const words = row.words === null ? null : JSON.stringify(row.words)
  const { rows } = await sql<{ key: string }>`
    insert into submissions.findings (call, n, words, by, at)
    values (${row.call}, ${row.n}, ${words}::jsonb, ${row.by}, ${row.at}) returning key`.execute(transaction)
  return rows[0]!.key
}

export async function addPassage(
  transaction: Transaction,
  row: Doing & {
    readonly call: string
    readonly finding: number
    readonly sent: string
    readonly question: string
    readonly part: string | null
    readonly start: number
    readonly end: number
    readonly quote: string
  },
): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    insert into submissions.passages (call, finding, sent, question, part, start_at, end_at, quote, by, at)
    values (${row.call}, ${row.finding}, ${row.sent}, ${row.question}, ${row.part}, ${row.start}, ${row.end},
      ${row.quote}, ${row.by}, ${row.at}) returning key`.execute(transaction)
  return rows[0]!.key
}

/** The call a passage that was not taken away belongs to, and its finding; null where there is none. */
export async function passageAt(
  database: Database,
  key: string,
): Promise<{ readonly call_id: string; readonly finding: number } | null> {
  if (!/^[1-9]\d{0,17}$/.test(key)) return null
  const { rows } = await sql<{ call_id: string; finding: number }>`
    select c.id as call_id, p.finding from submissions.passages p join submissions.calls c on c.key = p.call
    where p.key = ${key} and ${sql<SqlBool>`not exists (
      select from submissions.passage_removals r where r.passage = p.key)`}`.execute(database)
  return rows[0] ?? null
}

export async function removePassage(transaction: Transaction, key: string, { by, at }: Doing): Promise<void> {
  await sql`insert into submissions.passage_removals (passage, by, at) values (${key}, ${by}, ${at})`.execute(
    transaction,
  )
}
