import type { Language } from '@resolute/reader'
import { html } from 'hono/html'
import { type Period, periodInWords } from '#modules/calendar'
import { directionOf, localeOf } from '#platform/i18n'
import { wordsIn } from '#platform/words'
import { answerAddress, type Followable } from './followable.ts'
import type { Reminder } from './reminders.ts'
import type { MoveToTell } from './store-moves.ts'

const words = wordsIn(new URL('./letters/', import.meta.url))

/** Subject, plain text and HTML of a letter. */
export interface LetterWords {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** To whom, and from where. */
export interface LetterHead {
  readonly name: string | null
  readonly language: Language
  /** Address of the site, without a slash at its end. */
  readonly site: string
}

interface Item {
  readonly title: string
  readonly place: string
  readonly when: string
  readonly address: string
}

/** What is due, and since when, for one person on one day. `stop` is the page where such letters are made fewer. */
export function digestLetter(
  head: LetterHead & { readonly stop: string },
  reminders: readonly Reminder[],
  more: number,
): LetterWords {
  const say = words(head.language)
  const items = reminders.map(({ asked, day, inDays }) => {
    const facts = { days: Math.abs(inDays), day: periodInWords({ from: day, to: day }, head.language) }
    const when = inDays > 0 ? 'ahead' : inDays === 0 ? 'today' : 'past'
    return itemOf(asked, say(`letter.when.${when}`, facts), head.site)
  })
  return laidOut(head, {
    subject: say('letter.digest.subject', { count: reminders.length + more }),
    opening: [greeting(head), say('letter.digest.opening', { count: reminders.length })],
    items,
    closing: [
      ...(more > 0 ? [say('letter.digest.more', { count: more })] : []),
      say('letter.digest.answer'),
      say('letter.digest.stop', { address: head.stop }),
    ],
  })
}

export interface MovedItem {
  readonly asked: Followable
  readonly before: Period
  readonly after: Period
}

/** A session was moved: what is due on other days now, and why. */
export function moveLetter(head: LetterHead, move: MoveToTell, items: readonly MovedItem[]): LetterWords {
  const say = words(head.language)
  const inWords = (period: Period) => periodInWords(period, head.language)
  const facts = { body: move.body, number: move.number, part: move.part, to: inWords(move.to) }
  const from = move.from === null ? '' : inWords(move.from)
  return laidOut(head, {
    subject: say('letter.moved.subject', facts),
    opening: [
      greeting(head),
      move.from === null ? say('letter.moved.fixed', facts) : say('letter.moved.opening', { ...facts, from }),
      say('letter.moved.why', { reason: move.reason }),
      say('letter.moved.items', { count: items.length }),
    ],
    items: items.map(({ asked, before, after }) =>
      itemOf(asked, say('letter.moved.days', { before: inWords(before), after: inWords(after) }), head.site),
    ),
    closing: [],
  })
}

function greeting({ language, name }: LetterHead): string {
  return words(language)(name === null ? 'letter.greeting.nobody' : 'letter.greeting.name', { name: name ?? '' })
}

function itemOf({ kind, title, id, holder, anchor }: Followable, when: string, site: string): Item {
  const unit = anchor?.unit === anchor?.document ? anchor?.document : `${anchor?.document}, ${anchor?.unit}`
  const place = anchor === null ? holder : `${unit}, ${anchor.path}`
  return { title, place, when, address: `${site}${answerAddress({ kind, id })}` }
}

interface Layout {
  readonly subject: string
  readonly opening: readonly string[]
  readonly items: readonly Item[]
  readonly closing: readonly string[]
}

function laidOut({ language, site }: LetterHead, { subject, opening, items, closing }: Layout): LetterWords {
  const listed = items.map(({ title, place, when, address }) => `${when}\n${title}\n(${place})\n${address}`)
  const text = [...opening, ...listed, ...closing, site].join('\n\n')
  const page = html`<!doctype html>
<html lang="${localeOf(language)}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font-family: sans-serif; max-width: 40em">
${opening.map((line) => html`<p>${line}</p>`)}
<ul>${items.map(
    ({ title, place, when, address }) =>
      html`<li><p><strong>${when}</strong><br><a href="${address}" dir="auto">${title}</a><br><span dir="auto">${place}</span></p></li>`,
  )}</ul>
${closing.map((line) => html`<p>${line}</p>`)}
<p><a href="${site}">${site}</a></p>
</body>
</html>
`
  return { subject, text: `${text}\n`, html: String(page) }
}
