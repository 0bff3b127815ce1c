import type { Language, Note } from '@resolute/reader'
import type { DocumentVersion } from '#modules/documents'
import type { Transaction } from '#platform/database'

/** Closed list of what can be cited. */
export type CitedKind = 'act' | 'document' | 'official-records' | 'treaty' | 'publication' | 'unsettled'

/** Where a citation stands in the standing version of a text. */
export interface CitationPlace {
  readonly document: string
  readonly unit: string
  /** Index of the item that cites, counted over all units of the document: `documents.items.n`. */
  readonly n: number
  /** Path of the numbered paragraph; of a footnote that of the paragraph its mark stands in. */
  readonly path: string | null
  /** Which preambular paragraph of its unit it is, counted from 1; null elsewhere. */
  readonly recital: number | null
  readonly footnote: string | null
  /** 1-based line of the source where the item starts. */
  readonly line: number
  /** UTF-16 offsets in the text of the item, end exclusive. */
  readonly start: number
  readonly end: number
}

/** A text of the register. The unit is named where the document holds several: a resolution inside a report. */
export interface Found {
  readonly document: string
  readonly unit: string | null
  readonly title: string
  readonly adopted: string | null
  /** Of the text, hence of its title. */
  readonly language: Language
}

/** What a citation names. */
export interface Target {
  readonly kind: CitedKind
  /** One for all ways of citing the same text; null where the words do not say enough. */
  readonly key: string | null
  /** As people write it: `A/RES/65/232`, `General Assembly decision 65/503`, `UNTS 2225, 39574`; else as written. */
  readonly label: string
  /** Of a resolution or decision, so that it can be named in any language. */
  readonly act: 'resolution' | 'decision' | null
  readonly number: string | null
  /** Official English name of the body, where the citation or the symbol tells it. */
  readonly body: string | null
  /** Year it is of, as its date, symbol or number tell. */
  readonly year: number | null
  /** Null where the register does not hold it, or not yet: a text imported later is found by itself. */
  readonly found: Found | null
}

/** One citation of a standing text. A double symbol, or one with corrigenda, names several texts. */
export interface CitationOf {
  readonly place: CitationPlace
  readonly asWritten: string
  readonly targets: readonly Target[]
  /** The part of what is named: `annex`, `chap. I, sect. D`, `paragraph 12`. */
  readonly locator: string | null
  /** Paths of the paragraphs it names: `['12']`. */
  readonly paragraphs: readonly string[]
  /** What settled whose it is, and the id of the rule. */
  readonly by: string
  readonly rule: string
}

/** How many places of a text cite other texts and how many other texts that is; and the same the other way round. */
export interface CitationCounts {
  readonly cites: number
  readonly citesTexts: number
  readonly citedAt: number
  readonly citedBy: number
}

export interface CitationPage {
  readonly rows: readonly CitationOf[]
  readonly total: number
}

export interface CitationQuery {
  /** Only what stands in, or leads to, this unit of the document. */
  readonly unit?: string
  /** Only citations that stand in (`citing`) or name (`citedBy`) this numbered paragraph or a part of it. */
  readonly paragraph?: string
  /** At most `mostRows`, which is taken where it is not given. */
  readonly limit?: number
  readonly offset?: number
}

/** Closed list of the orders of a list: by body and year, most often first, or by place in the text (newest first). */
export type ListOrder = 'body' | 'times' | 'place'

export interface ListQuery {
  /** Only what this unit of the document cites, or what cites it. */
  readonly unit?: string
  readonly order?: ListOrder
  readonly limit?: number
  readonly offset?: number
}

/** One place of a citation, with its words and the part it names. */
export interface ListedPlace {
  readonly place: CitationPlace
  readonly asWritten: string
  readonly locator: string | null
}

/** A text that is cited by another, or cites it: how often, and where first. */
export interface ListedText {
  readonly target: Target
  readonly times: number
  /** The first of them, at most `mostPlaces`. */
  readonly places: readonly ListedPlace[]
}

export interface TextList {
  readonly rows: readonly ListedText[]
  /** Texts and places in all, whatever the page shows. */
  readonly texts: number
  readonly places: number
}

/** A text in the graph: a document, or a unit of one that holds several; or a text that is only cited. */
export interface GraphNode extends Target {
  /** Key of the target, or address of the text found: `E/2011/30#D/Resolution 20/1`. */
  readonly id: string
  /** 0 for the text asked about; below it what it rests on, above it what rests on it. */
  readonly step: number
  /** How often it is cited by, or cites, what leads to it. */
  readonly times: number
}

export interface GraphEdge {
  /** Who cites. */
  readonly from: string
  /** What is cited. */
  readonly to: string
  readonly times: number
}

export interface CitationGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** Texts left out by the limit at one step from the text asked about, on either side. */
  readonly more: { readonly before: number; readonly after: number }
}

/** A text with the texts it cites. */
export interface TextLinks {
  readonly from: GraphNode
  readonly to: readonly GraphNode[]
}

export interface GraphQuery {
  readonly unit?: string
  /** Steps away, 1 to 3; 1 where it is not given. */
  readonly depth?: number
  /** Texts in all besides the one asked about, at most `mostNodes`. */
  readonly limit?: number
}

/** What a text rests on and what rests on it. Nothing here is an act: everybody may ask. */
export interface Citations {
  /**
   * Listener of `documents`: keeps every citation of a version in the import's own transaction; those of the version
   * before go. Returns the figure for the ledger entry of the import.
   */
  keep(transaction: Transaction, version: DocumentVersion): Promise<Readonly<Record<string, number>>>
  /** Citations of a text, in its order. */
  citing(document: string, query?: CitationQuery): Promise<CitationPage>
  /** Citations of other texts, and of other units of this one, that name this text: latest texts first. */
  citedBy(document: string, query?: CitationQuery): Promise<CitationPage>
  /** Counts for many documents at once; every document asked for has its row. */
  counts(documents: readonly string[]): Promise<ReadonlyMap<string, CitationCounts>>
  /** What a text rests on and what rests on it, at most so many steps away, the most important first. */
  graph(document: string, query?: GraphQuery): Promise<CitationGraph | null>
  /** The texts it cites, or those that cite it, each once; null where there is no such text in the register. */
  texts(side: 'cited' | 'citing', document: string, query?: ListQuery): Promise<TextList | null>
  /** What contradicts itself in the source of its citations, as the reader notes it. */
  slips(document: string): Promise<readonly Note[]>
  /** The whole register, text by text: every text that cites, with what it cites. */
  all(): AsyncIterable<TextLinks>
  /** Reads anew what was read with other rules, or not at all yet; how many texts that were. */
  reRead(): Promise<number>
}
