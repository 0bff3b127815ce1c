import type { DraftRule } from './draft.ts'
import { verbStretch } from './draft.ts'
import { resolution } from './examples.ts'

const asksMoney =
  /\b(?:provide|contribute|allocate|mobilize|make available|increase)\b(?: [^,;]{0,60}?)?\b(?:resources|funds|funding)\b/i
const kindOfMoney =
  /\b(?:extra-?budgetary|voluntar\w+|regular budget|programme budget|core|trust fund|earmarked|existing resources|assessed|public|private|domestic|concessional|human resources|development assistance|additional|predictable|humanitarian|bilateral)\b/i
/** Work that costs: meetings, groups, help on the ground. */
const costs =
  /^(?:to )?(?:convene|organize|hold|host|establish|set up)\b (?!the\b|its\b)(?:\S+ ){0,10}?(?:meetings?|workshops?|seminars?|conferences?|expert group|working group|training|office|fund|database|network|mechanism)\b/i
const anyMoney =
  /\b(?:extra-?budgetary|voluntary|(?:existing|available|necessary|additional|sufficient|adequate|financial) (?:financial |and \w+ |\w+ )?resources|resources (?:available|necessary|required|for)|regular budget|programme budget|budget implications|trust fund|donors?|funding|without (?:additional )?cost)\b/i

/** Where the money is to come from. */
export const resourceRules: readonly DraftRule[] = [
  {
    code: 'money-without-kind',
    severity: 'info',
    source: 'adopted-texts',
    languages: ['en'],
    find: (draft) =>
      draft.paragraphs.flatMap(({ item, reading }) => {
        if (kindOfMoney.test(item.text)) return []
        const at = reading.obligations.find(
          ({ action, actor, force }) =>
            force !== 'recognition' &&
            (actor.class === 'donors' ||
              reading.clauses.some(({ addressees }) => addressees.some((a) => a.class === 'donors'))) &&
            asksMoney.test(action),
        )?.clause
        return at === undefined ? [] : [{ item, stretch: verbStretch(reading.clauses[at]!) }]
      }),
    fires: resolution('1. Invites Member States and other donors to provide resources for these purposes;'),
    quiet: resolution(
      '1. Invites Member States and other donors to provide extrabudgetary resources for these purposes;',
    ),
  },
  {
    code: 'cost-without-resources',
    severity: 'info',
    source: 'adopted-texts',
    languages: ['en'],
    find: (draft) => {
      if (draft.paragraphs.some(({ item }) => anyMoney.test(item.text))) return []
      for (const { item, reading } of draft.paragraphs) {
        const duty = reading.obligations.find(
          ({ force, actor, action }) =>
            force === 'request' && /^(?:secretary_general|secretariat_entity)$/.test(actor.class) && costs.test(action),
        )
        if (duty)
          return [{ item, stretch: verbStretch(reading.clauses[duty.clause]!), facts: { actor: duty.actor.name } }]
      }
      return []
    },
    fires: resolution('1. Requests the Secretary-General to convene three regional workshops in 2026;'),
    quiet: resolution(
      '1. Requests the Secretary-General to convene three regional workshops in 2026;',
      '2. Invites Member States and other donors to provide extrabudgetary resources for these purposes.',
    ),
  },
]
