import { describe, expect, test } from 'vitest'
import type { DatedText } from './descent.ts'
import { beforeOf, type Candidate, sharesOf, titleKey, titleLikeness } from './kin.ts'
import { overlapping, saysEnough, takenOver } from './taken.ts'

const text = (document: string, day: string | null, more: Partial<DatedText> = {}): DatedText => {
  const organ = { organ: 'The General Assembly', body: 'general-assembly', session: null }
  return { document, unit: document, title: 'The right to food', ...organ, day, language: 'en', ...more }
}
const candidate = (of: DatedText, share: number, recalled = false): Candidate => ({ text: of, share, recalled })
const found = (of: DatedText, candidates: readonly Candidate[]) => beforeOf(of, candidates)?.text.document ?? null

describe('the text a text continues', () => {
  const now = text('new', '2020-12-16')
  test('is the latest of those about as near as the nearest', () => {
    const years = ['2016', '2018', '2019'].map((year, i) => candidate(text(year, `${year}-12-19`), 0.7 - i * 0.02))
    expect(found(now, years)).toBe('2019')
  })
  test('is not a later one, one of the same day, one without a day, or one in another language', () => {
    const others = [
      text('later', '2021-12-16'),
      text('same day', '2020-12-16'),
      text('undated', null),
      text('French', '2019-12-16', { language: 'fr' }),
    ]
    expect(
      found(
        now,
        others.map((other) => candidate(other, 1)),
      ),
    ).toBeNull()
    expect(found(text('undated', null), [candidate(text('a', '2019-12-16'), 1)])).toBeNull()
  })
  test('may have another title where it is recalled or most of it stands there', () => {
    const other = text('other', '2019-12-16', { title: 'Committee on World Food Security' })
    expect(found(now, [candidate(other, 0.35)])).toBeNull()
    expect(found(now, [candidate(other, 0.35, true)])).toBe('other')
    expect(found(now, [candidate(other, 0.6)])).toBe('other')
  })
  test('of the same organ goes before one of another with the same title', () => {
    const council = text('council', '2020-07-17', { organ: 'The Human Rights Council', body: 'hrc' })
    const assembly = text('assembly', '2018-12-17')
    expect(found(now, [candidate(council, 0.45), candidate(assembly, 0.7)])).toBe('assembly')
  })
  test('tells why', () => {
    expect(beforeOf(now, [candidate(text('a', '2019-12-16'), 0.5, true)])?.why).toEqual([
      'title',
      'recalls',
      'paragraphs',
    ])
  })
})

describe('how much of a text stands in another', () => {
  test('what stands everywhere says little', () => {
    const everywhere = Array.from({ length: 100 }, (_, i) => ({ text: `t${i}`, similarity: 1 }))
    const shares = sharesOf([
      { n: 1, similar: everywhere },
      { n: 2, similar: [{ text: 't1', similarity: 0.9 }] },
      { n: 3, similar: [] },
    ])
    expect(shares.get('t1')).toBeGreaterThan(0.4)
    expect(shares.get('t2')).toBeLessThan(0.1)
  })
  test('a paragraph counts once for a text, by the most similar there', () => {
    const similar = [
      { text: 'a', similarity: 0.5 },
      { text: 'a', similarity: 1 },
    ]
    expect(sharesOf([{ n: 1, similar }]).get('a')).toBe(1)
    expect(sharesOf([]).size).toBe(0)
  })
})

test('titles are compared without figures and small words, in any script', () => {
  expect(titleLikeness('The right to food', 'Right to food')).toBe(1)
  expect(titleLikeness('World Water Day 2013', 'World Water Day 2014')).toBe(1)
  expect(titleLikeness('食物权', '食物权利')).toBe(0.75)
  expect(titleLikeness(null, null)).toBe(0)
  expect(titleKey('Care of the archives')).toBe(titleKey('The archives: care'))
})

describe('words of another series', () => {
  const of = text('new', '2020-12-16')
  const near = (document: string, day: string, similarity: number) => ({
    ...{ document, n: 1, of: text(document, day), similarity },
  })
  const rootOf = ({ document }: { readonly document: string }) => document.replace(/\d+/, '')
  test('are taken from the latest of the nearest, never from the own series or from later', () => {
    const all = [
      near('a1', '2010-01-01', 0.9),
      near('a2', '2012-01-01', 0.88),
      near('b1', '2015-01-01', 0.6),
      near('new0', '2019-01-01', 1),
      near('c1', '2021-01-01', 1),
    ]
    expect(takenOver(of, all, rootOf)?.document).toBe('a2')
    expect(overlapping(of, all, rootOf).map(({ document }) => document)).toEqual(['a2', 'b1'])
  })
  test('that stand in many series are a formula and come from nowhere', () => {
    const all = Array.from('abcdefghij', (series) => near(`${series}1`, '2010-01-01', 0.9))
    expect(takenOver(of, all, rootOf)).toBeNull()
    expect(overlapping(of, all, rootOf)).toEqual([])
  })
  test('must be more than a few', () => {
    expect(saysEnough('Decides to remain seized of the matter')).toBe(false)
    expect(saysEnough('回顾其关于食物权的所有决议和决定，特别是')).toBe(true)
  })
})
