import type { Answer } from './answer.ts'

/** A text somebody can point at in an answer, under the name a passage gives it. */
export interface Quotable {
  /** Null for the answer itself; `other`; `2.remark`: cell of a table; `12(a)`, `12(a)/proposal`: comment on a paragraph. */
  readonly part: string | null
  readonly text: string
}

/** Every text of an answer, in the order it is read. What is chosen from a list or given as a file has no words of its own. */
export function textsIn(answer: Answer): readonly Quotable[] {
  switch (answer.kind) {
    case 'text':
      return [{ part: null, text: answer.text }]
    case 'choice':
    case 'several':
      return answer.other === null ? [] : [{ part: 'other', text: answer.other }]
    case 'number':
      return [{ part: null, text: answer.number }]
    case 'date':
      return [{ part: null, text: answer.day }]
    case 'table':
      return answer.rows.flatMap(({ row, cells }, at) =>
        Object.entries(cells).map(([column, text]) => ({ part: `${row ?? at + 1}.${column}`, text })),
      )
    case 'comments':
      return answer.comments.flatMap(({ path, text, proposal }) => [
        ...(text === '' ? [] : [{ part: path, text }]),
        ...(proposal === null ? [] : [{ part: `${path}/proposal`, text: proposal }]),
      ])
    case 'file':
    case 'note':
      return []
  }
}

/** Characters of a text, counted as JavaScript counts them. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Where words stand in a text: the first place, or the one that starts at `start`. Pages and programs break lines and
 * space as they like, so runs of white space are alike; nothing else is. Null where the words are not there.
 */
export function spanOf(text: string, quote: string, start?: number): Span | null {
  const whole = spaced(text)
  const words = spaced(quote.normalize('NFC').trim()).text
  if (words === '') return null
  for (let at = whole.text.indexOf(words); at >= 0; at = whole.text.indexOf(words, at + 1)) {
    const span = { start: whole.places[at]!, end: whole.places[at + words.length - 1]! + 1 }
    if (start === undefined || span.start === start) return span
  }
  return null
}

/** A text with one space for each run of white space, and the place each of its characters came from. */
function spaced(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = []
  let out = ''
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = /\s/.test(text[at]!)
    if (isSpace && out.endsWith(' ')) continue
    out += isSpace ? ' ' : text[at]
    places.push(at)
  }
  return { text: out, places }
}
