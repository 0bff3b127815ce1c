import type { DraftRule } from './draft.ts'
import { verbStretch, withPoints } from './draft.ts'
import { resolution } from './examples.ts'

const body =
  '(?:working group|expert group|group of experts|task force|(?:ad hoc |sub-?)?committee|commission of inquiry|mission|mechanism|mandate|rapporteur|independent expert|trust fund|panel of experts|forum|platform|network)'
const establishes = new RegExp(
  `^(?:to )?(?:also )?(?:establish|create|set up|extend|renew|reconvene|appoint)\\b (?:(?!of\\b)[\\w-]+ ){0,9}?${body}s?\\b`,
  'i',
)
const renews = new RegExp(`^(?:the |an? )(?:(?!of\\b)[\\w-]+ ){0,9}?${body}s?\\b`, 'i')

/** A period, an end or a look back, in the paragraph itself. */
const bounded =
  /\b(?:period|until|expir\w+|terminat\w+|conclu\w+|complet\w+|years?|months?|biennium|duration|review\w*|by \d|by the end|in (?:19|20)\d\d|(?:19|20)\d\d\W+(?:19|20)\d\d|one-time|session|sessions)\b/i
/** An end or a look back that another paragraph of the text gives to what this one sets up. */
const reviewed = new RegExp(
  `\\breview\\b[^;]{0,80}\\b${body}|\\b(?:expire|expires|terminate|sunset|period of (?:\\w+ )?(?:years?|months?))\\b`,
  'i',
)

/** A mandate nobody bounds goes on until somebody remembers it. */
export const mandateLifeRules: readonly DraftRule[] = [
  {
    code: 'established-without-end',
    severity: 'warning',
    source: 'adopted-texts',
    languages: ['en'],
    find: (draft) => {
      const elsewhere = draft.paragraphs.some(({ item }) => reviewed.test(item.text))
      if (elsewhere) return []
      return draft.paragraphs.flatMap(({ item, reading }, at) => {
        if (item.level !== 1 || withPoints(draft, at).some((one) => bounded.test(one.item.text))) return []
        const clause = reading.clauses.find(
          ({ force, verb, action }) =>
            force === 'decision' &&
            (establishes.test(action) || (/\b(?:establish|renew|extend|create)s$/i.test(verb) && renews.test(action))),
        )
        if (clause) return [{ item, stretch: verbStretch(clause) }]
        // a chapeau has no clause of its own: its points have
        const opening = item.opening ?? ''
        const chapeau = reading.clauses.length === 0 && /\bdecides$/i.test(opening)
        return chapeau && establishes.test(item.text.slice(opening.length).trimStart())
          ? [{ item, stretch: [0, opening.length] as const }]
          : []
      })
    },
    fires: resolution(
      '1. Decides to establish an open-ended intergovernmental working group on the prevention of crime;',
    ),
    quiet: resolution('1. Decides to establish an open-ended working group on crime for a period of two years;'),
  },
]
