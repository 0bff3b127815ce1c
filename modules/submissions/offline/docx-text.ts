import { childOf, childrenOf, isElement, type XmlElement } from '@resolute/reader/files'

/** What a paragraph or a cell holds: what is read there, the tags of its controls, and what cannot be read as words. */
export interface Words {
  text: string
  readonly tags: string[]
  readonly bookmarks: string[]
  pictures: number
  /** Words in boxes that float over the page. */
  readonly floating: string[]
  inserted: boolean
  deleted: boolean
  /** Whether the next paragraph starts a line. */
  ended: boolean
}

const noWords = (): Words => ({
  text: '',
  tags: [],
  bookmarks: [],
  pictures: 0,
  floating: [],
  inserted: false,
  deleted: false,
  ended: false,
})

function symbol(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  return code >= 0x20 && code < 0xfffe && !(code >= 0xd800 && code < 0xe000) ? String.fromCharCode(code) : ''
}

/** Text boxes, pictures, objects: their words float, the rest is told. */
function drawn(words: Words, element: XmlElement): void {
  const inside = noWords()
  const look = (one: XmlElement): void => {
    if (one.name === 'w:txbxContent') gather(inside, one)
    else if (/:(?:blip|imagedata|OLEObject|chart)$/.test(one.name)) words.pictures++
    else for (const child of one.children.filter(isElement)) look(child)
  }
  look(element)
  if (inside.text.trim() !== '') words.floating.push(inside.text)
}

function control(words: Words, element: XmlElement): void {
  const properties = childOf(element, 'w:sdtPr')
  const tag = childOf(properties, 'w:tag')?.attributes['w:val']
  if (tag) words.tags.push(tag)
  const content = childOf(element, 'w:sdtContent')
  // nobody wrote what waits in an empty control
  if (content && !childOf(properties, 'w:showingPlcHdr')) gather(words, content)
}

/** Adds what an element holds to some words: insertions count, deletions do not. */
export function gather(words: Words, element: XmlElement): void {
  for (const child of element.children.filter(isElement)) {
    switch (child.name) {
      case 'w:t':
      case 'm:t':
        words.text += child.children.filter((one) => typeof one === 'string').join('')
        break
      case 'w:tab':
      case 'w:ptab':
        words.text += '\t'
        break
      case 'w:br':
      case 'w:cr':
        words.text += '\n'
        break
      case 'w:noBreakHyphen':
        words.text += '\u2011'
        break
      case 'w:sym':
        words.text += symbol(child)
        break
      case 'w:p':
        if (words.ended) words.text += '\n'
        gather(words, child)
        // where the end of a paragraph was deleted, it goes on in the next
        words.ended = childOf(childOf(childOf(child, 'w:pPr'), 'w:rPr'), 'w:del') === null
        break
      case 'w:tc':
        gather(words, child)
        words.text += '\t'
        break
      case 'w:sdt':
        control(words, child)
        break
      case 'w:bookmarkStart':
        words.bookmarks.push(child.attributes['w:name'] ?? '')
        break
      case 'w:ins':
      case 'w:moveTo':
        words.inserted = true
        gather(words, child)
        break
      case 'w:del':
      case 'w:moveFrom':
        words.deleted = true
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        drawn(words, child)
        break
      case 'mc:AlternateContent':
        for (const choice of childrenOf(child, 'mc:Choice').slice(0, 1)) gather(words, choice)
        break
      case 'w:pPr':
      case 'w:rPr':
      case 'w:tblPr':
      case 'w:trPr':
      case 'w:tcPr':
      case 'w:instrText':
        break
      default:
        gather(words, child)
    }
  }
}

/** What stands in a paragraph or a cell. */
export function wordsOf(element: XmlElement): Words {
  const words = noWords()
  gather(words, element)
  return words
}

/** The paragraphs and rows of tables in order, whatever they are wrapped in. */
export type Piece =
  | { readonly kind: 'paragraph'; readonly words: Words }
  | { readonly kind: 'row'; readonly table: number; readonly cells: readonly Words[] }

const wraps = /^(?:w:sdt|w:sdtContent|w:customXml|w:ins|w:moveTo|w:smartTag)$/

/** Rows of a table, or cells of a row; what was deleted is left out. */
function within(element: XmlElement, name: 'w:tr' | 'w:tc'): readonly XmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === name) return childOf(childOf(child, `${name}Pr`), 'w:del') ? [] : [child]
    return wraps.test(child.name) ? within(child, name) : []
  })
}

export function piecesOf(body: XmlElement): readonly Piece[] {
  const pieces: Piece[] = []
  let tables = 0
  const read = (element: XmlElement): void => {
    for (const child of element.children.filter(isElement)) {
      if (child.name === 'w:p') pieces.push({ kind: 'paragraph', words: wordsOf(child) })
      else if (child.name === 'w:tbl') {
        const table = ++tables
        for (const row of within(child, 'w:tr')) {
          pieces.push({ kind: 'row', table, cells: within(row, 'w:tc').map(wordsOf) })
        }
      } else if (wraps.test(child.name)) read(child)
      else if (child.name === 'mc:AlternateContent')
        for (const choice of childrenOf(child, 'mc:Choice').slice(0, 1)) read(choice)
    }
  }
  read(body)
  return pieces
}
