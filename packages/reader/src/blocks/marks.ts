import type { FootnoteAnchor } from '../outline.ts'
import type { Emphasis, MarkedText } from './block.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Footnote marks as texts carry them: `<sup>3</sup>`, the same with its brackets escaped once or half escaped by OCR
 * (`<sup>&</sup>lt;sup>3</sup>`), and Markdown's `[^3]`. Lengths are bounded so that no input is read twice.
 */
const markForms =
  /<sup>&<\/sup>lt;sup>\s{0,3}([^<>]{1,24})<\/sup>|&lt;sup&gt;([^<>&]{1,24})&lt;\/sup&gt;|<sup>\s{0,3}([^<>]{1,24})<\/sup>|\[\^([^\]\s]{1,12})\]/iy
const superscriptRun = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}/y
const tag = /<\/?(?:i|b|em|strong|u|sup|sub|span|p|div|font|small|center|br)(?:\s[^<>]{0,200})?\/?>/iy
const entity = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#x([\da-f]{1,6}));/iy
const marksWithin = /^\*{1,3}$|^[†‡§]$|^\d{1,3}$|^[a-z]$/
/** "25 km²", "10⁶": an exponent, not a mark; "décembre 2010¹" ends in a year. */
const exponentBefore = /(?:^|[\s\d])[kcmd]?m$|(?:^|[\s×·*])10$/

/** The numbers or signs inside one mark: `7, 8` gives two. Empty where it is none, as in "19th". */
export function marksIn(inner: string): readonly string[] {
  const marks = inner
    .replace(/[*_]{0,2}(\d{1,3})[*_]{0,2}/g, '$1')
    .split(/[,;\s]+/)
    .filter((mark) => mark !== '')
  return marks.length > 0 && marks.every((mark) => marksWithin.test(mark)) ? marks : []
}

/** `¹²` as `12`. */
export function digitsOf(run: string): string {
  return [...run].map((sign) => superscripts.indexOf(sign)).join('')
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const space = /[\s\u200b\ufeff]/
const wordSign = /[\p{L}\p{N}]/u

/** Pairs the runs of `*` and `_` that open and close emphasis; a run without a partner is text. */
function emphasisRuns(source: string): ReadonlyMap<number, { readonly length: number; readonly opens: boolean }> {
  const pairs = new Map<number, { length: number; opens: boolean }>()
  const open = new Map<string, number>()
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]
    if (sign === '\\') {
      at++
      continue
    }
    if (sign !== '*' && sign !== '_') continue
    let end = at + 1
    while (source[end] === sign) end++
    const before = at > 0 ? source[at - 1]! : ' '
    const after = source[end] ?? ' '
    const inWord = sign === '_' && wordSign.test(before) && wordSign.test(after)
    const key = source.slice(at, Math.min(end, at + 4))
    const started = open.get(key)
    if (end - at <= 3 && !inWord) {
      if (started !== undefined && !space.test(before)) {
        pairs.set(started, { length: end - at, opens: true })
        pairs.set(at, { length: end - at, opens: false })
        open.delete(key)
      } else if (!space.test(after)) open.set(key, at)
    }
    at = end - 1
  }
  return pairs
}

/** Collects plain text piece by piece; only the last few letters are ever looked at again. */
interface Sink {
  readonly pieces: string[]
  length: number
  tail: string
}

function add(sink: Sink, text: string): void {
  sink.pieces.push(text)
  sink.length += text.length
  sink.tail = text.length >= 4 ? text.slice(-4) : (sink.tail + text).slice(-4)
}

