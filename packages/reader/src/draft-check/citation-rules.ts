import type { Draft, DraftRule, Found } from './draft.ts'
import { resolution } from './examples.ts'

/** What can be the body whose act it is: where the paragraph names one, the reader finds it. */
const anyBody =
  /\b(?:Assembly|Council|Sub-?[Cc]ommission|Commission|Committee|Conference|Congress|Board|Group|Meeting|Forum|Parties|Organization)\b/

/** A resolution or decision by its number alone, in a paragraph that names no body; once in a paragraph. */
function unresolved({ unit, citations }: Draft): readonly Found[] {
  const told = new Set<number>()
  return citations.flatMap(({ names, by, place, asWritten }) => {
    // two units of one name share their citations; a place of the longer one is none of the shorter
    const item = unit.items[place.item]
    if (!item) return []
    const bare = by === 'unsettled' && names?.type === 'act' && names.body === null && !anyBody.test(item.text)
    if (!bare || told.has(place.item) || item.kind === 'title') return []
    told.add(place.item)
    return [{ item, stretch: [place.start, place.end] as const, facts: { written: asWritten } }]
  })
}

const dateSlips: Readonly<Record<string, string>> = { 'act-year-contradicts': 'number', 'act-date-contradicts': 'date' }

/**
 * Whether it is plain whose act is meant: the citation names its body itself, or it is "its resolution" in a paragraph
 * that names no other; a number after "S-" or "ES-" is one of a special session.
 */
function bodySure(text: string, place: { readonly start: number; readonly end: number }, written: string): boolean {
  if (/\bE?S-\s*$/.test(text.slice(0, place.start))) return false
  return anyBody.test(written) || (/^its /i.test(written) && !anyBody.test(text))
}

/** A citation whose number, date or name cannot all be right; `slips` names each code of the reader for the words. */
const contradicting =
  (slips: Readonly<Record<string, string>>): DraftRule['find'] =>
  ({ unit, slips: noted }) =>
    noted.flatMap(({ code, place, facts }) => {
      const item = unit.items.find(({ line }) => line === place?.line)
      const slip = slips[code]
      if (!slip || !place || !item || (slips === dateSlips && !bodySure(item.text, place, String(facts.written))))
        return []
      const said = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, String(fact)]))
      return [{ item, stretch: [place.start, place.end] as const, facts: { ...said, slip } }]
    })

/** What a text refers to has to be found by its reader. */
export const citationRules: readonly DraftRule[] = [
  {
    code: 'citation-unresolved',
    severity: 'warning',
    source: 'editorial-manual-identification',
    languages: ['en'],
    find: unresolved,
    fires: resolution('Recalling resolution 9/6 of 18 September 2008,', 'Requests the Secretariat to act.'),
    quiet: resolution('Recalling Human Rights Council resolution 9/6 of 18 September 2008,', 'Decides to act.'),
  },
  {
    code: 'citation-date-contradicts',
    severity: 'warning',
    source: 'the-text-itself',
    languages: ['en'],
    find: contradicting(dateSlips),
    fires: resolution('Recalling General Assembly resolution 77/238 of 15 December 2016,', 'Decides to act.'),
    quiet: resolution('Recalling General Assembly resolution 77/238 of 15 December 2022,', 'Decides to act.'),
  },
  {
    code: 'citation-source-contradicts',
    severity: 'warning',
    source: 'the-text-itself',
    languages: ['en'],
    find: contradicting({
      'records-year-contradicts': 'records',
      'treaty-year-contradicts': 'year',
      'treaty-name-contradicts': 'name',
    }),
    fires: resolution(
      'Recalling the Single Convention on Narcotic Drugs of 1954,<sup>1</sup>',
      'Requests the Secretariat to act.',
      '<sup>1</sup> United Nations, Treaty Series, vol. 976, No. 14152.',
    ),
    quiet: resolution(
      'Recalling the Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol,<sup>1</sup>',
      'Requests the Secretariat to act.',
      '<sup>1</sup> United Nations, Treaty Series, vol. 976, No. 14152.',
    ),
  },
]
