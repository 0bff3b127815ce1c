import { counted } from './docx-numbering.ts'
import { childOf, childrenOf, type XmlElement } from './xml.ts'

/** The footnotes or endnotes of a Word file and how they are counted. */
export interface NoteSource {
  readonly byId: ReadonlyMap<string, XmlElement>
  readonly format: string
  readonly start: number
  readonly restart: 'continuous' | 'section' | 'page'
}

/** Marks the reader knows: digits, one letter, asterisks, daggers. */
const known = /^(?:\d{1,3}|[a-z]|\*{1,3}|[†‡§])$/
const signs = ['*', '†', '‡', '§']

/** Reads `footnotes.xml` or `endnotes.xml`, counted as `settings.xml` says. `name` is `footnote` or `endnote`. */
export function noteSource(
  root: XmlElement | null,
  settings: XmlElement | null,
  name: 'footnote' | 'endnote',
): NoteSource {
  const properties = childOf(settings, `w:${name}Pr`)
  const told = (what: string) => childOf(properties, `w:${what}`)?.attributes['w:val']
  const restart = told('numRestart')
  return {
    byId: new Map(childrenOf(root, `w:${name}`).map((one) => [one.attributes['w:id'] ?? '', one] as const)),
    format: told('numFmt') ?? 'decimal',
    start: Math.min(Math.max(Number.parseInt(told('numStart') ?? '1', 10) || 1, 1), 900),
    restart: restart === 'eachSect' ? 'section' : restart === 'eachPage' ? 'page' : 'continuous',
  }
}

/** The mark of a number in a format of notes; digits where the format gives none that the reader knows. */
export function markOf(number: number, format: string): string {
  const printed =
    format === 'chicago'
      ? signs[(number - 1) % signs.length]!.repeat(Math.ceil(number / signs.length))
      : counted(number, format)
  return known.test(printed) ? printed : String(number)
}

/** A mark the author typed, as far as the reader knows it. */
export const typedMark = (text: string) => (known.test(text.trim()) ? text.trim() : null)
