import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, type Numbered, numbersFor } from './numbering.ts'

const ask = (actorName: string, action: string, kind: Asked['kind'] = 'other'): Asked => ({ kind, actorName, action })
const was = (n: number, one: Asked, latest = true): Numbered => ({ ...one, n, latest })

test('the first reading counts from 1', () => {
  expect(numbersFor([ask('A', 'x'), ask('B', 'x')], [])).toEqual([1, 2])
})

test.each([
  ['the same act of the same actor', ask('A', 'Submit its  views.'), 2],
  ['the same act, told to be a report', ask('A', 'submit its views', 'report'), 2],
  ['the same act, delimited otherwise', ask('A', 'submit its views on the theme'), 2],
  ['another actor', ask('C', 'submit its views'), 3],
  ['another act', ask('A', 'pay for all of it'), 3],
])('%s', (_why, one, n) => {
  expect(numbersFor([one], [was(1, ask('B', 'convene')), was(2, ask('A', 'submit its views'))])).toEqual([n])
})

test('a clause split gives the number to the half that says most of it', () => {
  const whole = was(1, ask('A', 'collect data and share the data with all States'))
  expect(numbersFor([ask('A', 'collect data'), ask('A', 'share the data with all States')], [whole])).toEqual([2, 1])
})

test('what was taken back gets its number again, what stands comes first', () => {
  const old = was(1, ask('A', 'act'), false)
  expect(numbersFor([ask('A', 'act')], [old, was(2, ask('B', 'act'))])).toEqual([1])
  expect(numbersFor([ask('A', 'act')], [old, was(2, ask('A', 'act'))])).toEqual([2])
})

test('no number is given twice, and none that was another’s', () => {
  const one = fc.record({
    kind: fc.constantFrom('report', 'event', 'other'),
    actorName: fc.constantFrom('A', 'B'),
    action: fc.constantFrom('act', 'act now', 'report on it', 'report on all of it'),
  }) as fc.Arbitrary<Asked>
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), fc.array(one, { maxLength: 6 }), (before, after) => {
      const known = before.map((asked, i) => was(i + 1, asked))
      const numbers = numbersFor(after, known)
      expect(new Set(numbers).size).toBe(numbers.length)
      numbers.forEach((n, i) => {
        const old = known.find((numbered) => numbered.n === n)
        if (old) expect(old.actorName).toBe(after[i]!.actorName)
      })
      expect(numbersFor(before, known)).toEqual(known.map(({ n }) => n))
    }),
  )
})
