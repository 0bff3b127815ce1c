import type { NotAllowed } from '#platform/access'

/** What was wrong with one field of a form; in words: `submissions.invalid.<code>`. */
export interface FieldError {
  /** Id of the question, or name of the field; `q3.2.amount` for a cell of a table, `q4.12(a)` for a comment. */
  readonly field: string
  readonly code:
    | 'missing'
    | 'too-long'
    | 'too-many'
    | 'too-small'
    | 'too-great'
    | 'no-number'
    | 'too-many-decimals'
    | 'no-such-day'
    | 'before-the-first'
    | 'after-the-last'
    | 'in-the-past'
    /** Letters have said it: it is changed no more. */
    | 'fixed'
    | 'not-a-choice'
    | 'one-only'
    /** Can be read in two ways, `one` and `other`: refused, never guessed. */
    | 'ambiguous'
    /** A note was chosen, and an answer given beside it. */
    | 'note-and-answer'
    /** Filled in from an earlier answer, and nobody has confirmed or changed it. */
    | 'unconfirmed'
    | 'no-such-file'
    | 'no-such-question'
    | 'no-such-row'
    | 'no-such-column'
    | 'no-such-paragraph'
    | 'no-such-person'
    | 'no-such-actor'
    | 'no-mail-address'
    | 'type-not-taken'
    | 'too-large'
    | 'empty'
    | 'unreadable'
  readonly facts?: Readonly<Record<string, string | number>>
}

/** Why an act was refused; in words: `submissions.refusal.<refused>`. */
export type Refusal =
  | NotAllowed
  | { readonly refused: 'invalid'; readonly errors: readonly FieldError[] }
  | {
      readonly refused:
        | 'no-such-call'
        | 'no-such-invitation'
        | 'no-such-submission'
        | 'no-such-finding'
        /** The form has notes that block it. */
        | 'form-not-ready'
        | 'nobody-invited'
        /** Nobody of them awaits a letter, or has an address. */
        | 'nobody-to-write-to'
        | 'no-deadline'
        | 'not-a-draft'
        | 'not-open'
        | 'call-closed'
        | 'already-invited'
        /** Something was sent already: it stays on the record. */
        | 'already-answered'
        | 'nothing-to-send'
        /** It lies with somebody else now. */
        | 'held-elsewhere'
        /** Only who answers, and others of their unit, clear what goes out. */
        | 'not-yours-to-clear'
        | 'already-withdrawn'
        /** Somebody did something with it since the page was shown. */
        | 'changed-since'
        /** The passage is not in that answer. */
        | 'no-such-passage'
    }

/** What an act gives: what was done, or why not. */
export type Outcome<Done> = Done | Refusal
