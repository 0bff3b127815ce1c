import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import type { Cited } from './citation.ts'
import { citationsOf } from './citations-of.ts'
import { instruments } from './instruments.ts'
import { bodyNumberings, fitsBody } from './numbering-of-bodies.ts'
import { pathsIn } from './own.ts'
import { citationRules } from './rules.ts'
import { symbolsIn } from './symbols.ts'

const read = (name: string) => {
  const text = readFileSync(new URL(`../../../../samples/${name}`, import.meta.url), 'utf8')
  return citationsOf(outlineOf(readText(text)))
}
const sheet = read('E-RES-2012-19.txt')
const report = read('E-2011-30-chapter-I.txt')

/** A paragraph of a resolution of the Council, and what it cites. */
const cites = (paragraph: string, organ = 'The Economic and Social Council') =>
  citationsOf(outlineOf(readText(`${organ},\n\nRecalling ${paragraph},\n\n1. Requests a report.`)))
const keys = (paragraph: string, organ?: string) =>
  cites(paragraph, organ).citations.flatMap(({ names }) => (names?.type === 'act' ? [names.key] : []))
const symbolsOf = (names: Cited | null) => (names && 'symbols' in names ? names.symbols : [])

describe('rules', () => {
  it.each(citationRules.map((rule) => [rule.id, rule]))('%s finds its example, and no row above does', (_, rule) => {
    expect(rule.example.search(rule.pattern)).toBeGreaterThanOrEqual(0)
    const earlier = citationRules.slice(0, citationRules.indexOf(rule))
    const at = rule.example.search(rule.pattern)
    expect(earlier.filter((one) => one.example !== rule.example && rule.example.search(one.pattern) === at)).toEqual([])
  })

  it.each(instruments.map((row) => [row.code, row]))('%s is known by its name', (_, row) => {
    expect(instruments.filter(({ named }) => named.test(row.example)).map(({ code }) => code)).toContain(row.code)
  })

  it.each(bodyNumberings.map((row) => [row.body, row]))(
    '%s numbers as its example',
    (body, { example: [number, year] }) => {
      expect(fitsBody(number, `${year}-07-01`, body)).toBe(true)
      expect(new Set(bodyNumberings.map((row) => row.body)).size).toBe(bodyNumberings.length)
    },
  )
})

describe('symbols', () => {
  it('of the founding texts are all found, double ones split', () => {
    const found = [...sheet.citations, ...report.citations].flatMap(({ names }) => symbolsOf(names))
    expect([...new Set(found)].sort()).toEqual([
      'A/64/92',
      'A/CONF.213/18',
      'CTOC/COP/2010/17',
      'E/2009/98',
      'E/2010/30',
      'E/2011/30',
      'E/2012/30',
      'E/2012/30/Corr.1',
      'E/2012/30/Corr.2',
      'E/CN.15/2006/10',
      'E/CN.15/2011/11',
      'E/CN.15/2011/15',
      'E/CN.15/2011/16',
      'E/CN.15/2011/19',
      'E/CN.15/2011/6',
      'E/CN.15/2011/9',
      'E/CN.15/2012/15',
      'E/CN.7/2011/11',
      'E/CN.7/2011/6',
      'E/CN.7/2011/9',
      'JIU/REP/2010/10',
    ])
  })

  it.each([
    ['A/S-13/2/Add.1 and Corr.1', ['A/S-13/2/Add.1', 'A/S-13/2/Corr.1']],
    ['(A/C.3/65/L.20/Rev.1)', ['A/C.3/65/L.20/Rev.1']],
    ['E/RES/1974/1848(LVI).', ['E/RES/1974/1848(LVI)']],
    ['A/RES/57/270 B, A/RES/61/267B.', ['A/RES/57/270 B', 'A/RES/61/267B']],
    ['A/RES/57/270 A new era', ['A/RES/57/270']],
    ['A/CN.9/WG.II/WP.108, para. 4', ['A/CN.9/WG.II/WP.108']],
    ['HIV/AIDS and TCP/IP, 24/7, and/or', []],
  ])('%s', (text, symbols) => {
    expect(symbolsIn(text).flatMap((found) => found.symbols)).toEqual(symbols)
  })
})

