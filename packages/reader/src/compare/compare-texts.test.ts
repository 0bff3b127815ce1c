import { describe, expect, it } from 'vitest'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import { compareTexts } from './compare-texts.ts'
import type { ComparedPair } from './comparison.ts'
import { outlineOfTexts } from './testing/outline.ts'

const titles = (items: ComparedPair['old']) =>
  items.map(({ item }) => `${item.number ?? ''} ${item.text.slice(0, 14)}`.trim())
const rows = (old: readonly string[], neu: readonly string[]) =>
  compareTexts(outlineOfTexts(old), outlineOfTexts(neu)).pairs.map(({ old, new: neu, status }) => [
    titles(old),
    titles(neu),
    status,
  ])

const water = 'Calls upon States to ensure safe drinking water and sanitation for every household'
const trees = 'Encourages the planting of native trees along rivers and on eroded slopes'
const roads = 'Notes with concern the number of deaths on roads in low-income countries'
const seized = 'Decides to remain seized of the matter'

describe('two texts side by side', () => {
  it('the same paragraphs with other numbers are the same', () => {
    const { pairs, dropped } = compareTexts(
      outlineOfTexts([`1 ${water};`, `2 ${trees};`]),
      outlineOfTexts([`2 ${water};`, `3 ${trees};`]),
    )
    expect(pairs.map(({ status, renumbered, similarity }) => [status, renumbered, similarity])).toEqual([
      ['same', true, 1],
      ['same', true, 1],
    ])
    expect([pairs[0]!.old[0]!.item.number, pairs[0]!.new[0]!.item.number]).toEqual(['1', '2'])
    expect(dropped).toEqual([])
  })

  it('a paragraph edited, one new, one dropped where it stood', () => {
    expect(
      rows([`1 ${water};`, `2 ${roads};`, `3 ${trees}.`], [`1 ${water} and school;`, `2 ${trees}.`, `3 ${seized}.`]),
    ).toEqual([
      [['1 Calls upon Sta'], ['1 Calls upon Sta'], 'edited'],
      [['2 Notes with con'], [], 'dropped'],
      [['3 Encourages the'], ['2 Encourages the'], 'same'],
      [[], ['3 Decides to rem'], 'new'],
    ])
  })

  it('a paragraph moved, and one moved and edited', () => {
    const { pairs } = compareTexts(
      outlineOfTexts([`1 ${water};`, `2 ${trees};`, `3 ${roads};`, `4 ${seized}.`]),
      outlineOfTexts([`1 ${roads} and of injuries;`, `2 ${water};`, `3 ${trees};`, `4 ${seized}.`]),
    )
    expect(pairs.map(({ status, moved }) => [status, moved])).toEqual([
      ['edited', true],
      ['same', false],
      ['same', false],
      ['same', false],
    ])
    const swapped = compareTexts(
      outlineOfTexts([`1 ${trees};`, `2 ${seized};`]),
      outlineOfTexts([`1 ${seized};`, `2 ${trees};`]),
    )
    expect(swapped.pairs.map(({ status }) => status)).toEqual(['moved', 'same'])
  })

  it('a paragraph that went from the preamble to the operative part', () => {
    const { pairs } = compareTexts(outlineOfTexts([`${roads},`]), outlineOfTexts([`1 ${roads};`]))
    expect(pairs).toMatchObject([{ status: 'edited', renumbered: true, punctuation: true, similarity: 1 }])
  })

  it('two merged into one, and one split into two', () => {
    const one = [`1 ${water};`, `2 ${trees};`, `3 ${seized}.`]
    const other = [`1 ${water}, and e${trees.slice(1)};`, `2 ${seized}.`]
    expect(rows(one, other)[0]).toEqual([['1 Calls upon Sta', '2 Encourages the'], ['1 Calls upon Sta'], 'edited'])
    expect(rows(other, one)[0]).toEqual([['1 Calls upon Sta'], ['1 Calls upon Sta', '2 Encourages the'], 'edited'])
  })

  it('equal paragraphs that come again go together with their neighbours', () => {
    const { pairs } = compareTexts(
      outlineOfTexts([`1 ${seized};`, `2 ${water};`, `3 ${seized};`]),
      outlineOfTexts([`1 ${water};`, `2 ${seized};`]),
    )
    expect(pairs.map(({ old, new: neu }) => [old[0]?.item.number, neu[0]?.item.number])).toEqual([
      ['1', undefined],
      ['2', '1'],
      ['3', '2'],
    ])
  })

  it('only spaces or the form of quotation marks differ: the same', () => {
    const { pairs } = compareTexts(
      outlineOfTexts(['1 The State’s “duty” to  act;']),
      outlineOfTexts(['1 The State\'s "duty" to act;']),
    )
    expect(pairs).toMatchObject([{ status: 'same', punctuation: true, similarity: 1 }])
  })

  it('titles and organs are one whatever they say; other kinds go with their own', () => {
    const read = (text: string) => outlineOf(readText(text))
    const { pairs } = compareTexts(
      read(`77/1. Water\n\nThe General Assembly,\n\n1. ${water}.¹\n\n¹ A/65/1.`),
      read(`78/2. Rivers\n\nThe Human Rights Council,\n\n1. ${water}.¹\n\n¹ A/65/1.`),
    )
    expect(pairs.map(({ new: [one], status }) => [one?.item.kind, status])).toEqual([
      ['title', 'edited'],
      ['organ', 'edited'],
      ['operative', 'same'],
      ['footnote', 'same'],
    ])
  })

  it('units of a report stand in one list', () => {
    const report = (...texts: string[]) => ({
      ...outlineOfTexts([]),
      units: texts.map((text) => outlineOfTexts([`1 ${text};`]).units[0]!),
    })
    const { pairs } = compareTexts(report(water, trees), report(trees, roads))
    expect(pairs.map(({ old, new: neu, status }) => [old[0]?.unit, neu[0]?.unit, status])).toEqual([
      [0, undefined, 'dropped'],
      [1, 0, 'same'],
      [undefined, 1, 'new'],
    ])
  })
})

