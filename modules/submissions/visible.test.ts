import { expect, test } from 'vitest'
import { directoryOf, shippedActors } from '#modules/parties'
import { anybody, type Grant, type Visitor } from '#platform/access'
import { visibilities } from './call.ts'
import { maySee, type Seen, sightOf } from './visible.ts'

const directory = directoryOf(shippedActors())
const as = (...grants: readonly Grant[]): Visitor => ({ ...anybody, grants })
const visitors = {
  nobody: anybody,
  author: as({ role: 'focal-point', actor: 'cl' }),
  link: as({ role: 'invitee', actor: '2012-1/1' }),
  'other link': as({ role: 'invitee', actor: '2012-1/11' }),
  'other State': as({ role: 'focal-point', actor: 'it' }),
  entity: as({ role: 'focal-point', actor: 'unodc' }),
  officer: as({ role: 'officer', actor: null }),
  evaluator: as({ role: 'evaluator', actor: null }),
  administrator: as({ role: 'administrator', actor: null }),
} as const

const seers = (seen: Partial<Seen>): readonly string[] =>
  Object.entries(visitors)
    .filter(([, by]) =>
      maySee(sightOf(by, directory), {
        invitation: '2012-1/1',
        actor: 'cl',
        visibility: 'public',
        state: 'standing',
        ...seen,
      }),
    )
    .map(([name]) => name)

const always = ['author', 'link', 'officer', 'evaluator', 'administrator']

test('everybody sees what is public, focal points of States what is for Member States, the rest its authors and the office', () => {
  expect(seers({ visibility: 'public' })).toEqual(Object.keys(visitors))
  expect(seers({ visibility: 'member-states' }).toSorted()).toEqual([...always, 'other State'].toSorted())
  expect(seers({ visibility: 'office' }).toSorted()).toEqual(always.toSorted())
})

test('what was corrected or withdrawn is for its authors and the office, however it had been shown', () => {
  for (const state of ['replaced', 'withdrawn'] as const) {
    for (const visibility of visibilities) expect(seers({ state, visibility }).toSorted()).toEqual(always.toSorted())
  }
})

test('an organization, which is no actor, is seen by who holds its link', () => {
  const own = ['link', 'officer', 'evaluator', 'administrator']
  expect(seers({ actor: null, visibility: 'office' }).toSorted()).toEqual(own.toSorted())
})
