import { isDate } from '#modules/calendar'
import type { FieldError, Finding, Implementation } from './dossier.ts'
import type { EvidenceGiven, UpdateWords } from './room.ts'
import { reportable, steps } from './transitions.ts'

/** The most characters of each text. A narrative is an answer, not a report: that is evidence. */
export const longest = { narrative: 8000, reason: 1000, title: 300, url: 2000, note: 8000, file: 200 } as const

/** The most pieces of evidence brought with one update, and answers in one form. */
export const mostAtOnce = 50

/** PostgreSQL stores no U+0000, and a lone half of a pair is no character. */
const isWriting = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

function textErrors(field: string, text: string, most: number, needed: boolean): FieldError[] {
  if (needed && text.trim() === '') return [{ field, code: 'missing' }]
  if (!isWriting(text)) return [{ field, code: 'not-a-choice' }]
  return text.length > most ? [{ field, code: 'too-long', facts: { most, length: text.length } }] : []
}

/** What is wrong with an update that follows `before`, on a day `today`. */
export function updateErrors(
  update: UpdateWords,
  before: Implementation,
  acceptable: boolean,
  today: string,
): FieldError[] {
  const errors: FieldError[] = []
  const { status, acceptance = null, asOf, narrative, language, reason } = update
  if (!reportable.includes(status)) errors.push({ field: 'status', code: status ? 'not-a-choice' : 'missing' })
  else if (steps[before][status] === 'reason' && !reason?.trim())
    errors.push({ field: 'reason', code: 'reason-needed' })
  if (acceptance !== null && (!acceptable || !['accepted', 'partly_accepted', 'not_accepted'].includes(acceptance))) {
    errors.push({ field: 'acceptance', code: 'not-a-choice' })
  }
  if (asOf === '') errors.push({ field: 'as-of', code: 'missing' })
  else if (!isDate(asOf) || asOf < '1945-10-24') errors.push({ field: 'as-of', code: 'no-such-day' })
  // A day later than today anywhere on earth.
  else if (asOf > nextDay(today)) errors.push({ field: 'as-of', code: 'in-the-future' })
  errors.push(...textErrors('narrative', narrative, longest.narrative, true))
  errors.push(...textErrors('reason', reason ?? '', longest.reason, false))
  if (!['ar', 'zh', 'en', 'fr', 'ru', 'es'].includes(language)) errors.push({ field: 'language', code: 'not-a-choice' })
  return errors
}

function nextDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}

/** What is wrong with a piece of evidence, as far as its words show. */
export function evidenceErrors({ title, content }: EvidenceGiven): FieldError[] {
  const errors = textErrors('title', title, longest.title, true)
  switch (content.kind) {
    case 'file':
      return [...errors, ...textErrors('file', content.name, longest.file, true)]
    case 'link':
      return [...errors, ...textErrors('url', content.url, longest.url, true), ...linkErrors(content.url)]
    case 'paragraph':
      return [...errors, ...textErrors('document', content.document, longest.title, true)]
  }
}

/** An address of the web that a reader can open: http or https, with a host, without a name and password in it. */
function linkErrors(url: string): FieldError[] {
  if (url.trim() === '') return []
  const parsed = URL.parse(url)
  const isWeb = parsed !== null && ['http:', 'https:'].includes(parsed.protocol) && /^https?:\/\//i.test(url.trim())
  if (isWeb && parsed.hostname !== '' && parsed.username === '' && parsed.password === '') return []
  return [{ field: 'url', code: 'no-web-address' }]
}

export const findings: readonly Finding[] = [
  'borne_out',
  'more_would_help',
  'no_evidence_given',
  'later_records_differ',
]

export function assessmentErrors(given: { readonly finding: Finding; readonly narrative: string }): FieldError[] {
  const errors: FieldError[] = findings.includes(given.finding) ? [] : [{ field: 'finding', code: 'missing' }]
  return [...errors, ...textErrors('narrative', given.narrative, longest.narrative, true)]
}

export const noteErrors = (text: string): FieldError[] => textErrors('text', text, longest.note, true)
export const reasonErrors = (reason: string | null | undefined): FieldError[] =>
  textErrors('reason', reason ?? '', longest.reason, false)
