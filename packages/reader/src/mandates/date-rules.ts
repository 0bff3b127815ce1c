import { englishMonths } from '../phrases/en/months.ts'
import type { Rule } from './rule.ts'

/** ISO date or month in `code`; `from` and `to` where a window is meant. */
export interface DatePhrase {
  readonly code: string
  readonly from: string | null
  readonly to: string | null
}

type Reading = (found: RegExpExecArray) => DatePhrase

const month = (word: string) => String(englishMonths.indexOf(word.toLowerCase()) + 1).padStart(2, '0')
const monthPattern = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const lastDay = (year: number, monthNumber: number) => new Date(Date.UTC(year, monthNumber, 0)).getUTCDate()
const quarters: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 4 }

const preposition = String.raw`(?:no later than|not later than|on or before|before|by|until|through|starting (?:on|in|from)|beginning (?:on|in)|commencing (?:on|in)|with effect from|effective(?: from)?|as (?:of|from)|from|on|in|for|to|during)`
const row = (name: string, source: string, example: string, meaning: Reading): Rule<Reading> => ({
  id: `en.date.${name}`,
  language: 'en',
  pattern: new RegExp(`(?<![\\w-])${source}`, 'g'),
  meaning,
  example,
})
const point = (code: string): DatePhrase => ({ code, from: null, to: null })

/** Guideline, "Due": date codes. */
export const dateRules: readonly Rule<Reading>[] = [
  row(
    'day',
    String.raw`${preposition} (?:the close of business on )?(?<day>\d{1,2}) (?<month>${monthPattern}) (?<year>\d{4})`,
    'by 30 May 1996',
    (m) => point(`${m.groups!.year}-${month(m.groups!.month!)}-${m.groups!.day!.padStart(2, '0')}`),
  ),
  row(
    'end-of-month',
    String.raw`${preposition} (?:the )?(?:end|beginning|start|middle) of (?<month>${monthPattern}) (?<year>\d{4})`,
    'by the end of March 2014',
    (m) => point(`${m.groups!.year}-${month(m.groups!.month!)}`),
  ),
  row(
    'month',
    String.raw`${preposition} (?:early |late |mid-)?(?<month>${monthPattern}) (?<year>\d{4})`,
    'by October 2014',
    (m) => point(`${m.groups!.year}-${month(m.groups!.month!)}`),
  ),
  row(
    'quarter',
    String.raw`${preposition} the (?<quarter>first|second|third|fourth|last) quarter of (?<year>\d{4})`,
    'in the first quarter of 2012',
    (m) => {
      const q = quarters[m.groups!.quarter!]!
      const year = Number(m.groups!.year)
      const two = (n: number) => String(n).padStart(2, '0')
      return {
        code: `${year}-Q${q}`,
        from: `${year}-${two(q * 3 - 2)}-01`,
        to: `${year}-${two(q * 3)}-${lastDay(year, q * 3)}`,
      }
    },
  ),
  row(
    'half',
    String.raw`${preposition} the (?<half>first|second) half of (?<year>\d{4})`,
    'in the second half of 2011',
    (m) => {
      const first = m.groups!.half === 'first'
      const year = m.groups!.year!
      return {
        code: `${year}-H${first ? 1 : 2}`,
        from: `${year}-${first ? '01-01' : '07-01'}`,
        to: `${year}-${first ? '06-30' : '12-31'}`,
      }
    },
  ),
  row(
    'end-of-year',
    String.raw`(?:no later than|not later than|by|before|at|until) the (?:very )?end of (?<year>\d{4})`,
    'by the end of 2011',
    (m) => ({ code: m.groups!.year!, from: null, to: `${m.groups!.year}-12-31` }),
  ),
  row(
    'between-days',
    String.raw`(?:between|from) (?<day>\d{1,2}) (?<month>${monthPattern})(?: (?<year>\d{4}))? (?:and|to) (?<lastDay>\d{1,2}) (?<lastMonth>${monthPattern}) (?<lastYear>\d{4})`,
    'between 1 January and 31 March 2014',
    (m) => {
      const { day, month: first, year, lastDay: last, lastMonth, lastYear } = m.groups!
      const from = `${year ?? lastYear}-${month(first!)}-${day!.padStart(2, '0')}`
      const to = `${lastYear}-${month(lastMonth!)}-${last!.padStart(2, '0')}`
      return { code: `${from}/${to}`, from, to }
    },
  ),
  row(
    'between-years',
    String.raw`(?:between|from) (?<year>(?:19|20)\d{2}) (?:and|to) (?<lastYear>(?:19|20)\d{2})`,
    'between 2014 and 2016',
    (m) => {
      const from = `${m.groups!.year}-01-01`
      const to = `${m.groups!.lastYear}-12-31`
      return { code: `${from}/${to}`, from, to }
    },
  ),
  row(
    'middle-of-year',
    String.raw`(?:no later than|not later than|by|before|until|in) (?:mid-|the middle of )(?<year>\d{4})`,
    'by mid-2014',
    (m) => ({ code: m.groups!.year!, from: null, to: `${m.groups!.year}-06-30` }),
  ),
  row(
    'in-the-course',
    String.raw`(?:in the course of|during|within|in the year|in early|in late|throughout) (?<year>\d{4})`,
    'in the course of 2011',
    (m) => ({ code: m.groups!.year!, from: `${m.groups!.year}-01-01`, to: `${m.groups!.year}-12-31` }),
  ),
  row(
    'year',
    String.raw`(?:no later than|not later than|by|before|until|starting in|starting from|beginning in|commencing in|as of|as from|with effect from|from|in)(?: the year)? (?<year>(?:19|20)\d{2})(?![\d/-]| (?:session|budget|World|Agenda|Olympic|and|to))`,
    'starting in 1994',
    (m) => point(m.groups!.year!),
  ),
]
