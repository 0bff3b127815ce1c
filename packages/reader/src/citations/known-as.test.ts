import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import { ownNamesOf, treatyNamed, yearOfAct } from './known-as.ts'

const read = (name: string) =>
  outlineOf(readText(readFileSync(new URL(`../../../../samples/${name}`, import.meta.url), 'utf8')))

test('a sheet is cited by its number, the units of a report each by theirs, drafts by none', () => {
  expect(ownNamesOf(read('E-RES-2012-19.txt')).map(({ unit, names }) => [unit, names.symbol])).toEqual([
    ['E/RES/2012/19', 'E/RES/2012/19'],
  ])
  const body = 'Commission on Crime Prevention and Criminal Justice'
  expect(ownNamesOf(read('E-2011-30-chapter-I.txt')).map(({ unit, names }) => [unit, names.key])).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => [`D/Resolution 20/${n}`, `${body} resolution 20/${n}`]),
    ['D/Decision 20/1', `${body} decision 20/1`],
  ])
})

test('the body is known by its English name in every language', () => {
  const text =
    'Conseil économique et social\n\nRésolution 2012/19\n\nLe Conseil économique et social,\n\n1. Prie le Secrétaire général de faire rapport.'
  const outline = outlineOf(readText(text, { language: 'fr' }))
  const sheet = {
    ...outline.units[0]!,
    type: 'resolution' as const,
    number: '2012/19',
    organ: 'Le Conseil économique et social',
  }
  const [own] = ownNamesOf({ ...outline, units: [sheet] })
  expect(own?.names.key).toBe('Economic and Social Council resolution 2012/19')
})

test('years and names of what is cited', () => {
  const year = (body: string | null, number: string, date: string | null = null) => yearOfAct({ body, number, date })
  expect(year('General Assembly', '65/232')).toBe(2010)
  expect(year('General Assembly', '65/232', '2011-01-02')).toBe(2011)
  expect(year('Security Council', '1325 (2000)')).toBe(2000)
  expect(year(null, '5/5')).toBeNull()
  expect(treatyNamed('2349', '42146')).toEqual({ name: 'United Nations Convention against Corruption', year: 2003 })
  expect(treatyNamed('1', '2')).toBeNull()
})
