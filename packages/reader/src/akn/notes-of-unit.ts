import type { UnitNode } from '../tree/tree.ts'
import { element, escaped, shown, textNodes, type XmlElement } from './element.ts'
import type { Identifiers } from './identifiers.ts'
import { inlineNodes, type NoteAt, placeText } from './prose.ts'
import type { RefsAt } from './refs.ts'

type Footnote = UnitNode['footnotes'][number]

/** The footnotes of a unit while its text is written. */
export interface UnitNotes {
  /** What stands at a mark in a text that starts at an offset of the source. */
  readonly at: (start: number) => NoteAt
  /** The notes nothing refers to, for the metadata; asked for when the text is written. */
  readonly left: () => readonly XmlElement[]
}

const noNotes: NoteAt = () => element('sup', {})

function noteElement(name: string, note: Footnote, seq: number, eId: string, refs: RefsAt): XmlElement {
  const { text } = note
  const cited = refs(note.place, text, note.mark)
  return element(
    name,
    {
      eId,
      marker: shown(note.mark),
      placement: 'bottom',
      'rs:mark': shown(note.mark) === note.mark ? null : escaped(note.mark),
      'rs:seq': seq,
      'rs:place': placeText(note.place),
      'rs:resolved': note.resolved === null || note.resolved === undefined ? null : escaped(note.resolved),
    },
    [element('p', {}, inlineNodes({ text, anchors: [], emphasis: [] }, cited, noNotes))],
  )
}

/**
 * A note stands where its mark comes first, and is referred to where the mark comes again. A mark printed twice for two
 * notes means the next one behind it, as when the text was read. A mark without a note stays a raised sign.
 */
export function unitNotes(unit: UnitNode, prefix: string | null, ids: Identifiers, refs: RefsAt): UnitNotes {
  const byMark = new Map<string, number[]>()
  unit.footnotes.forEach(({ mark }, seq) => {
    const same = byMark.get(mark)
    if (same) same.push(seq)
    else byMark.set(mark, [seq])
  })
  for (const same of byMark.values())
    same.sort((a, b) => unit.footnotes[a]!.place.start - unit.footnotes[b]!.place.start)
  const written = new Map<number, string>()
  const at =
    (start: number): NoteAt =>
    (mark) => {
      const same = byMark.get(mark) ?? []
      let low = 0
      for (let high = same.length; low < high; ) {
        const middle = (low + high) >> 1
        if (unit.footnotes[same[middle]!]!.place.start > start) high = middle
        else low = middle + 1
      }
      const seq = same[low] ?? same.at(-1)
      if (seq === undefined) return element('sup', { class: 'footnote', 'rs:mark': escaped(mark) }, textNodes(mark))
      const eId = written.get(seq)
      const foreign = shown(mark) === mark ? null : escaped(mark)
      if (eId !== undefined)
        return element('noteRef', { href: `#${encodeURI(eId)}`, marker: shown(mark), 'rs:mark': foreign })
      const own = ids(prefix, 'ftn', mark)
      written.set(seq, own)
      return noteElement('authorialNote', unit.footnotes[seq]!, seq, own, refs)
    }
  const left = () =>
    unit.footnotes.flatMap((note, seq) =>
      written.has(seq) ? [] : [noteElement('note', note, seq, ids(prefix, 'note', note.mark), refs)],
    )
  return { at, left }
}
