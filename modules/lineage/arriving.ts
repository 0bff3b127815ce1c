import type { OutlineUnit } from '@resolute/reader'
import type { Calendar, SessionTable } from '#modules/calendar'
import { adoptionOf, type DocumentVersion } from '#modules/documents'
import type { Directory, Parties } from '#modules/parties'
import type { ParagraphKind } from './agreed.ts'
import { titleKey } from './kin.ts'
import type { NewText } from './store-texts.ts'

const kinds: readonly string[] = ['preambular', 'operative', 'subparagraph', 'annex'] satisfies ParagraphKind[]

/** The units of a version that say anything, each with its place in time. */
export async function textsIn(
  version: DocumentVersion,
  { parties, calendar }: { readonly parties: Parties; readonly calendar: Calendar },
): Promise<readonly NewText[]> {
  const [directory, table] = [await parties.directory(), await calendar.table()]
  let firstN = 0
  const ids = new Set<string>()
  return version.outline.units.flatMap((unit): NewText[] => {
    const start = firstN
    firstN += unit.items.length
    // Where a text numbers two units alike the first goes by the name.
    if (ids.has(unit.id) || !unit.items.some(({ kind }) => kinds.includes(kind))) return []
    ids.add(unit.id)
    return [textOf(unit, start, version, directory, table)]
  })
}

function textOf(
  unit: OutlineUnit,
  firstN: number,
  version: DocumentVersion,
  directory: Directory,
  table: SessionTable,
): NewText {
  const { adopted, session } = adoptionOf(unit, version, table)
  const title = saying(unit.title ?? (version.outline.units.length === 1 ? version.title : null))
  return {
    document: version.document,
    unit: unit.id,
    version: version.version,
    firstN,
    lastN: firstN + unit.items.length - 1,
    title,
    titleKey: titleKey(title),
    organ: unit.organ,
    body: unit.organ === null ? null : (directory.find(unit.organ)?.id ?? null),
    session,
    day: adopted ?? (session && firstDay(table, session)),
    language: version.language,
  }
}

/** Null for a title that only numbers its text: "Resolution 2505 (2020)". */
function saying(title: string | null): string | null {
  const letters = title?.replace(/[^\p{L}\p{M}]/gu, '') ?? ''
  return letters.length > 10 || (letters !== '' && !/\d/.test(title ?? '')) ? title : null
}

/** Where no text tells the day: the first of the session, as it was held or planned. */
function firstDay(table: SessionTable, { body, number }: NonNullable<NewText['session']>): string | null {
  const parts = table.session(body, number)?.parts ?? []
  const days = parts.flatMap(({ held, planned }) => (held ?? planned)?.from ?? [])
  return days.sort()[0] ?? null
}
