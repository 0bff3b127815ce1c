import type { Language } from '../languages.ts'
import type { Vote, VoteSide } from '../outline.ts'

/** A rule of reading as a row: the pattern is tried on the head of a paragraph; the example is executed as its test. */
export interface PhraseRow {
  /** Unique in the reader, `<language>.<table>.<name>`. */
  readonly id: string
  /** Anchored at the start; without nested repetition, so that no text is read twice. */
  readonly pattern: RegExp
  readonly example: string
}

/** Who speaks: `The General Assembly,`. */
export interface OrganRow extends PhraseRow {
  /** What its symbols start with (`A/RES/`), where the organ has a series of its own. */
  readonly series: string | null
  /**
   * Its editors set what it says again in italics with the verb ("Reiterates its call upon"); those of the Human Rights
   * Council, the Security Council and the commissions set the verb alone.
   */
  readonly setsAgain?: boolean
}

/** What a paragraph can open with. */
export interface VerbRow {
  readonly id: string
  /** Written as it stands at the start of a paragraph, in lower case: `takes note`, `taking note`. */
  readonly words: string
  readonly part: 'preambular' | 'operative'
  /**
   * What belongs to the opening behind the verb: `noun`, which is part of the verb too ("Expresses its deep concern");
   * `again`, what is said once more ("Reiterates its call upon"); `act`, what goes on ("Continues to encourage").
   */
  readonly takes?: 'noun' | 'again' | 'act'
  readonly example: string
}

/** The words around a verb that belong to the opening and not to the verb. */
export interface OpeningGrammar {
  readonly verbs: readonly VerbRow[]
  /** In front: "Also", "Strongly". */
  readonly before: readonly string[]
  /** Behind: "further", "in particular". */
  readonly after: readonly string[]
  /** `с удовлетворением`, `赞赏地`: manner written in front of the verb; sticky. */
  readonly mannerBefore?: RegExp
  /** `with deep appreciation`, tried behind the verb; sticky. */
  readonly manner: RegExp | null
  /** `its deep concern`, tried behind verbs that take a noun; then part of the verb; sticky. */
  readonly noun: RegExp | null
  /** `its call upon`, tried behind verbs that say something again; sticky. */
  readonly again?: RegExp
  /** `to encourage`, tried behind verbs that go on with something; sticky. */
  readonly act?: RegExp
  /** What joins two verbs in one opening ("Welcomes and encourages"), up to the second; sticky. */
  readonly and: RegExp
  /** Verbs no row knows, by their form: `-s`, `-ing`. */
  readonly unknown: readonly (PhraseRow & { readonly part: VerbRow['part'] })[]
  /** Signs looked through when a text is matched: vowel signs and lengthened strokes. */
  readonly ignored?: RegExp
  /** Whether words are divided by blanks. */
  readonly spaced: boolean
}

/** Heads a unit inside a report: `Draft resolution I`, `Resolution 20/1`. Group 1 is the number. */
export interface UnitRow extends PhraseRow {
  readonly type: 'resolution' | 'decision' | 'draft-resolution' | 'draft-decision'
  /** How the unit is named in its id, in the words of the text: `Draft resolution`. */
  readonly name: string
}

/** A line that says how a text was adopted; groups are those in favour, against and abstaining, as printed. */
export interface VoteRow extends PhraseRow {
  readonly form: Vote['form']
}

/** How votes are printed. */
export interface VotePhrases {
  readonly lines: readonly VoteRow[]
  /** What stands in front of the list of those who voted so. */
  readonly sides: readonly (PhraseRow & { readonly side: VoteSide })[]
  /** Joins the last two names of a list. */
  readonly and: RegExp
}

/** Heads a provision of an annexed text. `name` is what paths call it in every language. */
export interface ArticleRow extends PhraseRow {
  readonly name: 'article' | 'rule' | 'principle' | 'guideline' | 'regulation'
}

/** All that the reading of structure knows of one language. */
export interface Phrases {
  readonly language: Language
  readonly openings: OpeningGrammar
  /** A line or the start of a chapeau that names the organ; group 1 is its name. */
  readonly organs: readonly OrganRow[]
  readonly units: readonly UnitRow[]
  /** A number that is all the title a resolution has: `Resolution 1325 (2000)`. Group 1 is the number. */
  readonly numbers: readonly PhraseRow[]
  /** After the last paragraph: meeting, date, vote. */
  readonly conclusions: readonly PhraseRow[]
  readonly votes: VotePhrases
  /** Lines of a masthead that make the text a statement of whoever presides. */
  readonly statements: readonly PhraseRow[]
  /** Where a meeting is named, in the conclusions or in the chapeau of a decision; group 1 is the meeting. */
  readonly meetings: readonly PhraseRow[]
  /** Masthead line that gives the date of adoption. */
  readonly adoptions: readonly PhraseRow[]
  readonly annexes: readonly PhraseRow[]
  /** Heads a provision of an annexed text, whose paragraphs are cited with it: `Article 5`. Group 1 is the number. */
  readonly articles: readonly ArticleRow[]
  /** A paragraph or heading after which numbers count items of an agenda. */
  readonly agendas: readonly PhraseRow[]
  /** Short lines that head a list inside an agenda: `Documentation`. */
  readonly agendaHeadings: readonly PhraseRow[]
  /** Heads a chapter of a report: `Chapter I`. */
  readonly chapters: readonly PhraseRow[]
  /** Id of a report that gives itself none. */
  readonly reportName: string
  /** Lines of a masthead that make the text a decision, or a draft. */
  readonly decisions: readonly PhraseRow[]
  readonly drafts: readonly PhraseRow[]
  /** `Ibid.` */
  readonly ibid: RegExp
  /** Names of the months in lower case, January first; all forms of a month divided by `|`. */
  readonly months: readonly string[]
}
