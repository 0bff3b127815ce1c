import { expect, test } from 'vitest'
import { languages } from '../languages.ts'
import { actorOf, actorRows, organization } from './actors.ts'
import { escaped, shown, unescaped } from './element.ts'
import { identifiers } from './identifiers.ts'
import { dateOrUnknown, numberName, unknownDate } from './names.ts'

test.each(actorRows)('$code is found by its name in every language it has, and by its symbols', (row) => {
  for (const language of languages) {
    const name = row.names[language]
    if (name) expect(actorOf(`— ${name}`, '', actorRows)).toBe(row)
  }
  for (const symbol of row.symbols) expect(actorOf(null, `${symbol}RES/1`, actorRows)).toBe(row)
})

test('codes are there once, and a body nobody lists is the organization', () => {
  expect(new Set(actorRows.map(({ code }) => code)).size).toBe(actorRows.length)
  expect(actorOf('The Council of Towns', 'T/1', actorRows)).toBe(organization)
})

test('numbers and dates as IRIs take them', () => {
  expect(['2012/19', '57/270 B', '1325 (2000)', '\ud800'].map(numberName)).toEqual([
    '2012-19',
    '57-270_B',
    '1325_(2000)',
    '%EF%BF%BD',
  ])
  expect(['2012-07-26', '2012-02-31', '26 July', null].map(dateOrUnknown)).toEqual([
    '2012-07-26',
    unknownDate,
    unknownDate,
    unknownDate,
  ])
})

test('eIds: numbers without their signs, a count behind what comes twice or has no number', () => {
  const ids = identifiers()
  expect(ids(null, 'para', '9')).toBe('para_9')
  expect(ids('para_9__list_1', 'point', '(a)')).toBe('para_9__list_1__point_a')
  expect(ids(null, 'para', '12 bis')).toBe('para_12-bis')
  expect([ids(null, 'para', '9'), ids(null, 'para', '9')]).toEqual(['para_9_2', 'para_9_3'])
  expect([ids(null, 'para', null), ids(null, 'para', '•')]).toEqual(['para_un_1', 'para_un_2'])
  expect([ids(null, 'table', null), ids('cmp_2', 'table', null)]).toEqual(['table_1', 'cmp_2__table_1'])
})

test('signs XML cannot hold', () => {
  const odd = 'a\\u0001\u0001\ud800\ufffe\ud83d\ude00\\'
  expect(unescaped(escaped(odd))).toBe(odd)
  expect(escaped(odd)).toBe('a\\\\u0001\\u0001\\ud800\\ufffe\ud83d\ude00\\\\')
  expect(shown(odd)).toBe('a\\u0001\ufffd\ufffd\ufffd\ud83d\ude00\\')
})
