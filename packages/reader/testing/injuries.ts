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

/** What the heads of the pages of a document say. */
export interface PageHead {
  readonly symbol: string
  readonly title: string | null
}

/** One place where a page ended: line of the text (from 0), and the offset of the blank that became the break. */
export interface PageBreak {
  readonly line: number
  readonly at: number
}

const han = /\p{Script=Han}/u

/** Offsets where a line may end: at a blank between two words; in Chinese between any two signs. */
function gapsOf(source: string): readonly number[] {
  const between = han.test(source)
    ? /(?<=\p{Script=Han})(?=\p{Script=Han})/gu
    : /(?<=[\p{L},،”"’)]) (?=[\p{L}\p{N}“"])/gu
  const from = han.test(source) ? 12 : 25
  return [...source.matchAll(between)].map(({ index }) => index).filter((at) => at > from && at < source.length - 10)
}

/** Words of small letters that stand more than once in a text. */
function repeatedWords(text: string): Set<string> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].filter(([word, count]) => count > 1 && word === word.toLowerCase()).map(([word]) => word))
}

/**
 * Offsets where a line may end in a hyphen: behind one that is there, and between the syllables of a long word the text
 * has elsewhere, uncut. Whether `socio-` and `logical` are one word or two, nothing but the rest of a text can tell.
 */
function hyphensOf(source: string, repeated: ReadonlySet<string>): readonly number[] {
  const within = [
    ...source.matchAll(/(?<=[^\p{L}\p{M}’'-])[\p{Script=Latin}\p{Script=Cyrillic}]{8,20}(?=[^\p{L}\p{M}’'-])/gu),
  ]
    .filter(([word]) => repeated.has(word))
    .flatMap(({ index, 0: word }) => {
      const syllable = word
        .slice(3, -3)
        .search(/[^aeiouyàâéèêëîïôùûáíóúüаеёиоуыэюяйьъ](?=[aeiouàâéèêîôáíóúаеёиоуыэюя])/u)
      return syllable < 0 ? [] : [index + 3 + syllable]
    })
  const there = [...source.matchAll(/(?<=\p{Ll}{3}-)(?=\p{Ll}{3})/gu)].map(({ index }) => index)
  return [...within, ...there].filter((at) => at > 25 && at < source.length - 10)
}

/** What the head of the next page puts between: the symbol, with the title or a date, or all of it on one line. */
function headOf({ symbol, title }: PageHead, random: () => number): readonly string[] {
  const page = 2 + below(random, 30)
  const heads: readonly (readonly string[])[] = [
    [symbol],
    [symbol, `${page}`],
    [symbol, '26 July 2012'],
    [`${symbol} ${page}/38 17-22334`],
    ...(title === null
      ? []
      : [
          [symbol, title],
          [title, symbol, `${page}/38 17-22334`],
        ]),
  ]
  return oneOf(random, heads)
}

/** Notes at the foot of a page, with the offsets of the line where their marks stand; the last stands at the break. */
function footOf(
  source: string,
  at: number,
  mark: number,
  random: () => number,
): { readonly lines: readonly string[]; readonly marks: readonly { readonly at: number; readonly mark: string }[] } {
  const earlier = gapsOf(source.slice(0, at)).filter((gap) => gap < at - 5)
  const places = earlier.length > 0 && below(random, 3) === 0 ? [oneOf(random, earlier), at] : [at]
  const marks = places.map((place, index) => ({ at: place, mark: String(mark + index) }))
  const texts = marks.map((one) => `<sup>${one.mark}</sup> ${oneOf(random, notes)}`)
  return { lines: below(random, 3) === 0 ? ['__________________', ...texts] : texts, marks }
}

/**
 * Breaks sentences where a page could have ended: at a blank between two words or, where `hyphens` asks for it, inside
 * one behind a hyphen; with footnotes at the foot, a page or job number, and the head of the next page where there is
 * one, in any combination between the pieces. Marks stand in the first piece. `lines` are those that may be broken.
 */
export function withPageBreaks(
  text: string,
  lines: readonly number[],
  count: number,
  random: () => number,
  { head = null, hyphens = false }: { readonly head?: PageHead | null; readonly hyphens?: boolean } = {},
): { readonly text: string; readonly breaks: readonly PageBreak[] } {
  const all = text.split('\n')
  const breaks: PageBreak[] = []
  const left = [...lines]
  const repeated = hyphens ? repeatedWords(text) : new Set<string>()
  for (let mark = 401; breaks.length < count && left.length > 0; mark += 2) {
    const line = left.splice(below(random, left.length), 1)[0]!
    const source = all[line]!
    const within = hyphens && below(random, 4) === 0 ? hyphensOf(source, repeated) : []
    const usable = within.length > 0 ? within : gapsOf(source)
    if (usable.length === 0) continue
    const at = oneOf(random, usable)
    const kind = below(random, 4)
    const foot = kind > 0 && within.length === 0 ? footOf(source, at, mark, random) : { lines: [], marks: [] }
    const numbered = kind < 2 || foot.lines.length === 0 ? [oneOf(random, furniture)] : []
    const between = [...foot.lines, ...numbered, ...(head && kind !== 2 ? headOf(head, random) : [])]
    const blank = source[at] === ' ' ? 1 : 0
    if (within.length > 0)
      repeated.delete(/\p{L}*$/u.exec(source.slice(0, at))![0] + /^\p{L}*/u.exec(source.slice(at))![0])
    const cut = within.length > 0 && source[at - 1] !== '-' ? '-' : ''
    let first = source.slice(0, at)
    for (const one of [...foot.marks].reverse())
      first = `${first.slice(0, one.at)}<sup>${one.mark}</sup>${first.slice(one.at)}`
    all[line] = `${first}${cut}\n\n${between.join('\n\n')}\n\n${source.slice(at + blank)}`
    breaks.push({ line, at })
  }
  return { text: all.join('\n'), breaks }
}
