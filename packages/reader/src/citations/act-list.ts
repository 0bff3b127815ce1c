import { englishMonths } from '../phrases/en/months.ts'
import { actNumber } from './rules.ts'

/** One number of a resolution or decision with what is said of it at once. */
export interface ListedAct {
  readonly start: number
  /** Behind its date and title. */
  readonly end: number
  readonly number: string
  readonly date: string | null
  readonly title: string | null
}

const token = new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:${actNumber.source})(?![\\p{L}\\p{N}/])`, 'gu')
const adopted = /,? of (\d{1,2}) (\p{Lu}\p{Ll}{2,8}) (\d{4})/uy
const entitled = /,? entitled "([^"]{1,400})"/y
const nextInList = /^(?:,|,? and|,? or|,? as well as) $/
const yearPair = /^(?:19|20)\d\d\/(?:19|20)?\d\d$/

const isoDate = (day: string, month: string, year: string) => {
  const at = englishMonths.indexOf(month.toLowerCase())
  return at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function described(plain: string, start: number, number: string): ListedAct {
  let end = start + number.length
  adopted.lastIndex = end
  const dated = adopted.exec(plain)
  if (dated) end = adopted.lastIndex
  entitled.lastIndex = end
  const title = entitled.exec(plain)
  if (title) end = entitled.lastIndex
  const date = dated ? isoDate(dated[1]!, dated[2]!, dated[3]!) : null
  return { start, end, number: number.replace(/(\d|[A-Z])\(/, '$1 ('), date, title: title?.[1] ?? null }
}

/**
 * The numbers behind "resolutions": those of a list, each with its date and title. In the plural the list goes on over
 * what is said of each ("55/25 of 15 November 2000, on crime, and 58/4"), up to `until`; in the singular it is one
 * number, or more with nothing between but commas and dates.
 */
export function listedActs(plain: string, from: number, until: number, plural: boolean): readonly ListedAct[] {
  const acts: ListedAct[] = []
  const region = plain.slice(0, until)
  token.lastIndex = from
  for (let match = token.exec(region); match; match = token.exec(region)) {
    const last = acts.at(-1)
    if (last && match.index < last.end) continue
    if (!last && match.index > from) break
    const between = last ? plain.slice(last.end, match.index) : ''
    if (last && !plural && !nextInList.test(between)) break
    if (last && /\d{4}\/\d{4}$/.test(match[0]) && yearPair.test(match[0])) continue
    const act = described(plain, match.index, match[0])
    acts.push(act)
    token.lastIndex = act.end
  }
  return acts
}
