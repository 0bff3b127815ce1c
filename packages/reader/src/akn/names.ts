import type { Language } from '../languages.ts'
import type { UnitNode } from '../tree/tree.ts'
import { type ActorRow, actorOf } from './actors.ts'
import { shown } from './element.ts'

/** ISO 639-2/T, as IRIs name languages. */
export const languageCodes: Readonly<Record<Language, string>> = {
  ar: 'ara',
  zh: 'zho',
  en: 'eng',
  fr: 'fra',
  ru: 'rus',
  es: 'spa',
}

/** What the files of the United Nations write where no date is known. */
export const unknownDate = '0001-01-01'

/** The names of one document, as AKN4UN forms them (part 1, naming). */
export interface DocumentNames {
  readonly work: string
  readonly expression: string
  readonly manifestation: string
  readonly date: string
  readonly number: string
  readonly actor: ActorRow
}

/** A number as it goes into an IRI: `/` as `-`, blanks as `_`. */
export function numberName(number: string): string {
  const plain = shown(number).trim().replaceAll('/', '-').replace(/\s+/g, '_')
  return encodeURIComponent(plain)
}

/** A resolution and a decision of one session may have one number: 20/1 and 20/1. */
const subtypes: Readonly<Record<UnitNode['unitType'], string>> = {
  resolution: 'statement/deliberation',
  decision: 'statement/decision',
  'draft-resolution': 'statement/draft',
  'draft-decision': 'statement/draft',
  report: 'doc/report',
  other: 'doc/other',
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/

/** A date XML Schema takes, else the one that says that none is known. */
export function dateOrUnknown(date: string | null): string {
  if (date === null || !isoDate.test(date)) return unknownDate
  const [year, month, day] = date.split('-').map(Number)
  const exact = new Date(Date.UTC(year!, month! - 1, day!))
  return year! > 0 && exact.getUTCMonth() === month! - 1 && exact.getUTCDate() === day! ? date : unknownDate
}

/** IRI of a work. */
export const workOf = (type: UnitNode['unitType'], actor: ActorRow, date: string, number: string) =>
  `/akn/un/${subtypes[type]}/${actor.code}/${date}/${numberName(number) || 'none'}`

/** `/akn/un/{type}/{subtype}/{actor}/{date}/{number}` and what follows from it. */
export function namesOf(unit: UnitNode, language: Language, actors: readonly ActorRow[]): DocumentNames {
  const actor = actorOf(unit.organ, unit.id, actors)
  const date = dateOrUnknown(unit.adopted?.date ?? null)
  // a draft in a report is told from the others by its id: "Draft resolution I" comes in every section
  const adopted = unit.unitType === 'resolution' || unit.unitType === 'decision'
  const number = adopted || unit.parent === null ? (unit.number ?? unit.id) : unit.id
  const work = workOf(unit.unitType, actor, date, number)
  const expression = `${work}/${languageCodes[language]}@`
  return { work, expression, manifestation: `${expression}/.xml`, date, number, actor }
}