describe('dropped language', () => {
  const clause = 'taking fully into account the particular needs of landlocked developing countries'

  it('is whole paragraphs and long runs of words', () => {
    const { dropped, pairs } = compareTexts(
      outlineOfTexts([`1 ${water}, ${clause};`, `2 ${roads}, with great regret;`, `3 ${seized}.`]),
      outlineOfTexts([`1 ${water};`, `2 ${roads}.`]),
    )
    expect(dropped).toEqual([
      { pair: 0, whole: false, text: clause, words: 11 },
      { pair: 2, whole: true, text: `${seized}.`, words: 7 },
    ])
    expect(pairs[2]!.status).toBe('dropped')
  })

  it('is not what was moved to another paragraph', () => {
    const { dropped } = compareTexts(
      outlineOfTexts([`1 ${water}, ${clause};`, `2 ${trees}.`]),
      outlineOfTexts([`1 ${water};`, `2 ${trees}, ${clause}.`]),
    )
    expect(dropped).toEqual([])
  })
})

it.each([
  [
    'ar',
    'تطلب إلى الدول الأعضاء كفالة مياه الشرب المأمونة لكل أسرة معيشية',
    'تشجع على غرس الأشجار المحلية على ضفاف الأنهار',
  ],
  ['zh', '促请会员国确保每个家庭都有安全饮用水和卫生设施', '鼓励在河流沿岸和受侵蚀的山坡上种植本地树木'],
  [
    'fr',
    'Demande aux États d’assurer à chaque ménage une eau potable salubre',
    'Encourage la plantation d’arbres indigènes le long des cours d’eau',
  ],
  [
    'ru',
    'призывает государства обеспечить безопасную питьевую воду каждому домохозяйству',
    'рекомендует сажать местные деревья вдоль рек и на склонах',
  ],
  [
    'es',
    'Exhorta a los Estados a que garanticen agua potable a todos los hogares',
    'Alienta la plantación de árboles autóctonos a lo largo de los ríos',
  ],
])('paragraphs are found again in %s', (_, one, other) => {
  const more = one.slice(-4)
  const { pairs } = compareTexts(
    outlineOfTexts([`1 ${one}`, `2 ${other}`]),
    outlineOfTexts([`1 ${other}${more}`, `2 ${one}${more}`]),
  )
  expect(pairs.map(({ old, new: neu, status }) => [old[0]?.item.number, neu[0]?.item.number, status])).toEqual([
    ['2', '1', 'edited'],
    ['1', '2', 'edited'],
  ])
})
