import type { Language } from './languages.ts'
import type { Note, Place } from './notes.ts'

/** Closed list of the kinds of text a source holds (design section 5). */
export type UnitType = 'resolution' | 'decision' | 'draft-resolution' | 'draft-decision' | 'report' | 'other'

/** Closed list of what a piece of a unit can be (design section 5). */
export type ItemKind =
  | 'frontmatter'
  | 'title'
  | 'organ'
  | 'preambular'
  | 'operative'
  | 'subparagraph'
  | 'heading'
  | 'agenda'
  | 'table'
  | 'footnote'
  | 'annex'
  | 'backmatter'

/** Where a footnote mark stands in the text of an item: `at` is an offset into `text`, which holds no marks. */
export interface FootnoteAnchor {
  readonly mark: string
  readonly at: number
}

/** One piece of a unit, in the order of the text. */
export interface OutlineItem {
  readonly kind: ItemKind
  /** 1-based line of the source where the item starts. */
  readonly line: number
  /** The number as printed, without its final stop: `9`, `(a)`, `IV`. */
  readonly number: string | null
  /**
   * Depth within the unit: 1 for a paragraph, 2 for its points, and so on; 0 where depth has no meaning. In a decision
   * whose paragraphs are lettered, `(a)` has level 1. A document listed in an agenda stands one below its item.
   */
  readonly level: number
  /** `9`, `9(a)`, `(c)(ii)a`, `IV/3`; null for items nobody cites by number. */
  readonly path: string | null
  /** Opening words as written, with their adverbs: "Also requests". */
  readonly opening: string | null
  /** The same without the adverbs: "Requests". */
  readonly verb: string | null
  /** The text without its number, emphasis marks and footnote marks; page breaks mended. */
  readonly text: string
  /** Marks of the footnotes referred to, in the order of the text. */
  readonly footnotes: readonly string[]
  readonly anchors: readonly FootnoteAnchor[]
}

export interface OutlineFootnote {
  readonly mark: string
  /** As printed. */
  readonly text: string
  /** The text with "Ibid." replaced by what it stands for, across units; null where there is no "Ibid.". */
  readonly resolved?: string | null
}

export interface OutlineTable {
  readonly title: string | null
  /** Every row, head rows first, as cells of plain text. */
  readonly rows: readonly (readonly string[])[]
}

export type VoteSide = 'inFavour' | 'against' | 'abstaining'

/** How a text was adopted, as its conclusions print it. */
export interface Vote {
  readonly form: 'without-vote' | 'consensus' | 'recorded' | 'counted'
  /** Null where there was no vote. */
  readonly inFavour: number | null
  readonly against: number | null
  readonly abstaining: number | null
  /** Names as printed, where the text lists them. */
  readonly voters: Readonly<Record<VoteSide, readonly string[]>> | null
  readonly place: Place
}

/** When and how a text was adopted. */
export interface Adoption {
  /** ISO date. */
  readonly date: string | null
  /** As written: "46th plenary meeting". */
  readonly meeting: string | null
  /** The number of that meeting, where it is printed in figures. */
  readonly meetingNumber?: number
  readonly vote?: Vote
}

/** What a unit of type `other` is, where the text shows it: a statement by a president or chair. */
export type UnitForm = 'statement'

/** A resolution, decision, draft or report: what can be adopted and cited as one. */
export interface OutlineUnit {
  /** The symbol for a sheet (`E/RES/2012/19`), else the path of headings (`A/Draft resolution I`, `D/Resolution 20/1`). */
  readonly id: string
  readonly type: UnitType
  /** `2012/19`, `20/1`, `I`; null where the text gives none. */
  readonly number: string | null
  readonly title: string | null
  /** As written, without the final comma or colon: "The Economic and Social Council". */
  readonly organ: string | null
  /** Id of the unit this one stands in, or null. */
  readonly parent: string | null
  readonly adopted: Adoption | null
  readonly form?: UnitForm
  readonly items: readonly OutlineItem[]
  readonly footnotes: readonly OutlineFootnote[]
  readonly tables: readonly OutlineTable[]
}

/** What `resolute read --format outline` writes for one file: the flat, citable view of a tree. */
export interface Outline {
  readonly source: string | null
  readonly language: Language
  readonly notes: readonly Note[]
  readonly units: readonly OutlineUnit[]
}
