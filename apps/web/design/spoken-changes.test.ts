import { expect, test } from 'vitest'
import { type Change, type Side, spokenChanges } from './spoken-changes.ts'

const kept = (text: string): Change => ({ kind: 'kept', text })
const deleted = (text: string): Change => ({ kind: 'deleted', text })
const inserted = (text: string): Change => ({ kind: 'inserted', text })

/** As it is heard. */
const heard = (changes: readonly Change[], side?: Side) =>
  spokenChanges(changes, side)
    .map(({ before, text, ends }) => `${before ? `<${before}>` : ''}${text}${ends ? '</>' : ''}`)
    .join('')

test('words added or deleted have one label and one end', () =>
  expect(heard([kept('The '), deleted('old '), kept('rule'), inserted(' of law')])).toBe(
    'The <deleted>old </>rule<inserted> of law</>',
  ))

test('words in the place of others have two labels and one end', () =>
  expect(heard([deleted('Requests'), inserted('Invites'), kept(' States')])).toBe(
    '<replaced>Requests<by>Invites</> States',
  ))

test('changes of one kind beside each other are one', () =>
  expect(heard([inserted('all '), inserted('Member '), kept('States')])).toBe('<inserted>all Member </>States'))

test('punctuation is shown and not said', () =>
  expect(
    heard([
      kept('peace'),
      { ...deleted(','), punctuation: true },
      { ...inserted(';'), punctuation: true },
      kept(' and'),
    ]),
  ).toBe('peace,; and'))

test('a side holds what its text holds', () => {
  const changes = [kept('The '), deleted('old'), inserted('new'), kept(' rule')]
  expect(heard(changes, 'old')).toBe('The <deleted>old</> rule')
  expect(heard(changes, 'new')).toBe('The <inserted>new</> rule')
})
