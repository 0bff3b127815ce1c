import { describe, expect, it } from 'vitest'
import type { WordChange } from './comparison.ts'
import { similarity, wordChanges } from './word-changes.ts'

const marked = (changes: readonly WordChange[]) =>
  changes
    .map(({ kind, text }) => (kind === 'kept' ? text : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
const between = (old: string, neu: string) => marked(wordChanges(old, neu))

describe('words deleted and inserted', () => {
  it('stand where they stood, with their spaces', () => {
    expect(between('Requests a report;', 'Also requests a short report.')).toBe(
      '[-Requests-]{+Also requests+} a {+short +}report[-;-]{+.+}',
    )
    expect(between('a b c', 'a c')).toBe('a [-b -]c')
    expect(between('', 'a b')).toBe('{+a b+}')
    expect(between('a b', '')).toBe('[-a b-]')
    expect(wordChanges('', '')).toEqual([])
    expect(wordChanges('a b', 'a b')).toEqual([{ kind: 'kept', text: 'a b', punctuation: false }])
  })

  it('keep what belongs together in one word', () => {
    expect(between('Recalling A/RES/65/230 and well-being', 'Recalling A/RES/66/181 and well-being')).toBe(
      'Recalling [-A/RES/65/230-]{+A/RES/66/181+} and well-being',
    )
    expect(between('2.5 million', '3.5 million')).toBe('[-2.5-]{+3.5+} million')
  })

  it('do not leave a word that chance kept between two replacements', () => {
    expect(between('invites the Commission to consider it', 'urges the Council to consider it')).toBe(
      '[-invites the Commission-]{+urges the Council+} to consider it',
    )
  })

  it('begin where a clause begins, if they can', () => {
    expect(between('to promote, to protect, to act', 'to promote, to respect, to protect, to act')).toBe(
      'to promote, {+to respect, +}to protect, to act',
    )
    expect(between('Recalls 1, 3 and 4', 'Recalls 1, 2, 3 and 4')).toBe('Recalls 1, {+2, +}3 and 4')
  })

  it('tell punctuation from words', () => {
    const punctuation = (old: string, neu: string) => {
      const changes = wordChanges(old, neu).filter(({ kind }) => kind !== 'kept')
      return changes.length > 0 && changes.every((change) => change.punctuation)
    }
    for (const [old, neu] of [
      ['men, women and children;', 'men, women, and children.'],
      ['the State’s duty', "the State's duty"],
      ['three dimensions — economic', 'three dimensions – economic'],
      ['well-being', 'wellbeing'],
      ['a  report', 'a report'],
    ] as const)
      expect(punctuation(old, neu), `${old} | ${neu}`).toBe(true)
    expect(punctuation('a report', 'a Report')).toBe(false)
    expect(punctuation('1 report', '2 report')).toBe(false)
  })
})

describe('the six languages', () => {
  it.each([
    [
      'en',
      'Requests the Secretary-General to report;',
      'Requests the Director-General to report;',
      '[-Secretary-General-]{+Director-General+}',
    ],
    [
      'fr',
      'Prie le Secrétaire général d’établir un rapport ;',
      'Prie le Directeur général d’établir un rapport ;',
      '[-Secrétaire-]{+Directeur+}',
    ],
    [
      'es',
      'Solicita al Secretario General que informe;',
      'Solicita al Director General que informe;',
      '[-Secretario-]{+Director+}',
    ],
    [
      'ru',
      'просит Генерального секретаря представить доклад;',
      'просит Генерального директора представить доклад;',
      '[-секретаря-]{+директора+}',
    ],
    ['ar', 'تطلب إلى الأمين العام أن يقدم تقريرًا؛', 'تطلب إلى المدير العام أن يقدم تقريرًا؛', '[-الأمين-]{+المدير+}'],
    ['zh', '请秘书长提交报告；', '请总干事提交报告；', '[-秘书长-]{+总干事+}'],
  ])('%s', (_, old, neu, change) => {
    expect(between(old, neu)).toContain(change)
    expect(between(old, neu).replace(change, '')).not.toMatch(/[[{][-+]/)
  })

  it('count Chinese by character, the others by word', () => {
    expect(similarity('请秘书长提交报告', '请总干事提交报告')).toBeCloseTo(10 / 16)
    expect(similarity('one two three four', 'one two three five')).toBe(0.75)
  })
})

it('similarity is 1 for the same words and 0 for none', () => {
  expect(similarity('a report;', 'a report.')).toBe(1)
  expect(similarity('a report', 'many others')).toBe(0)
  expect(similarity('', '')).toBe(1)
  expect(similarity('', 'a')).toBe(0)
})
