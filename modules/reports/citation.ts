import { inAddress } from '#platform/addresses'
import type { Words } from './words.ts'

/** How a place in the register is printed and addressed. */

/** Where a mandate stands in the application. Slashes of symbols stay, as in `/documents/E/RES/2012/19`. */
export function mandateAddress(mandate: string): string {
  return `/mandates/${inAddress(mandate)}`
}

/** Where a document stands in the application. */
export function documentAddress(document: string): string {
  return `/documents/${inAddress(document)}`
}

/** `21(f)` is "21 (f)", `(c)(ii)a` is "(c) (ii) a", `IV/3` is "IV, 3". */
export function pathInWords(path: string): string {
  return path
    .replace('/', ', ')
    .replace(/\(/g, ' (')
    .replace(/\)(?=[^\s(])/g, ') ')
    .trim()
}

interface UnitPlace {
  /** "Resolution 20/1", "Draft resolution III (sect. A)", or the symbol of a sheet; in the language of the words. */
  readonly name: string
  /** "E/2011/30, sect. D"; null where the name is the symbol itself. */
  readonly place: string | null
}

/**
 * Takes the path of headings apart: the letter in front is the section of a report. A name numbered in Roman figures
 * starts anew in each section, so the section belongs to it; "20/1" stands alone.
 */
export function placeOf(document: string, unit: string, words: Words): UnitPlace {
  if (unit === document) return { name: unit, place: null }
  const [, section, heading] = /^([A-Z])\/(.+)$/.exec(unit) ?? []
  if (section === undefined || heading === undefined) return { name: unit, place: document }
  const named = headingInWords(heading, words)
  const name = /\d/.test(heading) ? named : words('reports.citation.in-section', { name: named, section })
  return { name, place: words('reports.citation.section', { document, section }) }
}

/** "Draft resolution III" of a path of headings, which is kept in English, in the language of the words. */
function headingInWords(heading: string, words: Words): string {
  const [, draft, kind, number] = /^(draft )?(resolution|decision) (\S+)$/i.exec(heading) ?? []
  if (kind === undefined || number === undefined) return heading
  return words(`reports.citation.${draft ? 'draft-' : ''}${kind.toLowerCase()}`, { number })
}

/** In running text a common noun is not capitalised: "resolution 20/1", but "E/RES/2012/19". */
export function inRunningText(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
