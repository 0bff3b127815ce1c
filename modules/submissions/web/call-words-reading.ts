import { type Language, type LocalisedText, languages } from '@resolute/reader'
import type { Directory } from '#modules/parties'
import { nameIn } from '#platform/i18n'
import { fieldOf } from '#web'
import type { Anchor, CallWords, ReportSlot, Visibility } from '../call.ts'

/** A text by its fields `subject.en`, `subject.fr`; languages left empty are absent. */
export function textIn(form: FormData, name: string): LocalisedText {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const written = fieldOf(form, `${name}.${language}`).replace(/\r\n?/g, '\n').trim()
      return written === '' ? [] : [[language, written] as const]
    }),
  )
}

/** `CCPCJ/22`: the session a report goes to. What cannot be read is refused by the act, as no session. */
function reportIn(form: FormData, before: ReportSlot | null): ReportSlot | null {
  const written = fieldOf(form, 'report').trim()
  if (written === '') return null
  const [, body = written, session = '0'] = /^(.+?)\s*[/ ]\s*(\d{1,4})$/.exec(written) ?? []
  const slot = { body: body.toUpperCase(), session: Number(session) }
  const same = before !== null && before.body.toUpperCase() === slot.body && before.session === slot.session
  return same ? before : { ...slot, obligation: null }
}

/** The words of a call as a form gives them; paragraph and obligation are those it was made from. */
export function callWordsIn(
  form: FormData,
  from: { readonly anchor: Anchor | null; readonly report: ReportSlot | null },
) {
  const words: CallWords = {
    subject: textIn(form, 'subject'),
    introduction: textIn(form, 'introduction'),
    anchor: from.anchor,
    caller: fieldOf(form, 'caller') || null,
    report: reportIn(form, from.report),
    deadline: fieldOf(form, 'deadline') || null,
    visibility: fieldOf(form, 'visibility') as Visibility,
    reminders: fieldOf(form, 'reminders')
      .split(/[\s,;،]+/u)
      .filter((days) => days !== '')
      .map(Number),
    contact: fieldOf(form, 'contact') || null,
  }
  return words
}

/** Who may call: bodies and entities, by name. */
export const callersIn = (directory: Directory, language: string) =>
  [...directory.actors({ kind: 'entity' }), ...directory.actors({ kind: 'body' })]
    .map(({ id, name, short }) => ({
      value: id,
      text: short ? `${nameIn(name, language)} (${short})` : nameIn(name, language),
    }))
    .sort((a, b) => a.text.localeCompare(b.text, language))

/** The language an officer writes in: that of the page. */
export const writingIn = (language: string): Language => languages.find((one) => one === language) ?? 'en'
