import type { ParagraphBlock } from '../blocks/block.ts'
import type { Adoption, Vote } from '../outline.ts'
import { mayMatch } from '../pattern-needs.ts'
import type { Phrases } from '../phrases/phrase.ts'

const lead = (value: number) => String(value).padStart(2, '0')

/** A pattern for each month of a language: group 1 is the day, group 2 the year. */
const patterns = new WeakMap<readonly string[], readonly RegExp[]>()

function patternsOf(months: readonly string[]): readonly RegExp[] {
  const before = patterns.get(months)
  if (before) return before
  const made = months.map(
    (month) =>
      new RegExp(
        `(\\d{1,2})(?:er|º|-е)?\\s+(?:de\\s+)?(?:${month})(?:/[\\p{L}\\p{M}]{2,12})?\\s+(?:de\\s+)?(\\d{4})`,
        'u',
      ),
  )
  patterns.set(months, made)
  return made
}

/** The first full date in a text as ISO date, by the months of the language. */
export function dateIn(text: string, phrases: Phrases): string | null {
  const head = text.slice(0, 600)
  if (!/\d{4}/.test(head)) return null
  const lower = head.toLowerCase()
  const chinese = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/.exec(lower)
  if (chinese) return `${chinese[1]}-${lead(Number(chinese[2]))}-${lead(Number(chinese[3]))}`
  for (const [index, pattern] of patternsOf(phrases.months).entries()) {
    const found = mayMatch(pattern, lower) ? pattern.exec(lower) : null
    if (found) return `${found[2]}-${lead(index + 1)}-${lead(Number(found[1]))}`
  }
  return null
}

/** Date, meeting and vote of adoption from the lines that give them: meeting line, masthead, or the chapeau of a decision. */
export function adoptionIn(lines: readonly ParagraphBlock[], phrases: Phrases, vote: Vote | null): Adoption | null {
  let date: string | null = null
  let meeting: string | null = null
  for (const { text } of lines) {
    date ??= dateIn(text, phrases)
    for (const { pattern } of phrases.meetings) meeting ??= pattern.exec(text.slice(0, 300))?.[1] ?? null
  }
  const number = /\d{1,5}/.exec(meeting ?? '')?.[0]
  if (!date && !meeting && !vote) return null
  return { date, meeting, ...(number && { meetingNumber: Number(number) }), ...(vote && { vote }) }
}
