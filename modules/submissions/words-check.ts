import { type LocalisedText, languages } from '@resolute/reader'
import { isDate, type SessionTable } from '#modules/calendar'
import type { Directory } from '#modules/parties'
import { isMailAddress } from '#platform/mail'
import { type Anchor, type CallWords, visibilities } from './call.ts'
import { isSaid } from './form-texts.ts'
import type { FieldError } from './refusal.ts'

/** The most characters of each text of a call, and of reminders. */
const longest = { subject: 300, introduction: 8000 } as const
const mostReminders = 6
const earliestReminder = 180

/** What a check of a call's words stands on. */
export interface WordsKnown {
  readonly directory: Directory
  readonly table: SessionTable
  /** Whether the paragraph named stands in the register. */
  readonly anchorFound: boolean
  /** ISO day. */
  readonly today: string
}

/** PostgreSQL stores no U+0000, and a lone half of a pair is no character. */
const isWriting = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

function textErrors(field: string, text: LocalisedText, most: number): readonly FieldError[] {
  return languages.flatMap((language): readonly FieldError[] => {
    const written = text[language] ?? ''
    if (!isWriting(written)) return [{ field: `${field}.${language}`, code: 'unreadable' }]
    if (written.length <= most) return []
    return [{ field: `${field}.${language}`, code: 'too-long', facts: { most, length: written.length } }]
  })
}

function deadlineErrors({ deadline }: CallWords, before: string | null, today: string): readonly FieldError[] {
  if (deadline === null || deadline === before) return []
  if (!isDate(deadline)) return [{ field: 'deadline', code: 'no-such-day' }]
  return deadline < today ? [{ field: 'deadline', code: 'in-the-past' }] : []
}

function reminderErrors({ reminders }: CallWords): readonly FieldError[] {
  const field = 'reminders'
  if (reminders.length > mostReminders)
    return [{ field, code: 'too-many', facts: { most: mostReminders, given: reminders.length } }]
  if (reminders.some((days) => !Number.isInteger(days))) return [{ field, code: 'no-number' }]
  if (reminders.some((days) => days < 0)) return [{ field, code: 'too-small', facts: { least: 0 } }]
  return reminders.some((days) => days > earliestReminder)
    ? [{ field, code: 'too-great', facts: { most: earliestReminder } }]
    : []
}

/** What is wrong with the words of a call. `before`: the deadline that stood, which may have passed meanwhile. */
export function wordsErrors(words: CallWords, known: WordsKnown, before: string | null = null): readonly FieldError[] {
  const { subject, introduction, anchor, caller, report, visibility, contact } = words
  const errors: FieldError[] = []
  if (!isSaid(subject)) errors.push({ field: 'subject', code: 'missing' })
  errors.push(...textErrors('subject', subject, longest.subject))
  errors.push(...textErrors('introduction', introduction, longest.introduction))
  if (anchor !== null && !known.anchorFound) errors.push({ field: 'anchor', code: 'no-such-paragraph' })
  if (caller !== null && known.directory.actor(caller) === null) errors.push({ field: 'caller', code: 'no-such-actor' })
  if (report !== null && !known.table.session(report.body, report.session)) {
    errors.push({ field: 'report', code: 'not-a-choice' })
  }
  errors.push(...deadlineErrors(words, before, known.today), ...reminderErrors(words))
  if (!visibilities.includes(visibility)) errors.push({ field: 'visibility', code: 'not-a-choice' })
  if (contact !== null && !isMailAddress(contact)) errors.push({ field: 'contact', code: 'no-mail-address' })
  return errors
}

const trimmed = (text: LocalisedText): LocalisedText =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const written = text[language]?.trim()
      return written ? [[language, written] as const] : []
    }),
  )

/** As they are kept: without blanks around and languages left empty, reminders once each and the earliest first. */
export const plainWords = (words: CallWords): CallWords => ({
  ...words,
  subject: trimmed(words.subject),
  introduction: trimmed(words.introduction),
  reminders: [...new Set(words.reminders)].sort((a, b) => b - a),
  contact: words.contact?.trim() || null,
})

const samePlace = (one: Anchor | null, other: Anchor | null): boolean =>
  one?.document === other?.document && one?.unit === other?.unit && one?.path === other?.path

/** What letters that went out have said, and is not unsaid: everything in `before` of subject, paragraph and day. */
export function fixedErrors(words: CallWords, before: CallWords): readonly FieldError[] {
  const errors: FieldError[] = []
  const changed = languages.some(
    (language) => before.subject[language] !== undefined && before.subject[language] !== words.subject[language],
  )
  if (changed) errors.push({ field: 'subject', code: 'fixed' })
  if (words.deadline !== before.deadline) errors.push({ field: 'deadline', code: 'fixed' })
  if (!samePlace(words.anchor, before.anchor)) errors.push({ field: 'anchor', code: 'fixed' })
  return errors
}
