/** The door of the web shell for the pages of the modules: the design system, words, addresses and the visit. */
export { directionOf, sixLanguages } from '#platform/i18n'
export {
  actorAddress,
  documentAddress,
  dossierAddress,
  lineAddress,
  mandateAddress,
  paragraphAddress,
  paragraphAnchor,
  sessionAddress,
  withFilters,
} from './addresses.ts'
export { type Stretch, type StretchKind, stretchOf } from './annotate.ts'
export { AnnotatedText, footnoteId, Legend } from './annotated-text.tsx'
export { AnswersSaid } from './answers-said.tsx'
export { Choice, type ChoiceProps } from './choice.tsx'
export { Citation } from './citation.tsx'
export { type ColumnOf, DataTable } from './data-table.tsx'
export { Day, Instant, Period } from './dates.tsx'
export { Difference, DifferenceLegend } from './difference.tsx'
export { ActForm, Button, FormFault, SelectField, TextArea, TextField } from './form.tsx'
export { type KeyMoves, type KeyState, Keys, useKeys } from './keys.tsx'
export { languageName } from './language-names.ts'
export { LinkedSentences } from './linked-sentences.tsx'
export { Downloads, Facts, LengthMeter, Notice, PageHead, PageLinks, Section, Tag } from './parts.tsx'
export { SessionName, useSessionName } from './session-name.tsx'
export { type Change, spokenChanges } from './spoken-changes.ts'
export {
  type ActionProps,
  fieldOf,
  type Loaded,
  type LoaderInput,
  notFound,
  type PageProps,
  redirectTo,
  turnedAway,
  unknownAct,
  visitOf,
} from './visit.ts'
export { useWords, type Words } from './words.ts'
