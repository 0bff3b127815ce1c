import { languages } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import { directoryOf } from './directory.ts'
import { foldName } from './name.ts'
import { qualifiers, restrictions } from './name-rules.ts'
import { shippedActors } from './shipped.ts'

const actors = shippedActors()
const directory = directoryOf(actors)
const idOf = (name: string) => directory.find(name)?.id ?? null

describe('the directory that ships', () => {
  test('holds the 193 Member States in their five groups, in six languages', () => {
    const states = directory.actors({ kind: 'state' })
    const sizes = Object.groupBy(states, (state) => state.group ?? 'none')
    expect(Object.fromEntries(Object.entries(sizes).map(([group, of]) => [group, of?.length]))).toEqual({
      africa: 54,
      'asia-pacific': 54,
      'latin-america-caribbean': 33,
      'western-europe-others': 29,
      'eastern-europe': 23,
    })
    for (const state of states) {
      expect(Object.keys(state.name).sort(), state.id).toEqual([...languages].sort())
      expect(state.codes?.alpha3, state.id).toMatch(/^[A-Z]{3}$/)
      expect(state.codes?.m49, state.id).toMatch(/^\d{3}$/)
    }
    expect(new Set(states.map((s) => s.codes?.alpha3)).size).toBe(193)
    expect(new Set(states.map((s) => s.codes?.m49)).size).toBe(193)
  })

  test('has one id for one actor, and only parts of actors that are there', () => {
    expect(new Set(actors.map((a) => a.id)).size).toBe(actors.length)
    for (const { id, partOf } of actors) if (partOf !== null) expect(directory.actor(partOf), id).not.toBeNull()
  })

  test('finds every actor by every name it has', () => {
    for (const actor of actors) {
      for (const name of [...Object.values(actor.name), ...actor.aliases]) {
        expect(idOf(name), name).toBe(actor.id)
        expect(idOf(name.toUpperCase()), name).toBe(actor.id)
      }
    }
  })
})

describe('who a name stands for', () => {
  test.each([...qualifiers, ...restrictions])('$id: $example', ({ example, stands, pattern }) => {
    expect(idOf(example)).toBe(stands)
    expect(foldName(example)).toMatch(pattern)
  })

  test.each([
    ['the Secretary-General', 'secretary-general'],
    ['United Nations Office on Drugs and Crime (UNODC)', 'unodc'],
    ['Executive Director of the United Nations Office on Drugs and Crime', 'unodc-executive-director'],
    ['UNODC Independent Evaluation Unit', 'ieu'],
    [
      'standing open-ended intergovernmental working group on improving the governance and financial situation of UNODC',
      'fingov',
    ],
    ['l’Office des Nations Unies contre la drogue et le crime', 'unodc'],
    ["Cote d'Ivoire", 'ci'],
    ['CÔTE D’IVOIRE', 'ci'],
    ['Islamic Republic of Iran', 'ir'],
    ['Viet Nam', 'vn'],
    ['the Netherlands', 'nl'],
    ['the former Yugoslav Republic of Macedonia', 'mk'],
    ['всемирная организация здравоохранения', 'who'],
    ['预防犯罪和刑事司法委员会', 'ccpcj'],
    ['those Member States in a position to do so', 'member-states'],
    ['other relevant international organizations', 'international-organizations'],
    ['States parties to the United Nations Convention against Transnational Organized Crime', 'states-parties-untoc'],
  ])('%s', (name, id) => {
    expect(idOf(name)).toBe(id)
  })

  test.each(['', 'the', 'Secretariat of a body nobody knows', 'it', 'no', 'United Nations Office of Nowhere'])(
    'nobody is called "%s"',
    (name) => {
      expect(idOf(name)).toBeNull()
    },
  )

  test('two actors of one name are refused', () => {
    const unodc = directory.actor('unodc')!
    expect(() => directoryOf([unodc, { ...unodc, id: 'other' }])).toThrow(/names both unodc and other/)
  })
})

describe('groups of a State', () => {
  test('certainly and perhaps', () => {
    expect(directory.groupsOf('cl').map((g) => g.id)).toEqual([
      'member-states',
      'states',
      'latin-american-caribbean-states',
    ])
    expect(directory.groupsPerhapsOf('cl').map((g) => g.id)).toContain('states-parties-untoc')
    expect(directory.groupsOf('unodc')).toEqual([])
  })
})
