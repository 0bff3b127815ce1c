import { flag, levelOfStyle, type Numberings } from './docx-numbering.ts'
import { childOf, childrenOf, type XmlElement } from './xml.ts'

/** How letters are set; null where a style says nothing about it. */
export interface Setting {
  readonly italic: boolean | null
  readonly bold: boolean | null
  readonly hidden: boolean | null
  readonly raised: boolean | null
}

/** What a style gives its paragraphs and letters, with the styles it is based on already in it. */
export interface Style extends Setting {
  readonly list: string | null
  readonly depth: number | null
  readonly heading: boolean
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>
  readonly paragraph: string | null
}

export const plainStyle: Style = {
  italic: null,
  bold: null,
  hidden: null,
  raised: null,
  list: null,
  depth: null,
  heading: false,
}

const onOff = (properties: XmlElement | null, name: string) => {
  const element = childOf(properties, name)
  return element ? flag(element) : null
}

/** What run properties (`w:rPr`) say. */
export function settingOf(properties: XmlElement | null): Setting {
  const position = childOf(properties, 'w:vertAlign')?.attributes['w:val']
  return {
    italic: onOff(properties, 'w:i') ?? onOff(properties, 'w:iCs'),
    bold: onOff(properties, 'w:b') ?? onOff(properties, 'w:bCs'),
    hidden: onOff(properties, 'w:vanish'),
    raised: position === undefined ? null : position === 'superscript',
  }
}

/** The first that says something wins. */
export function settled(...settings: readonly (Setting | null | undefined)[]): Setting {
  const first = (of: (setting: Setting) => boolean | null) =>
    settings.reduce<boolean | null>((found, one) => found ?? (one ? of(one) : null), null)
  return {
    italic: first((one) => one.italic),
    bold: first((one) => one.bold),
    hidden: first((one) => one.hidden),
    raised: first((one) => one.raised),
  }
}

const mostBases = 20

/** Reads `styles.xml`. A style based on itself, by whatever detour, ends there. */
export function stylesOf(root: XmlElement | null): Styles {
  const elements = new Map(childrenOf(root, 'w:style').map((one) => [one.attributes['w:styleId'] ?? '', one] as const))
  const read = (id: string, reach: number): Style => {
    const element = elements.get(id)
    if (!element || reach === 0) return plainStyle
    const base = childOf(element, 'w:basedOn')?.attributes['w:val']
    const below = base === undefined ? plainStyle : read(base, reach - 1)
    const paragraph = childOf(element, 'w:pPr')
    const numbered = childOf(paragraph, 'w:numPr')
    const name = childOf(element, 'w:name')?.attributes['w:val'] ?? ''
    const depth = childOf(numbered, 'w:ilvl')?.attributes['w:val']
    return {
      ...settled(settingOf(childOf(element, 'w:rPr')), below),
      list: childOf(numbered, 'w:numId')?.attributes['w:val'] ?? below.list,
      depth: depth === undefined ? below.depth : Number.parseInt(depth, 10),
      heading: below.heading || /^heading \d$/i.test(name),
    }
  }
  const standard = [...elements.values()].find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && /^(?:1|true)$/.test(attributes['w:default'] ?? ''),
  )
  return {
    byId: new Map([...elements.keys()].map((id) => [id, read(id, mostBases)])),
    paragraph: standard?.attributes['w:styleId'] ?? null,
  }
}

/** The list a paragraph stands in and its depth there, from its own properties or its style; null where in none. */
export function listOf(
  properties: XmlElement | null,
  styleId: string | null,
  styles: Styles,
  numberings: Numberings,
): { readonly list: string; readonly depth: number } | null {
  const style = styles.byId.get(styleId ?? '') ?? plainStyle
  const own = childOf(properties, 'w:numPr')
  const list = childOf(own, 'w:numId')?.attributes['w:val'] ?? style.list
  if (list === null || list === '0') return null
  const told = childOf(own, 'w:ilvl')?.attributes['w:val']
  const depth =
    told !== undefined ? Number.parseInt(told, 10) : (style.depth ?? levelOfStyle(numberings, list, styleId ?? ''))
  return { list, depth: Number.isSafeInteger(depth) && depth >= 0 ? depth : 0 }
}
