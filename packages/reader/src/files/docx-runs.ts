import type { NoteSource } from './docx-notes.ts'
import { markOf, typedMark } from './docx-notes.ts'
import { type Setting, type Style, type Styles, settingOf, settled } from './docx-styles.ts'
import type { Piece, PieceNote, Run } from './view.ts'
import { childOf, childrenOf, isElement, type XmlElement } from './xml.ts'

/** What has been seen so far of a Word text. */
export interface Reading {
  readonly pieces: Piece[]
  readonly notes: PieceNote[]
  readonly styles: Styles
  readonly footnotes: NoteSource
  readonly endnotes: NoteSource
  /** Texts of notes met since the last place where they may stand. */
  readonly waiting: { readonly mark: string; readonly element: XmlElement }[]
  /** Fields that are open, innermost last: in their code, which is not shown, or in their result, which is. */
  fields: ('code' | 'result')[]
  counted: number
  /** Notes referred to so far, with their mark, for one that is referred to twice. */
  readonly marks: Map<string, string>
}

const longest = 300

/** Letters of an element, whatever stands between; for notes about what is left out. */
export function plainOf(element: XmlElement): string {
  if (element.name === 'w:t' || element.name === 'w:delText' || element.name === 'm:t')
    return element.children.filter((child) => typeof child === 'string').join('')
  if (element.name === 'w:tab' || element.name === 'w:br') return ' '
  const inner = element.children.filter(isElement).map(plainOf).join('')
  return element.name === 'w:p' ? `${inner} ` : inner
}

export function notice(reading: Reading, code: string, element: XmlElement, severity: PieceNote['severity']): void {
  const text = plainOf(element).trim()
  if (text === '') return
  const { 'w:author': author = '', 'w:date': date = '' } = element.attributes
  const facts = { text: text.slice(0, longest), ...(author ? { author } : {}), ...(date ? { date } : {}) }
  reading.notes.push({ at: reading.pieces.length, code, severity, facts })
}

const symbols: Readonly<Record<string, string>> = { F0B7: '•', F0A7: '▪', F02D: '–', F0D8: '▪', F0A0: ' ', F020: ' ' }

function symbolOf(element: XmlElement): string {
  const code = (element.attributes['w:char'] ?? '').toUpperCase()
  const number = Number.parseInt(code, 16)
  if (symbols[code] !== undefined) return symbols[code]
  return number >= 0x20 && number < 0xd800 ? String.fromCharCode(number) : ''
}

/** The mark of a reference to a note; its text waits until there is a place for it. */
function reference(reading: Reading, element: XmlElement, kind: 'footnote' | 'endnote', typed: string | null) {
  const source = kind === 'footnote' ? reading.footnotes : reading.endnotes
  const id = element.attributes['w:id'] ?? ''
  const key = `${kind} ${id}`
  const before = reading.marks.get(key)
  if (before !== undefined) return before
  const target = source.byId.get(id)
  if (!target) return null
  if (!typed) reading.counted++
  const number = source.start - 1 + reading.counted
  // endnotes are counted on behind the footnotes, so that a mark says which note is meant
  const mark = typed ?? (kind === 'endnote' ? String(number) : markOf(number, source.format))
  reading.marks.set(key, mark)
  reading.waiting.push({ mark, element: target })
  return mark
}

function runOf(reading: Reading, element: XmlElement, inherited: Setting): readonly Run[] {
  const properties = childOf(element, 'w:rPr')
  const named = childOf(properties, 'w:rStyle')?.attributes['w:val']
  const style: Style | undefined = named === undefined ? undefined : reading.styles.byId.get(named)
  const setting = settled(settingOf(properties), style, inherited)
  const out: Run[] = []
  const shown = () => !setting.hidden && !reading.fields.includes('code')
  const say = (text: string) => {
    if (shown()) out.push({ text, italic: !!setting.italic, bold: !!setting.bold, raised: !!setting.raised })
  }
  let typed = false
  for (const child of element.children.filter(isElement)) {
    switch (child.name) {
      case 'w:t':
        if (!typed) say(plainOf(child))
        break
      case 'w:tab':
      case 'w:ptab':
        say('\t')
        break
      case 'w:br':
      case 'w:cr':
        say(' ')
        break
      case 'w:noBreakHyphen':
        say('\u2011')
        break
      case 'w:sym':
        say(symbolOf(child))
        break
      case 'w:fldChar': {
        const type = child.attributes['w:fldCharType']
        if (type === 'begin') reading.fields.push('code')
        else if (type === 'separate' && reading.fields.length > 0) reading.fields[reading.fields.length - 1] = 'result'
        else if (type === 'end') reading.fields.pop()
        break
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const follows = /^(?:1|true|on)$/.test(child.attributes['w:customMarkFollows'] ?? '')
        const own = follows ? typedMark(childrenOf(element, 'w:t').map(plainOf).join('')) : null
        typed = own !== null
        const mark = reference(reading, child, child.name === 'w:footnoteReference' ? 'footnote' : 'endnote', own)
        if (mark !== null && shown()) out.push({ text: mark, raised: true, mark: true })
        break
      }
      case 'w:ruby':
        for (const base of childrenOf(child, 'w:rubyBase')) out.push(...runsOf(reading, base, inherited))
        break
      case 'mc:AlternateContent':
        out.push(...alternative(child).flatMap((one) => runOf(reading, one, inherited)))
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        notice(reading, 'text-box-left-out', child, 'warning')
        break
      default:
    }
  }
  return out
}

/** Of several renderings of the same thing the first is taken (ECMA-376 part 3). */
export function alternative(element: XmlElement): readonly XmlElement[] {
  return childrenOf(element, 'mc:Choice').slice(0, 1)
}

/** The runs inside an element that holds them, in order: insertions kept, deletions left out, both noted. */
export function runsOf(reading: Reading, element: XmlElement, inherited: Setting): readonly Run[] {
  const out: Run[] = []
  for (const child of element.children.filter(isElement)) {
    switch (child.name) {
      case 'w:r':
        out.push(...runOf(reading, child, inherited))
        break
      case 'w:ins':
      case 'w:moveTo':
        notice(reading, 'insertion-kept', child, 'info')
        out.push(...runsOf(reading, child, inherited))
        break
      case 'w:del':
      case 'w:moveFrom':
        notice(reading, 'deletion-left-out', child, 'info')
        break
      case 'w:hyperlink':
      case 'w:smartTag':
      case 'w:fldSimple':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
      case 'w:sdtContent':
        out.push(...runsOf(reading, child, inherited))
        break
      case 'w:sdt':
        for (const content of childrenOf(child, 'w:sdtContent')) out.push(...runsOf(reading, content, inherited))
        break
      case 'mc:AlternateContent':
        for (const choice of alternative(child)) out.push(...runsOf(reading, choice, inherited))
        break
      case 'm:oMath':
      case 'm:oMathPara':
        out.push({ text: plainOf(child) })
        break
      default:
    }
  }
  return out
}
