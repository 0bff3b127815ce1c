import { describe, expect, test } from 'vitest'
import { shippedCalendar } from './shipped.ts'
import { sessionTable } from './table.ts'

const table = sessionTable(shippedCalendar())
const CCPCJ = 'Commission on Crime Prevention and Criminal Justice'
const adoptedAt20 = { adopted: '2011-04-15', session: { body: 'CCPCJ', number: 20 } }

describe('the shipped calendar', () => {
  test('a due date explains itself', () => {
    const [due] = table.due(
      {
        kind: 'session',
        asWritten: 'at its twenty-second session',
        body: CCPCJ,
        number: 22,
        year: null,
        relative: null,
        part: null,
      },
      adoptedAt20,
      '2030-12-31',
    )
    expect(due).toMatchObject({
      state: 'dated',
      body: 'CCPCJ',
      session: 22,
      part: 'regular',
      from: '2013-04-22',
      to: '2013-04-26',
    })
    expect(table.explain(due!.why)).toBe('at its twenty-second session: CCPCJ 22, 22–26 April 2013, verified')
  })
})
