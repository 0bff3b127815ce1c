import type { Citation } from '../citations/citation.ts'
import { citationsOf } from '../citations/citations-of.ts'
import type { Language } from '../languages.ts'
import type { MandateReading } from '../mandates/obligation.ts'
import { readMandates } from '../mandates/read-mandates.ts'
import type { Note } from '../notes.ts'
import type { Outline, OutlineItem, OutlineUnit } from '../outline.ts'
import type { DraftLimits, Finding, FindingSource } from './finding.ts'

/** A numbered paragraph or point beside its reading. */
export interface DraftParagraph {
  readonly item: OutlineItem
  /** Unique in the unit. */
  readonly path: string
  readonly reading: MandateReading
}

/** One resolution or decision as the rules look at it. */
export interface Draft {
  readonly outline: Outline
  readonly unit: OutlineUnit
  readonly preamble: readonly OutlineItem[]
  readonly paragraphs: readonly DraftParagraph[]
  readonly citations: readonly Citation[]
  /** What contradicts itself in the citations of this unit. */
  readonly slips: readonly Note[]
  readonly limits: DraftLimits
}

/** What a rule found in a draft: an item, a stretch of its text (all of it where none is given), what the words need. */
export interface Found {
  readonly item: OutlineItem
  readonly stretch?: readonly [start: number, end: number]
  readonly facts?: Finding['facts']
}

/** A rule as a row: both examples are whole texts and executed as its test; `fires` gives exactly this code. */
export interface DraftRule {
  /** `kebab-case`; part of what programs rely on. */
  readonly code: string
  readonly severity: Finding['severity']
  readonly source: FindingSource
  /** The languages it can be told in; null for all six. */
  readonly languages: readonly Language[] | null
  readonly find: (draft: Draft) => readonly Found[]
  readonly fires: string
  readonly quiet: string
  /** What the examples are checked under. */
  readonly limits?: DraftLimits
}

/** The resolutions and decisions of a text; what only reports or lists them is no draft. */
export function draftsOf(outline: Outline, limits: DraftLimits): readonly Draft[] {
  const read = citationsOf(outline)
  return outline.units
    .filter((unit) => unit.type !== 'report' && unit.type !== 'other')
    .map((unit) => {
      const preamble = unit.items.filter((item) => item.kind === 'preambular')
      const items = unit.items.filter((item) => item.kind === 'operative' || item.kind === 'subparagraph')
      const readings = readMandates({ ...outline, units: [unit] })
      const paragraphs = readings.map((reading, at) => ({ item: items[at]!, path: reading.path, reading }))
      const lines = new Set(unit.items.map(({ line }) => line))
      const citations = read.citations.filter(({ place }) => place.unit === unit.id)
      const slips = read.notes.filter(({ place }) => place !== null && lines.has(place.line))
      return { outline, unit, preamble, paragraphs, citations, slips, limits }
    })
}

/** The section a path stands in: `IV` of `IV/3`, else nothing. */
export const sectionOf = (path: string | null): string =>
  path?.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''

/** The paragraphs of the first level, in their order. */
export const topParagraphs = (draft: Draft): readonly DraftParagraph[] =>
  draft.paragraphs.filter(({ item }) => item.level === 1)

/** The paragraph at an index with the points below it. */
export function withPoints({ paragraphs }: Draft, from: number): readonly DraftParagraph[] {
  const { level } = paragraphs[from]!.item
  let end = from + 1
  while (end < paragraphs.length && paragraphs[end]!.item.level > level) end++
  return paragraphs.slice(from, end)
}

/** The stretch of a clause's verb in its paragraph; the whole paragraph where the verb stands in the chapeau. */
export const verbStretch = (clause: {
  readonly verb: string
  readonly verbStart: number | null
}): readonly [number, number] | undefined =>
  clause.verbStart === null ? undefined : [clause.verbStart, clause.verbStart + clause.verb.length]
