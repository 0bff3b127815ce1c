import type { OutlineItem, OutlineUnit } from '@resolute/reader'
import { ordinalNumber, type SessionTable } from '#modules/calendar'
import { type ListedTitle, readListedTitle } from './listed-title.ts'

/** A document that a provisional agenda lists under one of its items. */
export interface ListedDocument extends ListedTitle {
  /** Number of the item, `3`; null for a list that stands before any item. */
  readonly item: string | null
  readonly itemTitle: string | null
}

/** The provisional agenda of a session as a decision approves it, with the documentation it lists. */
export interface SessionAgenda {
  readonly document: string
  readonly unit: string
  readonly session: { readonly body: string; readonly number: number }
  readonly items: readonly { readonly number: string; readonly title: string }[]
  readonly documents: readonly ListedDocument[]
}

/** "Provisional agenda and documentation for the twenty-first session of the Commission ..." */
const announcement =
  /\bagenda\b.*?\bfor (?:the|its) ((?:one hundred and )?[a-z]+(?:[- ][a-z]+)?|\d+(?:st|nd|rd|th)) session(?: of (?:the )?(.+?))?[.;:]?$/i
const documentationHeading = /^documentation\b\W*$/i

/** Every agenda of a session that a text sets out. Agendas of meetings that are no session of a known body are left out. */
export function agendasOf(document: string, units: readonly OutlineUnit[], table: SessionTable): SessionAgenda[] {
  return units.flatMap((unit) => {
    const start = unit.items.findIndex(({ kind }) => kind === 'agenda')
    if (start < 0) return []
    const session = announcedSession(unit, unit.items.slice(0, start), table)
    return session === null ? [] : [{ document, unit: unit.id, session, ...listed(unit.items.slice(start)) }]
  })
}

/** The heading right above the agenda says whose it is; without one, the paragraph that approves it. */
function announcedSession(
  unit: OutlineUnit,
  before: readonly OutlineItem[],
  table: SessionTable,
): SessionAgenda['session'] | null {
  for (const { text } of before.toReversed().slice(0, 3)) {
    const [, ordinal, name] = announcement.exec(text) ?? []
    const number = ordinal === undefined ? null : ordinalNumber(ordinal)
    if (number === null) continue
    const body = (name && table.findBody(name)) || bodyNamedIn(unit, table)
    if (body) return { body: body.code, number }
  }
  return null
}

/** "the Commission" in a paragraph is the body that the title of the unit, or its organ, names in full. */
function bodyNamedIn({ title, organ }: OutlineUnit, table: SessionTable) {
  const bodies = table.bodies()
  const inTitle = bodies.find(({ name }) => title?.includes(name.en))
  return inTitle ?? bodies.find(({ name }) => organ?.includes(name.en)) ?? null
}

function listed(rest: readonly OutlineItem[]): Pick<SessionAgenda, 'items' | 'documents'> {
  const items: { number: string; title: string }[] = []
  const documents: ListedDocument[] = []
  let inList = false
  for (const { kind, number, level, text } of rest) {
    if (documentationHeading.test(text)) inList = true
    else if (kind !== 'agenda') inList = false
    else if (number !== null) {
      inList = false
      if (level <= 1) items.push({ number, title: text.replace(/[.:;]$/, '') })
    } else if (inList) {
      const item = items.at(-1)
      documents.push({ item: item?.number ?? null, itemTitle: item?.title ?? null, ...readListedTitle(text) })
    }
  }
  return { items, documents }
}
