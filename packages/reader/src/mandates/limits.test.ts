import { describe, expect, it } from 'vitest'
import { readClauses } from './read-clauses.ts'

const read = (text: string, context: string | null = null) =>
  readClauses({ text, context, organ: 'The General Assembly' })
const only = (text: string) => read(text)[0]!

describe('restrictions of addressees', () => {
  it('"have not yet ratified or acceded to" names the instruments', () => {
    expect(
      only(
        'Urges all Member States that have not yet ratified or acceded to the Convention against Corruption and the Protocols thereto to consider doing so;',
      ).addressees[0]?.restrictions,
    ).toMatchObject([{ kind: 'not-yet-party', instruments: ['Convention against Corruption', 'Protocols thereto'] }])
  })
  it('"have not yet done so" takes the instruments from the act', () => {
    expect(
      only('Urges Member States that have not yet done so to consider becoming parties to the Convention;')
        .addressees[0]?.restrictions,
    ).toMatchObject([{ kind: 'not-yet-party', instruments: ['Convention'] }])
  })
  it('"have not yet done so" of another act is no question to the register of treaties', () => {
    expect(
      only('Invites Member States that have not yet done so to name a focal point;').addressees[0]?.restrictions,
    ).toMatchObject([{ kind: 'not-yet-done' }])
  })
  it('stand with each addressee they belong to, and are absent where nothing limits', () => {
    const [donors, states] = only(
      'Encourages donors and Member States in a position to do so to contribute;',
    ).addressees
    expect(donors).not.toHaveProperty('restrictions')
    expect(states?.restrictions).toMatchObject([{ kind: 'in-a-position-to' }])
  })
})

describe('money and life of a mandate', () => {
  it('amounts are in units of their currency', () => {
    expect(
      only('Decides to appropriate the amount of 2.5 million United States dollars under the programme budget;').money,
    ).toContainEqual({
      kind: 'amount',
      asWritten: '2.5 million United States dollars',
      currency: 'USD',
      amount: 2_500_000,
    })
  })
  it('extrabudgetary resources and existing resources are told apart', () => {
    expect(only('Invites Member States to provide extrabudgetary resources;').money).toMatchObject([
      { kind: 'extrabudgetary' },
    ])
    expect(only('Requests the Secretary-General, within existing resources, to report;').money).toMatchObject([
      { kind: 'existing-resources' },
    ])
  })
  it.each([
    'Urges States to make voluntary financial and other contributions to the Agency;',
    'Invites donors to contribute generously to the United Nations trust fund for international cooperation;',
    'Stresses that the cost of all activities under the present resolution should be met from voluntary contributions;',
  ])('voluntary means: %s', (text) => {
    expect(only(text).money?.map(({ kind }) => kind)).toEqual(['extrabudgetary'])
  })
  it('thanks for contributions ask for none', () => {
    expect(only('Welcomes the voluntary contributions made so far;')).not.toHaveProperty('money')
  })
  it.each([
    ['Requests the Secretary-General to report;', 'new'],
    ['Reiterates its request to the Secretary-General to report;', 'renewed'],
    ['Decides to extend the mandate of the Independent Expert for a period of one year;', 'renewed'],
    ['Requests the Office to continue to provide assistance;', 'continuing'],
    ['Decides to remain seized of the matter;', 'continuing'],
    ['Decides to discontinue the annual report;', 'ending'],
    ['Decides that the report shall be replaced by an oral update;', 'superseding'],
  ])('%s is %s', (text, stage) => {
    expect(only(text).life?.stage).toBe(stage)
  })
  it('a recognition has no life', () => {
    expect(only('Welcomes the report of the Secretary-General;')).not.toHaveProperty('life')
  })
  it('a subparagraph has the life of its own words', () => {
    expect(read('To continue to report;', 'Requests the Secretary-General:')[0]?.life?.stage).toBe('continuing')
  })
})
