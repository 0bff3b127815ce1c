import type { Language, WordChange } from '@resolute/reader'
import type { ParagraphKey, ParagraphKind } from './agreed.ts'

/** A resolution, decision or draft: what a series is made of. */
export interface TextKey {
  readonly document: string
  readonly unit: string
}

/** A text with its place in time. */
export interface DatedText extends TextKey {
  readonly title: string | null
  /** The organ that speaks, as written, and its id among the actors where it has one. */
  readonly organ: string | null
  readonly body: string | null
  readonly session: { readonly body: string; readonly number: number } | null
  /** ISO date; null where neither text nor importer nor calendar tells: such a text has no place in a line. */
  readonly day: string | null
  readonly language: Language
}

/** A paragraph with where and when it was said. */
export interface Saying extends ParagraphKey {
  readonly of: DatedText
  readonly kind: ParagraphKind
  readonly number: string | null
  /** Null for what nobody cites by number. */
  readonly path: string | null
  /** Which paragraph of the preamble it is, from 1; null elsewhere. */
  readonly recital: number | null
  readonly text: string
}

/** How a paragraph is asked for: by its path, by its place in the preamble, or else by its place in the version. */
export type SayingAddress = TextKey & {
  readonly path?: string | undefined
  readonly recital?: number | undefined
  readonly n?: number | undefined
}

/** Why a text counts as what came after another. */
export type Kinship = 'title' | 'recalls' | 'paragraphs'

/** What became of a paragraph from one text of a line to the next; `taken-over`: from a text of another series. */
export type StepKind = 'first' | 'same' | 'edited' | 'taken-over'

/** One step of a line: a paragraph, and what became of the one before. */
export interface LineStep {
  readonly saying: Saying
  readonly how: StepKind
  /** To the step before; null for the first. */
  readonly similarity: number | null
  /** From the step before; empty for the first. */
  readonly words: readonly WordChange[]
}

/**
 * What became of a paragraph after its last step. `dropped`: the next text of the series does not have it. `stands`: the
 * last text of the series has it. `alone`: its text is of no series.
 */
export type LineEnd =
  | { readonly how: 'dropped'; readonly by: DatedText }
  | { readonly how: 'stands' }
  | { readonly how: 'alone' }

/** A paragraph that was taken over from the line into another series. */
export interface Branch {
  /** Index of the step it comes from. */
  readonly from: number
  readonly saying: Saying
  readonly similarity: number
}

/** A paragraph from when it was first said to when it was last said or dropped. */
export interface Line {
  /** In order of time; never empty. */
  readonly steps: readonly LineStep[]
  /** Index in `steps` of the paragraph asked about. */
  readonly at: number
  readonly end: LineEnd
  /** Paragraphs of other series that come from a step: a line has branches, and is walked along one. */
  readonly branches: readonly Branch[]
}

/** A text of a series, with what joins it to the one before. */
export interface Member {
  readonly text: DatedText
  /** Null for the first. */
  readonly before: TextKey | null
  /** How much of it stood in the one before, 0 to 1 (README); null for the first. */
  readonly share: number | null
  readonly why: readonly Kinship[]
  /** Paragraphs by what became of those before; all are added in the first. */
  readonly counts: PassageCounts
}

export interface PassageCounts {
  readonly same: number
  readonly edited: number
  readonly added: number
  readonly dropped: number
}

/** How regularly the texts of a series follow each other. */
export type Rhythm =
  | { readonly kind: 'once' }
  | { readonly kind: 'every'; readonly months: number }
  | { readonly kind: 'irregular' }

/** A span without a text that is longer than the rhythm lets expect. */
export interface Gap {
  readonly after: TextKey
  readonly before: TextKey
  readonly months: number
}

/** One paragraph through a series: what it was in each text it stands in, in order of time. */
export interface Thread {
  readonly in: readonly {
    /** Index of the member. */
    readonly member: number
    readonly saying: Saying
    readonly how: 'first' | 'same' | 'edited'
    readonly similarity: number | null
  }[]
  /** Index of the member that no longer has it; null while the last of its branch has it. */
  readonly droppedBy: number | null
}

export interface Series {
  /** In order of time; never empty. */
  readonly members: readonly Member[]
  readonly rhythm: Rhythm
  readonly gaps: readonly Gap[]
  /** Every paragraph of every member, in the order of the latest text that has it. */
  readonly threads: readonly Thread[]
}
