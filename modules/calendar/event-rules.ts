import type { Language } from '@resolute/reader'

/** An event whose day is known without any calendar: the adoption of the text itself. */
export interface EventRule {
  readonly id: string
  readonly language: Language
  readonly pattern: RegExp
  /** Executed as the rule's own test. */
  readonly example: string
}

/** Words for the adoption of the text that speaks. */
export const adoptionRules: readonly EventRule[] = [
  {
    id: 'adoption-of-the-present',
    language: 'en',
    pattern:
      /^(?:the )?(?:date of )?(?:the |its )?adoption(?: of (?:the present|this) (?:resolution|decision|text))?$/iu,
    example: 'the adoption of the present resolution',
  },
]

export function isAdoption(event: string): boolean {
  return adoptionRules.some(({ pattern }) => pattern.test(event.trim()))
}
