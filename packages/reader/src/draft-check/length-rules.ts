import type { DraftRule } from './draft.ts'
import { resolution } from './examples.ts'

const words = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Length against what the body has set; languages written without blanks are not counted in words. */
export const lengthRules: readonly DraftRule[] = [
  {
    code: 'text-too-long',
    severity: 'warning',
    source: 'limit-given',
    languages: ['ar', 'en', 'es', 'fr', 'ru'],
    find: ({ unit, preamble, paragraphs, limits }) => {
      const count = [...preamble, ...paragraphs.map(({ item }) => item)].reduce((sum, { text }) => sum + words(text), 0)
      const item = unit.items.find(({ kind }) => kind === 'title') ?? preamble[0] ?? paragraphs[0]?.item
      return item && limits.words !== undefined && count > limits.words
        ? [{ item, facts: { count, limit: limits.words } }]
        : []
    },
    fires: resolution('1. Requests the Secretariat to act;', '2. Decides to remain seized of the matter.'),
    quiet: resolution('Requests the Secretariat to act.'),
    limits: { words: 8 },
  },
  {
    code: 'title-too-long',
    severity: 'info',
    source: 'limit-given',
    languages: ['ar', 'en', 'es', 'fr', 'ru'],
    find: ({ unit, limits }) => {
      const item = unit.items.find(({ kind }) => kind === 'title')
      const count = words(unit.title ?? '')
      return item && limits.titleWords !== undefined && count > limits.titleWords
        ? [{ item, facts: { count, limit: limits.titleWords } }]
        : []
    },
    fires: resolution('1. Requests the Secretariat to act;', '2. Decides to remain seized of the matter.').replace(
      'Prevention of crime',
      'Prevention of crime in all its forms and manifestations everywhere',
    ),
    quiet: resolution('1. Requests the Secretariat to act.'),
    limits: { titleWords: 8 },
  },
]
