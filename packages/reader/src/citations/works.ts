import { matches } from '../mandates/rule.ts'
import type { Citation, Cited } from './citation.ts'
import type { CitationRule } from './citation-rule.ts'
import { instrumentsIn } from './instruments.ts'
import { locatorPattern } from './locators.ts'
import { symbolsIn } from './symbols.ts'
import { wordsFor } from './words/index.ts'

/** Something cited, found in a text by one row. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly names: Cited | null
  readonly locator: string | null
  readonly by: Citation['by']
  readonly rule: string
}

const listOf = (written: string) =>
  written
    .replace(/ (?:à|a|по|至|إلى) |-(?=\d)/g, '–')
    .split(/, | and | et | y | и | و ?|、|和/)
    .map((one) => one.trim())

/** The part of a source that is meant, behind its name, and where that ends. */
export function locatorAt(plain: string, at: number): { readonly locator: string; readonly end: number } | null {
  locatorPattern.lastIndex = at
  const found = locatorPattern.exec(plain)
  if (!found) return null
  return { locator: found[0].replace(/^[,،，\s(]+|\)$/g, ''), end: at + found[0].length }
}

function named(plain: string, start: number, end: number, names: Cited, rule: string): Found {
  const part = locatorAt(plain, end)
  return { start, end: part?.end ?? end, names, locator: part?.locator ?? null, by: 'written', rule }
}

const league = /League|Société|Sociedad|国际联盟/

/** Treaty Series references. */
export const treatiesIn = (rule: CitationRule, plain: string): readonly Found[] =>
  [...matches(rule.pattern, plain)].map((match) => {
    const volumes = listOf(match[2]!)
    const numbers = match[3] ? listOf(match[3]) : []
    const series = league.test(match[1]!) ? 'LNTS' : 'UNTS'
    const instruments = series === 'UNTS' ? instrumentsIn(volumes, numbers).map(({ code }) => code) : []
    const end = match.index + match[0].length
    return named(plain, match.index, end, { type: 'treaty', series, volumes, numbers, instruments }, rule.id)
  })

/** Official Records, with the symbol in brackets that belongs to them. */
export const recordsIn = (rule: CitationRule, plain: string): readonly Found[] =>
  [...matches(rule.pattern, plain)].map((match) => {
    const opened = /[(（]$/.test(match[0])
    let end = match.index + match[0].length
    let symbols: readonly string[] = []
    if (opened) {
      const inside = symbolsIn(plain.slice(end, end + 200))[0]
      if (inside?.start === 0) {
        symbols = inside.symbols
        end += inside.end
        if (plain[end] === ')' || plain[end] === '）') end++
      }
    }
    const session = match[2]!.replace(/[,،，\s]+$/, '')
    const supplement = match[3]?.replace(/\s/g, '').replace(/А|ألف/, 'A') ?? null
    const words = wordsFor(rule.language)
    const body =
      words?.bodies.find(({ pattern }) => pattern.test(match[1]!.replaceAll('\u0640', '')))?.name ?? match[1]!
    const names = { type: 'official-records', body, session: session || null, supplement, symbols } as const
    return named(plain, match.index, end, names, rule.id)
  })

export const publicationsIn = (rule: CitationRule, plain: string): readonly Found[] =>
  [...matches(rule.pattern, plain)].map((match) =>
    named(plain, match.index, match.index + match[0].length, { type: 'publication', number: match[1]! }, rule.id),
  )