describe('resolutions and decisions', () => {
  it('with the same number stay apart', () => {
    const named = sheet.citations.flatMap(({ names }) =>
      names?.type === 'act' && names.number === '19/1' ? [names.key] : [],
    )
    expect(named).toEqual([
      'Commission on Crime Prevention and Criminal Justice resolution 19/1',
      'Commission on Crime Prevention and Criminal Justice decision 19/1',
    ])
  })

  it('are all settled in the founding texts, with date and symbol', () => {
    const acts = [...sheet.citations, ...report.citations].flatMap(({ names }) =>
      names?.type === 'act' ? [names] : [],
    )
    expect(acts.length).toBe(119)
    expect(acts.filter(({ body }) => body === null)).toEqual([])
    expect(acts[0]).toMatchObject({
      key: 'General Assembly resolution 66/181',
      symbol: 'A/RES/66/181',
      date: '2011-12-19',
    })
  })

  it.each([
    ['its resolution 2010/19', ['Economic and Social Council resolution 2010/19']],
    [
      'the Assembly in its resolution 65/230 and General Assembly resolution 415 (V)',
      [null, 'General Assembly resolution 415 (V)'],
    ],
    [
      'General Assembly resolution 65/230, in which the Assembly, in its resolution 57/270 B',
      ['General Assembly resolution 65/230', 'General Assembly resolution 57/270 B'],
    ],
    ['resolution 1325 (2000)', ['Security Council resolution 1325 (2000)']],
    [
      'resolution 5/5 of 22 October 2010 of the Conference of the Parties to the Tin Treaty',
      ['Conference of the Parties to the Tin Treaty resolution 5/5'],
    ],
    [
      'General Assembly resolutions 55/25 of 15 November 2000, on crime, and 58/4, as well as Council resolution 2007/12',
      [
        'General Assembly resolution 55/25',
        'General Assembly resolution 58/4',
        'Economic and Social Council resolution 2007/12',
      ],
    ],
    ['resolution 9, on computers, adopted by the Eighth Tea Congress', ['Eighth Tea Congress resolution 9']],
    ['the biennium 2010/2011 and document E/2010/30', []],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected)
  })

  it('give the part that is meant', () => {
    const parts = report.citations.flatMap(({ names, locator }) =>
      names?.type === 'act' && locator ? [`${names.number} ${locator}`] : [],
    )
    expect(parts).toContain('2010/19 paragraph 12')
    expect(parts).toContain('46/152 annex')
  })
})

describe('footnotes', () => {
  it('follow "Ibid." across units', () => {
    const bare = report.citations.find(({ place }) => place.footnote === '53')
    expect(bare).toMatchObject({
      ibid: true,
      asWritten: 'Ibid.',
      names: { symbols: ['E/CN.7/2011/11', 'E/CN.15/2011/11'] },
    })
    const first = report.citations.find(({ place }) => place.footnote === '61')
    expect(first).toMatchObject({
      ibid: true,
      names: { type: 'treaty', numbers: ['39574'], instruments: ['UNTOC', 'TIP', 'SOM', 'FIREARMS'] },
    })
  })

  it('give Official Records and sales publications with their parts', () => {
    expect(sheet.citations.find(({ place }) => place.footnote === '3')).toMatchObject({
      names: {
        type: 'official-records',
        body: 'Economic and Social Council',
        session: '2010',
        supplement: '10',
        symbols: ['E/2010/30'],
      },
      locator: 'chap. I, sect. D',
    })
    expect(report.citations.find(({ place }) => place.footnote === '18')).toMatchObject({
      names: { type: 'publication', number: 'E.91.IV.2' },
    })
  })
})

describe('the text itself', () => {
  it('"paragraphs (c) (i) and (ii) above" are paths', () => {
    const own = report.citations.flatMap(({ names }) =>
      names?.type === 'paragraphs' && names.paths.length > 0 ? [names] : [],
    )
    expect(own.map(({ unit, paths }) => [unit, ...paths])).toEqual([
      ['C/Draft decision I', '(c)(i)', '(c)(ii)'],
      ['D/Decision 20/1', '(a)'],
    ])
    expect(pathsIn('3 to 5 and 9 (a)', ['1', '2', '3', '3(a)', '4', '5', '9', '9(a)'])).toEqual(['3', '4', '5', '9(a)'])
  })

  it('every citation stands where it says, in its words', () => {
    const text = readFileSync(new URL('../../../../samples/E-2011-30-chapter-I.txt', import.meta.url), 'utf8')
    const outline = outlineOf(readText(text))
    for (const { place, asWritten } of citationsOf(outline).citations) {
      const unit = outline.units.find(({ id }) => id === place.unit)
      expect(unit?.items[place.item]?.text.slice(place.start, place.end)).toBe(asWritten)
    }
  })
})

describe('suspected slips are noted, never mended', () => {
  it('the year of a treaty that its Treaty Series number contradicts, and nothing else in the founding texts', () => {
    expect(sheet.notes).toEqual([])
    expect(report.notes).toMatchObject([
      { code: 'treaty-year-contradicts', facts: { mark: '73', written: '1954', years: '1961, 1972' } },
    ])
  })

  it('a date outside the years of the number', () => {
    expect(cites('its resolution 2010/19 of 22 July 2005').notes).toMatchObject([{ code: 'act-year-contradicts' }])
    expect(
      cites('its resolution 2010/19 of 22 July 2010 and its resolution 2010/19 of 21 July 2010').notes,
    ).toMatchObject([{ code: 'act-date-contradicts', facts: { before: '2010-07-22' } }])
  })

  it('the name of one treaty with the number of another', () => {
    const text =
      'The General Assembly,\n\nRecalling the United Nations Convention against Corruption,¹\n\n¹ United Nations, Treaty Series, vol. 2225, No. 39574.\n\n1. Requests a report.'
    expect(citationsOf(outlineOf(readText(text))).notes).toMatchObject([
      { code: 'treaty-name-contradicts', facts: { mark: '1' } },
    ])
  })
})
