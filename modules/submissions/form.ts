import type { Language, LocalisedText } from '@resolute/reader'

/** The form of a call, as it was written or as it went out. JSON-able; every text by language. */
export interface Form {
  readonly title: LocalisedText
  /** Said above the first question. */
  readonly introduction: LocalisedText
  readonly sections: readonly Section[]
}

export interface Section {
  /** `s1`: unique in the form, never used again in another version. */
  readonly id: string
  readonly title: LocalisedText
  readonly help: LocalisedText
  readonly when: Condition | null
  readonly questions: readonly Question[]
}

/** Asked only where an earlier question was answered so: with one of these options, or at all. */
export type Condition =
  | { readonly question: string; readonly anyOf: readonly string[] }
  | { readonly question: string; readonly answered: true }

export const questionKinds = ['text', 'choice', 'several', 'number', 'date', 'table', 'file', 'comments'] as const
export type QuestionKind = (typeof questionKinds)[number]

interface Asked {
  /** `q1`: unique in the form, never used again for another question in another version. */
  readonly id: string
  /**
   * What the same question is known by in every form: `<call>/<id>` of the form it was first asked in. An earlier
   * answer to it is offered anew.
   */
  readonly same: string
  readonly label: LocalisedText
  readonly help: LocalisedText
  /** Asked for before the form is sent; a note ("no information") satisfies it. */
  readonly required: boolean
  readonly when: Condition | null
}

/** One of several to choose from, or a fixed row of a table. */
export interface Option {
  readonly id: string
  readonly label: LocalisedText
}

export interface TextQuestion extends Asked {
  readonly kind: 'text'
  readonly lines: 'one' | 'several'
  /** In words; in characters for Chinese text, three for each word. Null: the limit of the room. */
  readonly maxWords: number | null
}

export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice' | 'several'
  readonly options: readonly Option[]
  /** Whether something else may be written in. */
  readonly other: boolean
}

export interface NumberQuestion extends Asked {
  readonly kind: 'number'
  /** "cases", "United States dollars". */
  readonly unit: LocalisedText
  readonly min: number | null
  readonly max: number | null
  /** Places after the point, 0 to 6. */
  readonly decimals: number
}

export interface DateQuestion extends Asked {
  readonly kind: 'date'
  /** ISO days, both included. */
  readonly from: string | null
  readonly to: string | null
}

export interface TableColumn {
  readonly id: string
  readonly label: LocalisedText
  readonly kind: 'text' | 'number' | 'date' | 'choice'
  /** Of a choice. */
  readonly options: readonly Option[]
}

export interface TableQuestion extends Asked {
  readonly kind: 'table'
  readonly columns: readonly TableColumn[]
  /** Rows given by the form; where there are none, who answers adds their own. */
  readonly rows: readonly Option[]
  readonly maxRows: number
}

export interface FileQuestion extends Asked {
  readonly kind: 'file'
  readonly maxFiles: number
}

/** Comments paragraph by paragraph on a text in the register. */
export interface CommentsQuestion extends Asked {
  readonly kind: 'comments'
  readonly document: string
  readonly unit: string
  /** Which paragraphs, in the order of the text; empty: every paragraph of the unit. */
  readonly paths: readonly string[]
}

export type Question =
  | TextQuestion
  | ChoiceQuestion
  | NumberQuestion
  | DateQuestion
  | TableQuestion
  | FileQuestion
  | CommentsQuestion

/** What is amiss with a form before it can go out, or worth a look; in words: `submissions.form.<code>`. */
export interface FormNote {
  readonly code:
    | 'no-question'
    | 'label-missing'
    | 'options-missing'
    | 'columns-missing'
    | 'condition-broken'
    | 'text-not-found'
    | 'language-missing'
    | 'limits-crossed'
    | 'twice-the-same-id'
    | 'too-large'
  /** `blocks`: the form cannot go out so. */
  readonly severity: 'blocks' | 'look'
  /** Id of the section, question or option; null: the form. */
  readonly place: string | null
  /** Where a language is missing, which one. */
  readonly language: Language | null
  readonly facts: Readonly<Record<string, string | number>>
}

/** A form as it went out. */
export interface IssuedForm {
  readonly version: number
  readonly form: Form
  readonly by: string
  readonly at: string
}
