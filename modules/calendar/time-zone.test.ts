import { expect, test } from 'vitest'
import { shippedCalendar } from './shipped.ts'
import { sessionTable } from './table.ts'

// West of Greenwich a day of UTC begins on the evening before: any use of local time moves a date. Set before the first
// date is worded; a file of tests has a process of its own.
process.env.TZ = 'America/Los_Angeles'

test('a day is the same day wherever the program runs', () => {
  expect(new Date(0).getHours()).toBe(16)
  const table = sessionTable(shippedCalendar())
  const [due] = table.due(
    { kind: 'date', asWritten: 'by then', date: '2012-02-29' },
    { adopted: null, session: null },
    '',
  )
  expect(table.explain(due!.why)).toBe('by then: 29 February 2012, as the text says')
  expect(table.deadlines('CCPCJ', 22).map(({ on }) => on)).toEqual([
    '2013-02-11',
    '2013-03-11',
    '2013-03-22',
    '2013-04-01',
    '2013-04-01',
  ])
})
