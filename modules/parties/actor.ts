import type { LocalisedText } from '@resolute/reader'
import type { Database } from '#platform/database'
import type { Doer } from '#platform/manifest'
import type { Passkeys } from './passkey.ts'
import type { People } from './person.ts'
import type { SignIns } from './session.ts'

/** The five regional groups of Member States (193 in all: 54, 54, 33, 29, 23). */
export type RegionalGroup =
  | 'africa'
  | 'asia-pacific'
  | 'eastern-europe'
  | 'latin-america-caribbean'
  | 'western-europe-others'

/** Who can be asked: a State, a body, a UN or other entity, or a group that stands for several. */
export type ActorKind = 'state' | 'body' | 'entity' | 'organization' | 'group'

export interface Actor {
  /** Stable, for addresses: `unodc`, `cl`, `member-states`, `ccpcj`. States: ISO 3166-1 alpha-2, lower case. */
  readonly id: string
  readonly kind: ActorKind
  /** Official names; English always there. */
  readonly name: LocalisedText & { readonly en: string }
  /** Short form in common use (`UNODC`), or null. */
  readonly short: string | null
  /** Other names in use, matched without regard to case or "the". */
  readonly aliases: readonly string[]
  readonly group: RegionalGroup | null
  /** ISO 3166-1 alpha-3 and UN M49 for States, else null. */
  readonly codes: { readonly alpha3: string; readonly m49: string } | null
  /** Id of the actor this one belongs to (the Independent Evaluation Unit to UNODC), or null. */
  readonly partOf: string | null
  /**
   * For a group of States: whether it stands for every State, or for those that fit its name ("States parties to ...",
   * "donors"), which nobody has listed here. Null for all others; the five regional groups are told by `group`.
   */
  readonly covers: 'every-state' | 'some-states' | null
}

/** Every actor as a value: finding who a name stands for is a pure function of it. */
export interface Directory {
  actor(id: string): Actor | null
  actors(filter?: { kind?: ActorKind; group?: RegionalGroup }): readonly Actor[]
  /** How one who is asked is called in a language: as read in English, else by the name known there, else as read. */
  called(id: string | null, asRead: string, language: string): string
  /** The actor a name in a text stands for, in any of the six languages, or null. Longest alias wins. */
  find(name: string): Actor | null
  /** Groups a State belongs to for what is asked of it: `member-states`, `states` and its regional group; else empty. */
  groupsOf(id: string): readonly Actor[]
  /** Groups a State may belong to, for a person to judge: parties to a treaty, donors, host countries; else empty. */
  groupsPerhapsOf(id: string): readonly Actor[]
}

export interface Parties extends People, SignIns, Passkeys {
  /**
   * The directory as it stands in the database. Kept in memory until somebody changes it. Inside an act give its
   * transaction: an act holds one connection, and many at once that wait for a second one stand still.
   */
  directory(on?: Database): Promise<Directory>
  /**
   * Act `parties.load-directory`. Asks: actors, those that ship with the program unless given. Does: makes the table
   * hold exactly these, in one transaction with one ledger entry; the same actors again change nothing. Who may: the
   * program itself, when it prepares the database. Refusals: none; actors that break the rules of a directory throw.
   */
  loadDirectory(by: Doer, actors?: readonly Actor[]): Promise<DirectoryLoad>
}

interface DirectoryLoad {
  readonly state: 'loaded' | 'unchanged'
  readonly actors: number
}
