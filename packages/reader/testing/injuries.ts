import { below, oneOf } from './random.ts'

/** What pages leave in the middle of a sentence: numbers of pages and jobs, rules, form feeds. */
const furniture: readonly string[] = [
  '2',
  '14',
  '- 3 -',
  '12-45905',
  '12-45905 2',
  '3/8 17-22334',
  '\f',
  '---',
  '__________',
]
const notes: readonly string[] = ['See A/65/92.', 'Ibid., vol. 2349, No. 42146.', 'General Assembly resolution 55/2.']

/** One place where a page ended: line of the text (from 0), and the offset of the blank that became the break. */
export interface PageBreak {
  readonly line: number
  readonly at: number
}

/**
 * Breaks sentences where a page could have ended: at a blank between two words, with page furniture, a footnote or both
 * between the pieces. The footnote's mark is set behind the last word of the first piece. `lines` are those that may be
 * broken.
 */
export function withPageBreaks(
  text: string,
  lines: readonly number[],
  count: number,
  random: () => number,
): { readonly text: string; readonly breaks: readonly PageBreak[] } {
  const all = text.split('\n')
  const breaks: PageBreak[] = []
  const left = [...lines]
  for (let mark = 901; breaks.length < count && left.length > 0; mark++) {
    const line = left.splice(below(random, left.length), 1)[0]!
    const source = all[line]!
    const han = /\p{Script=Han}/u.test(source)
    const gaps = [
      ...source.matchAll(han ? /(?<=\p{Script=Han})(?=\p{Script=Han})/gu : /(?<=[\p{L},،”"’)]) (?=[\p{L}\p{N}“"])/gu),
    ]
    const usable = gaps.map(({ index }) => index).filter((at) => at > (han ? 12 : 25) && at < source.length - 10)
    if (usable.length === 0) continue
    const at = oneOf(random, usable)
    const kind = below(random, 3)
    const noted = kind > 0
    const between = [
      ...(noted ? [`<sup>${mark}</sup> ${oneOf(random, notes)}`] : []),
      ...(kind < 2 ? [oneOf(random, furniture)] : []),
    ]
    all[line] =
      `${source.slice(0, at)}${noted ? `<sup>${mark}</sup>` : ''}\n\n${between.join('\n\n')}\n\n${source.slice(han ? at : at + 1)}`
    breaks.push({ line, at })
  }
  return { text: all.join('\n'), breaks }
}
