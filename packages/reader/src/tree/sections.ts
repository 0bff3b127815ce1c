import type { ParagraphBlock } from '../blocks/block.ts'
import { readingsOf } from '../blocks/numbering.ts'
import type { Note } from '../notes.ts'
import type { Entry } from './entry.ts'

const sentenceEnd = /[.;,:!?。；，：،؛؟]["”»’)\]]*$/u

/**
 * The number of a section heading: "II" on a line of its own, "A. General principles"; null where the paragraph is none.
 * Only capitals count sections, and a heading ends without a stop.
 */
export function sectionNumber({ text, numbering }: ParagraphBlock): string | null {
  if (!numbering) return /^(?:[IVX]{1,6}|[A-Z])$/.test(text) ? text : null
  if (!numbering.upper || numbering.style !== 'stop' || text.length > 200) return null
  return sentenceEnd.test(text.slice(-8)) ? null : numbering.sign
}

const kindOf = (number: string) => (readingsOf(number).some(({ series }) => series === 'roman') ? 'roman' : 'letter')

/** Paragraphs whose number is not higher than that of the one before, by the place in the list. */
function restartsIn(entries: readonly Entry[]): readonly number[] {
  const restarts: number[] = []
  let last = 0
  entries.forEach(({ kind, level, block }, at) => {
    const number = kind === 'operative' && level === 1 && block.kind === 'paragraph' ? block.numbering : null
    const value = number?.readings.find(({ series }) => series === 'arabic')?.value
    if (value === undefined) return
    if (value === 1 && last > 0) restarts.push(at)
    last = value
  })
  return restarts
}

/**
 * Where numbers start again, a paragraph is cited with its section in front: `IV/3`. The kind of heading that stands
 * before a new start (roman or lettered) is the one that counts; without one the paths stay as they are, with a note.
 */
export function withSections(entries: readonly Entry[]): {
  readonly entries: readonly Entry[]
  readonly notes: readonly Note[]
} {
  const restarts = restartsIn(entries)
  if (restarts.length === 0) return { entries, notes: [] }
  const numberAt = (at: number) => {
    const { kind, block } = entries[at]!
    return kind === 'heading' && block.kind === 'paragraph' ? sectionNumber(block) : null
  }
  const notes: Note[] = []
  const counting = new Set<string>()
  for (const restart of restarts) {
    let at = restart - 1
    while (at >= 0 && entries[at]!.kind !== 'operative' && numberAt(at) === null) at--
    const number = at >= 0 ? numberAt(at) : null
    if (number) counting.add(kindOf(number))
    else
      notes.push({ code: 'numbering-restarted', severity: 'warning', place: entries[restart]!.block.place, facts: {} })
  }
  let section: string | null = null
  const cited = entries.map((entry, at) => {
    const number = numberAt(at)
    if (number && counting.has(kindOf(number))) section = number
    const numbered = entry.kind === 'operative' || entry.kind === 'subparagraph'
    return numbered && section && entry.path ? { ...entry, path: `${section}/${entry.path}` } : entry
  })
  return { entries: cited, notes }
}
