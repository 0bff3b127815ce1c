import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outlineOf } from './outline-of.ts'
import { plainTextOf } from './plain-text.ts'
import { readText } from './read-text.ts'
import type { DocumentTree } from './tree.ts'

const said = (tree: DocumentTree) =>
  outlineOf(tree).units.map(({ id, items, footnotes, tables }) => ({
    id,
    items: items
      .filter(({ kind }) => kind !== 'footnote')
      .map(({ kind, path, opening, text, footnotes }) => ({ kind, path, opening, text, footnotes })),
    footnotes: footnotes.map(({ mark, text }) => [mark, text]),
    tables,
  }))

test.each(['E-RES-2012-19.txt', 'E-2011-30-chapter-I.txt'])('%s as plain text reads as the same', (name) => {
  const tree = readText(readFileSync(new URL(`../../../../samples/${name}`, import.meta.url), 'utf8'))
  expect(said(readText(plainTextOf(tree)))).toEqual(said(tree))
})

test('numbers, marks, tables and notes stand on lines of their own', () => {
  const text = [
    'The General Assembly,',
    '1. *Requests* a report,<sup>1</sup> namely:',
    '(a) By <b>2013</b>;',
    'Table 1',
    'a\tb\tc',
    'd\te\tf',
    '<sup>1</sup> See A/66/1.',
  ].join('\n')
  expect(plainTextOf(readText(text))).toBe(
    [
      'The General Assembly,',
      '1. Requests a report,[^1] namely:',
      '(a) By 2013;',
      'Table 1',
      'a\tb\tc',
      'd\te\tf',
      '[^1]: See A/66/1.',
      '',
    ].join('\n'),
  )
  expect(plainTextOf(readText(''))).toBe('')
})
