import { expect, test } from 'vitest'
import type { Implementation, Reported } from './dossier.ts'
import { lives, reportable, statusOf, steps, type UpdateState } from './transitions.ts'

const statuses: readonly Implementation[] = ['no_information', ...reportable]
const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const))

test('every pair of statuses has its step', () => {
  expect(pairs).toHaveLength(36)
  for (const [from, to] of pairs) expect(['plain', 'reason', 'refused']).toContain(steps[from][to])
  expect(Object.keys(steps).sort()).toEqual([...statuses].sort())
})

test.each(pairs)('%s to %s follows the rules that are written down', (from, to) => {
  const rank: Readonly<Record<Implementation, number>> = {
    no_information: 0,
    not_started: 1,
    in_progress: 2,
    implemented: 3,
    overtaken: 4,
    discontinued: 4,
  }
  const step = steps[from][to]
  if (to === 'no_information') expect(step).toBe('refused')
  else if (rank[to] === 4 || rank[to] < rank[from]) expect(step).toBe('reason')
  else expect(step).toBe('plain')
})

const states: readonly UpdateState[] = ['draft', 'published', 'replaced', 'withdrawn']

test.each(states.flatMap((state) => (['clear', 'withdraw', 'correct'] as const).map((act) => [state, act] as const)))(
  'an update that is %s, by %s',
  (state, act) => {
    const becomes = lives[state][act]
    if (state === 'replaced' || state === 'withdrawn') expect(becomes).toBeNull()
    else if (act === 'clear') expect(becomes).toBe(state === 'draft' ? 'published' : null)
    else expect(becomes).toBe(act === 'withdraw' ? 'withdrawn' : 'replaced')
  },
)

test.each<[readonly Reported[], number, Implementation]>([
  [[], 193, 'no_information'],
  [['implemented'], 1, 'implemented'],
  [['overtaken'], 1, 'overtaken'],
  [['implemented'], 193, 'in_progress'],
  [['implemented', 'implemented'], 2, 'implemented'],
  [['implemented', 'not_started'], 2, 'in_progress'],
  [['not_started', 'not_started'], 193, 'not_started'],
  [['not_started', 'discontinued'], 193, 'not_started'],
  [['overtaken', 'overtaken'], 193, 'overtaken'],
  [['in_progress'], Number.POSITIVE_INFINITY, 'in_progress'],
])('of %j among %d asked, the dossier says %s', (published, asked, status) => {
  expect(statusOf(published, asked)).toBe(status)
})

test('a dossier says nothing that nobody said, but that something is under way', () => {
  for (const a of reportable) {
    for (const b of reportable) {
      const said = statusOf([a, b], 193)
      expect([a, b, 'in_progress']).toContain(said)
      if (said === 'in_progress')
        expect(['in_progress', 'implemented'].some((one) => [a, b].includes(one as Reported))).toBe(true)
    }
  }
})
