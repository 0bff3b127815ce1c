/** Elements whose contents nobody reads as text, or that say themselves that they were taken out of it. */
export const leftOut =
  /^(?:del|head|script|style|noscript|template|svg|iframe|object|embed|audio|video|canvas|map|nav|dialog|button|select|textarea|input|datalist|frameset)$/

/** Elements that stand in a line of text; every other one starts a line of its own. */
const inline =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|dfn|em|font|i|img|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/

export const isBlock = (name: string) => !inline.test(name) && !name.includes(':')

type Attributes = Readonly<Record<string, string>>

const roles = /^(?:navigation|banner|search|menu|menubar|toolbar|dialog|contentinfo)$/

/** Whether a browser shows an element at all, and whether what it shows is of the text and not of the site around it. */
export function isHidden(name: string, attributes: Attributes): boolean {
  return (
    leftOut.test(name) ||
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    roles.test(attributes.role ?? '') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
  )
}

export interface Format {
  readonly italic: boolean
  readonly bold: boolean
  readonly raised: boolean
}

/** How the letters in an element are set, by its name and its own style. */
export function formatIn(name: string, attributes: Attributes, around: Format): Format {
  const style = attributes.style ?? ''
  const said = (on: RegExp, off: RegExp, before: boolean) => (on.test(style) ? true : off.test(style) ? false : before)
  return {
    italic: said(
      /font-style\s*:\s*(?:italic|oblique)/i,
      /font-style\s*:\s*normal/i,
      /^(?:i|em|var|dfn)$/.test(name) || around.italic,
    ),
    bold: said(
      /font-weight\s*:\s*(?:bold|[6-9]00)/i,
      /font-weight\s*:\s*(?:normal|400)/i,
      /^(?:b|strong)$/.test(name) || around.bold,
    ),
    raised: said(/vertical-align\s*:\s*super/i, /vertical-align\s*:\s*baseline/i, name === 'sup' || around.raised),
  }
}

/** How a list counts: as Word names it, with the sign behind the number. */
export function countingOf(name: string, attributes: Attributes): string | null {
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase()
  const byStyle: Readonly<Record<string, string | null>> = {
    none: null,
    decimal: 'decimal',
    'lower-alpha': 'lowerLetter',
    'lower-latin': 'lowerLetter',
    'upper-alpha': 'upperLetter',
    'upper-latin': 'upperLetter',
    'lower-roman': 'lowerRoman',
    'upper-roman': 'upperRoman',
    disc: 'bullet',
    circle: 'bullet',
    square: 'bullet',
  }
  const byType: Readonly<Record<string, string>> = {
    '1': 'decimal',
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
  }
  if (style !== undefined && style in byStyle) return byStyle[style] ?? null
  if (name !== 'ol') return 'bullet'
  return byType[attributes.type ?? '1'] ?? 'decimal'
}

const noteName = /^#?_?(?:sd)?(?:ftn|fn|footnote|endnote|edn|cite[_-]note|note|ref)[\w:.-]*$/i
const sign = /^[[(]?\s*(\d{1,3}|\*{1,3}|[†‡§]|[a-z])\s*[\])]?$/

/** The footnote mark a link shows, or null where it is another link: a number alone may be that of a paragraph. */
export function markOfLink(attributes: Attributes, letters: string, raised: boolean): string | null {
  const found = sign.exec(letters.trim())?.[1]
  const href = attributes.href ?? ''
  if (!found || !href.includes('#')) return null
  const names = [href.slice(href.indexOf('#')), attributes.name ?? '', attributes.id ?? '', attributes.class ?? '']
  const known = names.some((one) => noteName.test(one)) || /footnote/i.test(attributes.class ?? '')
  return raised || known || letters.trim().startsWith('[') ? found : null
}

/** An item of a list of footnotes. */
export const isNoteItem = (attributes: Attributes) =>
  /^(?:fn|ftn|footnote|cite[_-]note|endnote)[-_:.]?\w/i.test(attributes.id ?? '')

/** The arrow behind a footnote that leads back to its mark. */
export const isWayBack = (letters: string) => /^[↩↑↵⇑^]$/.test(letters.replaceAll('\ufe0e', '').trim())
