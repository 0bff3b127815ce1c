/** The door of the reader: text in, tree, outline, clauses and obligations out. Pure; no clock, network or Node built-in. */
export type { ActorRow } from './akn/actors.ts'
export type { XmlElement, XmlNode } from './akn/element.ts'
export { type FromAknOptions, fromAkn, type NotAkn } from './akn/from-akn.ts'
export { type AknOptions, toAkn } from './akn/to-akn.ts'
export type {
  Citation,
  CitationPlace,
  CitationReading,
  Cited,
  CitedAct,
  CitedBody,
  CitedDocument,
  CitedParagraphs,
  CitedPublication,
  CitedRecords,
  CitedTreaty,
} from './citations/citation.ts'
export { citationsOf } from './citations/citations-of.ts'
export { type OwnName, ownNamesOf, treatyNamed, yearOfAct } from './citations/known-as.ts'
export { compareTexts } from './compare/compare-texts.ts'
export type {
  ComparedItem,
  ComparedPair,
  Comparison,
  DroppedLanguage,
  PairStatus,
  WordChange,
} from './compare/comparison.ts'
export { similarity, wordChanges } from './compare/word-changes.ts'
export {
  checkDraft,
  type DraftLimits,
  type DraftRule,
  draftRules,
  type Finding,
  type FindingPlace,
  type FindingSource,
  findingSources,
} from './draft-check/index.ts'
export { type Language, type LocalisedText, languages } from './languages.ts'
export { certainFrom, isCertain } from './mandates/certainty.ts'
export type {
  Addressee,
  AddresseeClass,
  Clause,
  ClauseDue,
  Condition,
  ConditionClass,
  Force,
  Life,
  LifeStage,
  Money,
  ParagraphInput,
  Reporting,
} from './mandates/clause.ts'
export { type Doubt, doubts } from './mandates/doubt.ts'
export { type ClauseFault, completeClauses, type GivenClause, type GivenTiming } from './mandates/given.ts'
export type {
  Given,
  GivenReading,
  MandateReading,
  ObligationKind,
  ObligationLink,
  ObligationReading,
} from './mandates/obligation.ts'
export { readClauses } from './mandates/read-clauses.ts'
export { mentionedBefore, readMandates } from './mandates/read-mandates.ts'
export type { Restriction, RestrictionKind } from './mandates/restriction.ts'
export type { SessionPart, Span, Timing } from './mandates/timing.ts'
export type { Note, Place } from './notes.ts'
export type {
  Adoption,
  FootnoteAnchor,
  ItemKind,
  Outline,
  OutlineFootnote,
  OutlineItem,
  OutlineTable,
  OutlineUnit,
  UnitForm,
  UnitType,
  Vote,
  VoteSide,
} from './outline.ts'
export { outlineOf } from './tree/outline-of.ts'
export { plainTextOf } from './tree/plain-text.ts'
export { type ReadOptions, readText } from './tree/read-text.ts'
export type {
  AgendaNode,
  AnnexNode,
  AttachmentNode,
  BodyNode,
  DocumentTree,
  FootnoteNode,
  FormulaNode,
  HeadingNode,
  ParagraphNode,
  PlainNode,
  PreambleNode,
  Prose,
  RecitalNode,
  TableNode,
  TitleNode,
  UnitNode,
} from './tree/tree.ts'
export { alignLanguages } from './versions/align-languages.ts'
export type { AlignedItem, AlignedUnit, Alignment } from './versions/alignment.ts'
