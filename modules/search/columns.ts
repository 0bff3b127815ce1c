import { type ItemKind, type Language, languages, type UnitType } from '@resolute/reader'

/** Kinds in the order of a segment: what a delegate looks for first comes first, so that ranking can stop early. */
export const kinds: readonly ItemKind[] = [
  'title',
  'operative',
  'subparagraph',
  'preambular',
  'heading',
  'annex',
  'agenda',
  'table',
  'footnote',
  'organ',
  'frontmatter',
  'backmatter',
]

export const unitTypes: readonly UnitType[] = [
  'resolution',
  'decision',
  'draft-resolution',
  'draft-decision',
  'report',
  'other',
]

export { languages }

/** What each paragraph of a segment is, by its place in the segment. */
export interface Columns {
  /** Adoption as a number: 20120726; 0 where it is not known. */
  readonly day: Int32Array
  /** Index of the document in `Holds.documents`. */
  readonly document: Uint32Array
  /** Place in its document. */
  readonly n: Uint32Array
  /** Actors asked: those from `askedFrom[i]` up to `askedFrom[i + 1]` of `asked`. */
  readonly askedFrom: Uint32Array
  readonly asked: Uint16Array
  /** Index in `Holds.bodies`, from 1; 0 for none. */
  readonly body: Uint16Array
  /** Words. */
  readonly length: Uint16Array
  readonly kind: Uint8Array
  readonly language: Uint8Array
  readonly type: Uint8Array
}

/** Names the columns count. */
export interface Holds {
  readonly documents: readonly { readonly entry: number; readonly document: string; readonly version: number }[]
  readonly bodies: readonly string[]
  readonly actors: readonly string[]
}

/** A paragraph before it has a place in a segment. */
export interface Paragraph {
  readonly entry: number
  readonly document: string
  readonly version: number
  readonly n: number
  readonly kind: ItemKind
  readonly type: UnitType | null
  readonly language: Language
  readonly day: number
  readonly body: string | null
  readonly asked: readonly string[]
  readonly length: number
}

export const kindAt = (kind: ItemKind): number => kinds.indexOf(kind)

/** `2012-07-26` -> 20120726. */
export const dayNumber = (date: string | null): number => (date === null ? 0 : Number(date.replaceAll('-', '')))

export function dayText(day: number): string | null {
  if (day === 0) return null
  const digits = String(day).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** Empty columns for so many paragraphs, asking so many actors together. */
export function blankColumns(paragraphs: number, asked: number): Columns {
  const words = 4 * (paragraphs * 4 + 1)
  return columnsIn(new ArrayBuffer(words + 2 * (asked + paragraphs * 2) + 3 * paragraphs), paragraphs, asked)
}

function columnsIn(buffer: ArrayBuffer, paragraphs: number, asked: number): Columns {
  let at = 0
  const take = <T>(
    kind: { new (buffer: ArrayBuffer, at: number, length: number): T },
    size: number,
    length: number,
  ) => {
    const column = new kind(buffer, at, length)
    at += size * length
    return column
  }
  return {
    day: take(Int32Array, 4, paragraphs),
    document: take(Uint32Array, 4, paragraphs),
    n: take(Uint32Array, 4, paragraphs),
    askedFrom: take(Uint32Array, 4, paragraphs + 1),
    asked: take(Uint16Array, 2, asked),
    body: take(Uint16Array, 2, paragraphs),
    length: take(Uint16Array, 2, paragraphs),
    kind: take(Uint8Array, 1, paragraphs),
    language: take(Uint8Array, 1, paragraphs),
    type: take(Uint8Array, 1, paragraphs),
  }
}

/** The year of each paragraph as its place among the years there are; null stands for those without a day. */
export interface Years {
  readonly at: Uint16Array
  readonly names: readonly (string | null)[]
}

export function yearsOf({ day }: Columns): Years {
  const places = new Map<number, number>()
  const at = new Uint16Array(day.length)
  for (let i = 0; i < day.length; i++) {
    const year = (day[i]! / 10_000) | 0
    let place = places.get(year)
    if (place === undefined) {
      place = places.size
      places.set(year, place)
    }
    at[i] = place
  }
  return { at, names: [...places.keys()].map((year) => (year === 0 ? null : String(year))) }
}

export const writeColumns = (columns: Columns): Buffer => Buffer.from(columns.day.buffer as ArrayBuffer)

export function readColumns(bytes: Uint8Array, paragraphs: number): Columns {
  const { buffer } = new Uint8Array(bytes) // a copy, since what comes from the database may stand at an odd address
  const asked = (buffer.byteLength - 4 * (paragraphs * 4 + 1) - 7 * paragraphs) / 2
  return columnsIn(buffer, paragraphs, asked)
}

/** Numbers the names it is asked for, from 0 in the order they come. */
export class Names {
  readonly #at = new Map<string, number>()
  at(name: string): number {
    const known = this.#at.get(name)
    if (known !== undefined) return known
    this.#at.set(name, this.#at.size)
    return this.#at.size - 1
  }
  all(): string[] {
    return [...this.#at.keys()]
  }
}

/** Paragraphs put in the order of a segment: by kind, newest first. */
export function ordered(paragraphs: readonly Paragraph[]): { columns: Columns; holds: Holds; order: Int32Array } {
  const order = Int32Array.from(paragraphs.keys()).sort((i, k) => {
    const a = paragraphs[i]!
    const b = paragraphs[k]!
    return kindAt(a.kind) - kindAt(b.kind) || b.day - a.day || a.entry - b.entry || a.n - b.n
  })
  const bodies = new Names()
  const actors = new Names()
  const documents = new Names()
  const rows: Holds['documents'][number][] = []
  const columns = blankColumns(
    paragraphs.length,
    paragraphs.reduce((sum, { asked }) => sum + asked.length, 0),
  )
  let asks = 0
  for (const [place, from] of order.entries()) {
    const paragraph = paragraphs[from]!
    const { entry, document, version } = paragraph
    const at = documents.at(String(entry))
    rows[at] ??= { entry, document, version }
    columns.day[place] = paragraph.day
    columns.document[place] = at
    columns.n[place] = paragraph.n
    columns.askedFrom[place] = asks
    for (const actor of paragraph.asked) columns.asked[asks++] = actors.at(actor)
    columns.body[place] = paragraph.body === null ? 0 : bodies.at(paragraph.body) + 1
    columns.length[place] = Math.min(paragraph.length, 65_535)
    columns.kind[place] = kindAt(paragraph.kind)
    columns.language[place] = languages.indexOf(paragraph.language)
    columns.type[place] = unitTypes.indexOf(paragraph.type ?? 'other')
  }
  columns.askedFrom[paragraphs.length] = asks
  return { columns, holds: { documents: rows, bodies: bodies.all(), actors: actors.all() }, order }
}
