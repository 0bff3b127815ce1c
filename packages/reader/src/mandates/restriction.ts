/**
 * What limits a group of addressees, as a predicate somebody can compute later: from a register of treaties, a list of
 * hosts, a group of States. A closed union; `described` keeps a limit in words where no kind fits.
 */
export type Restriction =
  /** "that have not yet ratified the Convention"; `instruments` in the words of the text, empty where it says "done so". */
  | { readonly kind: 'not-yet-party'; readonly asWritten: string; readonly instruments: readonly string[] }
  | { readonly kind: 'party-to'; readonly asWritten: string; readonly instruments: readonly string[] }
  /** "that have not yet done so", the act not being to join an instrument: those who have yet to do what is asked. */
  | { readonly kind: 'not-yet-done'; readonly asWritten: string }
  | { readonly kind: RestrictionKind; readonly asWritten: string }

/** Kinds that need no more than their name. */
export type RestrictionKind =
  | 'in-a-position-to'
  | 'host-country'
  | 'requesting'
  | 'concerned'
  | 'affected'
  | 'developed'
  | 'developing'
  | 'least-developed'
  | 'landlocked-developing'
  | 'small-island-developing'
  | 'of-region'
  | 'contributing-troops'
  | 'flag-or-coastal'
  | 'administering'
  | 'described'
