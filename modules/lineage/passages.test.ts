import { outlineOf, readText } from '@resolute/reader'
import { expect, test } from 'vitest'
import { passagesOf } from './passages.ts'

const outline = (...paragraphs: readonly string[]) =>
  outlineOf(readText(`The Economic and Social Council,\n\n${paragraphs.join('\n\n')}\n`))

const keep = 'Invites Member States to open the archives of their delegations to readers after thirty years'
const train = 'to train the keepers of archives in least developed countries with the schools of administration'
const print = 'to print the registers of the archives on paper that lasts for two hundred years at least'

test('a paragraph keeps its place by its words, whatever number it has', () => {
  const { passages, counts } = passagesOf(outline(`1. ${keep};`), outline('1. Decides.', `2. ${keep};`))
  expect(counts).toEqual({ same: 1, edited: 0, added: 1, dropped: 0 })
  expect(passages).toHaveLength(1)
  expect(passages[0]).toMatchObject({ how: 'same', similarity: 1 })
})

test('of a paragraph that was split each piece goes back to it, but not the words that only lead in', () => {
  const whole = outline(`1. Requests the Office ${train}, and ${print};`)
  const split = outline('1. Requests the Office:', `(a) ${train};`, `(b) ${print};`)
  const { passages } = passagesOf(whole, split)
  const texts = passages.map(({ at }) => split.units[0]!.items[at]!.text)
  expect(texts.every((text) => text !== 'Requests the Office:')).toBe(true)
  expect(passages.every(({ how, similarity }) => how === 'edited' && similarity < 1)).toBe(true)
})
