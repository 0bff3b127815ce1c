import { plainText } from '../mandates/plain-text.ts'
import type { Note } from '../notes.ts'
import type { Outline } from '../outline.ts'
import type { Citation } from './citation.ts'
import { type Instrument, instruments } from './instruments.ts'
import { numberingOf } from './numbering-of-bodies.ts'

/** What may stand between a name and its footnote mark. */
const closing = /[\s,;.:)"]+$/
const yearInName = /(?:\bof|,) ((?:19|20)\d\d)\b/g

const note = (code: string, { line, start, end }: Citation['place'], facts: Note['facts']): Note => ({
  code,
  severity: 'warning',
  place: { line, start, end },
  facts,
})

/** The date of a resolution outside the years its number can be of, or another date than before. */
function datesOfActs(citations: readonly Citation[]): readonly Note[] {
  const notes: Note[] = []
  const dated = new Map<string, string>()
  for (const { names, place, asWritten } of citations) {
    if (names?.type !== 'act' || !names.key || !names.date) continue
    const years = numberingOf(names.body)?.years?.(names.number)
    const year = Number(names.date.slice(0, 4))
    if (years && (year < years[0] || year > years[1]))
      notes.push(
        note('act-year-contradicts', place, { written: asWritten, date: names.date, from: years[0], to: years[1] }),
      )
    const before = dated.get(names.key)
    if (before && before !== names.date)
      notes.push(note('act-date-contradicts', place, { written: asWritten, date: names.date, before }))
    else dated.set(names.key, names.date)
  }
  return notes
}

/** "Official Records ..., 2010, Supplement No. 10 (E/2011/30)": the year contradicts the symbol. */
function yearsOfRecords(citations: readonly Citation[]): readonly Note[] {
  return citations.flatMap(({ names, place }) => {
    if (names?.type !== 'official-records' || !/^(?:19|20)\d\d$/.test(names.session ?? '')) return []
    const symbol = names.symbols[0]
    const year = symbol ? /^[A-Z]+\/((?:19|20)\d\d)\//.exec(symbol)?.[1] : undefined
    return year && year !== names.session
      ? [note('records-year-contradicts', place, { session: names.session!, symbol: symbol! })]
      : []
  })
}

/**
 * The name in front of a footnote mark against the instrument its Treaty Series number identifies: another name, or a
 * year that is none of the instrument's ("the Single Convention of 1954" with vol. 976, No. 14152).
 */
function namesOfTreaties(outline: Outline, citations: readonly Citation[]): readonly Note[] {
  const notes: Note[] = []
  const treaties = new Map<string, Citation>()
  for (const one of citations)
    if (one.place.footnote && one.names?.type === 'treaty' && one.names.instruments.length > 0)
      treaties.set(`${one.place.unit} ${one.place.footnote}`, one)
  for (const unit of outline.units) {
    for (const item of unit.items) {
      for (const { mark, at } of item.anchors) {
        const treaty = treaties.get(`${unit.id} ${mark}`)
        if (treaty?.names?.type !== 'treaty') continue
        const before = plainText(item.text.slice(Math.max(0, at - 300), at)).replace(closing, '')
        const identified = instruments.filter(
          ({ code }) => treaty.names?.type === 'treaty' && treaty.names.instruments.includes(code),
        )
        const written = instruments.filter(({ named }) => named.test(before))
        const same = identified.filter((one) => written.includes(one))
        const place = { ...treaty.place, line: item.line, start: Math.max(0, at - 1), end: at }
        const facts = { mark, volume: treaty.names.volumes.join(', '), number: treaty.names.numbers.join(', ') }
        const nearest = written.length > 0 ? closest(written, before) : null
        if (same.length === 0 && nearest && !/protocol/i.test(nearest.said))
          notes.push(note('treaty-name-contradicts', place, { ...facts, written: nearest.said }))
        for (const one of same) {
          const said = one.named.exec(before)![0]
          const year = [...said.matchAll(yearInName)]
            .map((match) => match[1]!)
            .find((found) => !one.years.includes(Number(found)))
          if (year)
            notes.push(note('treaty-year-contradicts', place, { ...facts, written: year, years: one.years.join(', ') }))
        }
      }
    }
  }
  return notes
}

/** The instrument whose name is shortest, hence stands nearest to the mark. */
function closest(written: readonly Instrument[], before: string): { readonly said: string } {
  return { said: written.map(({ named }) => named.exec(before)![0]).sort((a, b) => a.length - b.length)[0]! }
}

/** Suspected slips of the source: noted with both readings, never mended. */
export function slipsIn(outline: Outline, citations: readonly Citation[]): readonly Note[] {
  return [...datesOfActs(citations), ...yearsOfRecords(citations), ...namesOfTreaties(outline, citations)]
}