const plainRun = /[^<&[\\*_⁰¹²³⁴⁵⁶⁷⁸⁹\s]+(?: [^<&[\\*_⁰¹²³⁴⁵⁶⁷⁸⁹\s]+)*/y
/** A blank that is not one plain space. */
const wideBlank = /[\t-\r\u00a0]| {2}/
const markable = /[<&[\\*_⁰¹²³⁴⁵⁶⁷⁸⁹]/

/**
 * Takes emphasis, tags, escapes and footnote marks out of a text and keeps what they said. Runs of blanks, no-break
 * spaces among them, become one; the rest stays letter by letter. Time is linear in the text.
 */
export function unmark(source: string): MarkedText {
  if (!markable.test(source)) {
    const text = wideBlank.test(source) ? source.replace(/[ \t-\r\u00a0]+/g, ' ') : source
    return { text: text.trim(), anchors: [], emphasis: [] }
  }
  const runs = emphasisRuns(source)
  const anchors: FootnoteAnchor[] = []
  const emphasis: Emphasis[] = []
  const opened: { as: Emphasis['as']; start: number }[] = []
  const out: Sink = { pieces: [], length: 0, tail: '' }
  const close = () => {
    const from = opened.pop()
    if (from && out.length > from.start) emphasis.push({ ...from, end: out.length })
  }
  const blank = () => {
    if (!out.tail.endsWith(' ')) add(out, ' ')
  }
  for (let at = 0; at < source.length; ) {
    const plain = matchAt(plainRun, source, at)
    if (plain) {
      add(out, plain[0])
      at += plain[0].length
      continue
    }
    const sign = source[at]!
    const run = runs.get(at)
    if (run) {
      if (run.opens) opened.push({ as: run.length === 2 ? 'bold' : 'italic', start: out.length })
      else close()
      at += run.length
      continue
    }
    const mark = markAt(source, at, out.tail)
    if (mark) {
      for (const one of mark.marks) anchors.push({ mark: one, at: out.length })
      at += mark.length
      continue
    }
    const markup = sign === '<' ? matchAt(tag, source, at) : null
    if (markup) {
      const name = markup[0].toLowerCase()
      if (/^<(?:i|em)[\s>]/.test(name)) opened.push({ as: 'italic', start: out.length })
      else if (/^<(?:b|strong)[\s>]/.test(name)) opened.push({ as: 'bold', start: out.length })
      else if (/^<\/(?:i|em|b|strong)>/.test(name)) close()
      else if (name.startsWith('<br')) blank()
      at += markup[0].length
      continue
    }
    const escaped = sign === '&' ? matchAt(entity, source, at) : null
    if (escaped) {
      const code = escaped[2] ? Number(escaped[2]) : Number.parseInt(escaped[3] ?? '', 16)
      const named = escaped[1]?.toLowerCase()
      if (named === 'nbsp') blank()
      else if (named) add(out, entities[named]!)
      else if (code > 32 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)) add(out, String.fromCodePoint(code))
      else blank()
      at += escaped[0].length
      continue
    }
    if (sign === '\\' && /[\\*_[\]().#+\-!<>`~{}|]/.test(source[at + 1] ?? '')) {
      add(out, source[at + 1]!)
      at += 2
      continue
    }
    if (sign === ' ' || sign === '\u00a0' || (sign >= '\t' && sign <= '\r')) blank()
    else add(out, sign)
    at++
  }
  return trimmed({ text: out.pieces.join(''), anchors, emphasis })
}

/** The footnote mark that starts at an offset, if one does. */
function markAt(
  source: string,
  at: number,
  before: string,
): { readonly marks: readonly string[]; readonly length: number } | null {
  const sign = source[at]!
  if (sign === '<' || sign === '&' || sign === '[') {
    const found = matchAt(markForms, source, at)
    const marks = found ? marksIn(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '') : []
    return found && marks.length > 0 && !(found[3] && exponentBefore.test(before))
      ? { marks, length: found[0].length }
      : null
  }
  if (!superscripts.includes(sign) || exponentBefore.test(before)) return null
  const raised = matchAt(superscriptRun, source, at)
  return raised ? { marks: [digitsOf(raised[0])], length: raised[0].length } : null
}

/** Cuts blanks at both ends and moves the offsets with the text. */
export function trimmed(marked: MarkedText): MarkedText {
  const start = marked.text.length - marked.text.trimStart().length
  return cut(marked, start, Math.max(start, marked.text.trimEnd().length))
}

/** The part of a marked text between two offsets. */
export function cut(marked: MarkedText, start: number, end: number): MarkedText {
  const within = (at: number) => Math.min(Math.max(at - start, 0), end - start)
  return {
    text: marked.text.slice(start, end),
    anchors: marked.anchors.map(({ mark, at }) => ({ mark, at: within(at) })),
    emphasis: marked.emphasis
      .map((span) => ({ ...span, start: within(span.start), end: within(span.end) }))
      .filter((span) => span.end > span.start),
  }
}

/** Two pieces of one paragraph as one text. */
export function joined(first: MarkedText, second: MarkedText, between: string): MarkedText {
  const by = first.text.length + between.length
  return {
    text: `${first.text}${between}${second.text}`,
    anchors: [...first.anchors, ...second.anchors.map(({ mark, at }) => ({ mark, at: at + by }))],
    emphasis: [...first.emphasis, ...second.emphasis.map((s) => ({ ...s, start: s.start + by, end: s.end + by }))],
  }
}
