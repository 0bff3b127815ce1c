import type { Language, LocalisedText } from '@resolute/reader'

/** Words of a submission an officer pointed at: characters of one answer, counted as JavaScript counts them. */
export interface Passage {
  readonly id: string
  /** `<call>/<invitation>/<number>`. */
  readonly submission: string
  readonly invitation: number
  readonly actor: string | null
  readonly name: string
  readonly question: string
  /** Of a table or comments: which row or paragraph; else null. */
  readonly part: string | null
  readonly start: number
  readonly end: number
  /** The words, as they stand in the submission. */
  readonly quote: string
  readonly language: Language
  readonly by: string
  readonly at: string
  /** False where the submission was withdrawn, or a correction took its place: the officer should look. */
  readonly stands: boolean
}

/** What an officer finds in several submissions, resting on passages of them. */
export interface Finding {
  /** `<call>/<n>`. */
  readonly id: string
  readonly n: number
  /** As it completes "Chile and Italy ...": "reported that tourist police units had been set up". */
  readonly statement: LocalisedText
  /** Heading it stands under; empty: none. */
  readonly theme: LocalisedText
  /** Place in the section. */
  readonly order: number
  readonly passages: readonly Passage[]
}

/** Words of a sentence that lead somewhere. */
export interface SectionLink {
  readonly words: string
  readonly address: string
}

/** A sentence of the drafted section, with the submissions it rests on. */
export interface SectionSentence {
  readonly words: string
  /** In the order their words stand in the sentence. */
  readonly links: readonly SectionLink[]
  /** Of the section, or the one a finding was written in where nobody wrote it in that of the section. */
  readonly language: Language
}

/** A paragraph of the section. `place` names it: `asked`, `received`, `finding/3`, `question/q1`. */
export interface SectionParagraph {
  readonly place: string
  /** Stands above it; null where it goes on under the one before. */
  readonly heading: string | null
  readonly sentences: readonly SectionSentence[]
}

/** What came in answer to one question that can be counted: of how many. */
export interface Figure {
  readonly question: string
  readonly label: string
  /** Invited, with a submission that stands, and of these with an answer to this question. */
  readonly invited: number
  readonly submitted: number
  /** To how many of those submitted the question applied, by its condition and the version of the form. */
  readonly asked: number
  readonly answered: number
  readonly notes: Readonly<Record<'no_information' | 'not_applicable', number>>
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    readonly count: number
    readonly by: readonly string[]
  }[]
  /** Of a number: sum, least, middle and greatest, in the unit of the question. */
  readonly numbers: {
    readonly unit: string
    readonly sum: string
    readonly least: string
    readonly middle: string
    readonly greatest: string
  } | null
}

/** What the report on the submissions says of one call, in one language, as of a day. */
export interface CallSection {
  readonly call: string
  readonly address: string
  readonly language: Language
  readonly asOf: string
  readonly title: string
  /** The paragraph that orders the call: `/mandates/...`. */
  readonly anchor: { readonly document: string; readonly unit: string; readonly path: string } | null
  /** How many submissions it rests on: those that stood public on the day. */
  readonly submissions: number
  readonly paragraphs: readonly SectionParagraph[]
  /** The replies that may be printed, whole: name, address, and question by question. */
  readonly annex: readonly {
    readonly name: string
    readonly address: string
    readonly language: Language
    readonly sent: string
    readonly answers: readonly {
      readonly label: string
      readonly words: readonly string[]
      readonly language: Language | null
    }[]
  }[]
}

/** Who was asked and who answered, by regional group. */
export interface Coverage {
  readonly groups: readonly {
    /** A regional group, `organization`, `person` or `entity`. */
    readonly group: string
    readonly invited: number
    readonly submitted: number
    readonly members: readonly {
      readonly invitation: number
      readonly actor: string | null
      readonly name: string
      /** `no_information` where nothing stands. */
      readonly state: 'submitted' | 'late' | 'withdrawn' | 'no_information'
      /** Of the submission, where the visitor may see it. */
      readonly address: string | null
    }[]
  }[]
}
