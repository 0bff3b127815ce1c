import type { Note } from '../notes.ts'

/** Where a citation stands. Offsets are UTF-16 code units in the item's text as printed, end exclusive. */
export interface CitationPlace {
  readonly unit: string
  /** Index in the unit's `items`. */
  readonly item: number
  /** 1-based line of the source where the item starts. */
  readonly line: number
  readonly path: string | null
  /** Mark of the footnote it stands in; null in a paragraph. */
  readonly footnote: string | null
  readonly start: number
  readonly end: number
}

/** A resolution or a decision. Two of them are the same if and only if their keys are. */
export interface CitedAct {
  readonly type: 'act'
  readonly act: 'resolution' | 'decision'
  /** Official name of the body that adopted it; null where the text does not say enough. */
  readonly body: string | null
  /** `65/230`, `1325 (2000)`, `57/270 B`. */
  readonly number: string
  /** `General Assembly resolution 65/230`; null where the body is. */
  readonly key: string | null
  /** `A/RES/65/230`, where the body's resolutions have a series of their own. */
  readonly symbol: string | null
  /** ISO date of adoption as the text gives it. */
  readonly date: string | null
  readonly title: string | null
}

/** A document with a symbol. A double symbol and "and Corr.1 and 2" name several. */
export interface CitedDocument {
  readonly type: 'document'
  readonly symbols: readonly string[]
}

/** A treaty as registered: one number may cover several instruments, so that the volume belongs to the key. */
export interface CitedTreaty {
  readonly type: 'treaty'
  readonly series: 'UNTS' | 'LNTS'
  readonly volumes: readonly string[]
  readonly numbers: readonly string[]
  /** Codes of the instruments table; empty where it does not know them. */
  readonly instruments: readonly string[]
}

/** "Official Records of the Economic and Social Council, 2010, Supplement No. 10 (E/2010/30)". */
export interface CitedRecords {
  readonly type: 'official-records'
  readonly body: string
  /** As printed: a year or a session. */
  readonly session: string | null
  readonly supplement: string | null
  readonly symbols: readonly string[]
}

/** A sales publication of the United Nations: `E.91.IV.2`. */
export interface CitedPublication {
  readonly type: 'publication'
  readonly number: string
}

/** "the Assembly": a body by its short name. */
export interface CitedBody {
  readonly type: 'body'
  readonly name: string
}

/** "paragraph 3 above" and "the present resolution": paths in a unit of the same text; no path means all of it. */
export interface CitedParagraphs {
  readonly type: 'paragraphs'
  readonly unit: string
  readonly paths: readonly string[]
}

export type Cited =
  | CitedAct
  | CitedDocument
  | CitedTreaty
  | CitedRecords
  | CitedPublication
  | CitedBody
  | CitedParagraphs

/** One citation: as written beside what it names. */
export interface Citation {
  readonly place: CitationPlace
  readonly asWritten: string
  /** Null where the text does not say enough, for example "Ibid." with nothing before it. */
  readonly names: Cited | null
  /** The part of what is named: `annex`, `chap. I, sect. D`, `paragraph 12`. */
  readonly locator: string | null
  /** Whether "Ibid." had to be followed to know. */
  readonly ibid: boolean
  /** What settled whose it is: the words, "its", a short name, the citation before, or the form of the number. */
  readonly by: 'written' | 'its' | 'short-name' | 'carried' | 'number' | 'unsettled'
  /** Id of the rule that found it. */
  readonly rule: string
}

/** Every citation of a text in its order, and what contradicts itself in the source. Nothing is ever mended. */
export interface CitationReading {
  readonly citations: readonly Citation[]
  readonly notes: readonly Note[]
}
