import { expect, test } from 'vitest'
import { spanOf, textsIn } from './quoting.ts'

test('words are found whatever the white space, and nowhere else', () => {
  const text = 'Two  rings\nwere found. Two rings\twere broken.'
  expect(spanOf(text, 'Two rings were')).toEqual({ start: 0, end: 15 })
  expect(text.slice(0, 15)).toBe('Two  rings\nwere')
  expect(spanOf(text, 'Two rings were', 23)).toEqual({ start: 23, end: 37 })
  expect(spanOf(text, 'Two rings were', 1)).toBeNull()
  expect(spanOf(text, 'two rings')).toBeNull()
  expect(spanOf(text, '  \n')).toBeNull()
  expect(spanOf('', 'x')).toBeNull()
})

test('words stand where they are though spaces lead the text, and characters of two units are whole', () => {
  expect(spanOf('  \n𝒜 day', '𝒜 day')).toEqual({ start: 3, end: 9 })
  expect(spanOf('旅游业面临的威胁', '面临的')).toEqual({ start: 3, end: 6 })
})

test('every text of an answer has a name of its own; what is chosen or noted has none', () => {
  expect(textsIn({ kind: 'text', text: 'a', language: 'en' })).toEqual([{ part: null, text: 'a' }])
  expect(textsIn({ kind: 'choice', option: 'yes', other: null })).toEqual([])
  expect(textsIn({ kind: 'several', options: [], other: 'b' })).toEqual([{ part: 'other', text: 'b' }])
  expect(textsIn({ kind: 'note', note: 'no_information' })).toEqual([])
  const rows = [
    { row: '2010', cells: { a: 'x' } },
    { row: null, cells: { a: 'y' } },
  ]
  expect(textsIn({ kind: 'table', rows })).toEqual([
    { part: '2010.a', text: 'x' },
    { part: '2.a', text: 'y' },
  ])
  const comments = [{ path: '12(a)', text: 'no', proposal: 'yes' }]
  expect(textsIn({ kind: 'comments', comments, language: 'en' })).toEqual([
    { part: '12(a)', text: 'no' },
    { part: '12(a)/proposal', text: 'yes' },
  ])
})
