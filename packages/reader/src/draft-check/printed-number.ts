/** How a number is printed: `9`, `(a)`, `(i)`, `a`, `i`; `sign` for bullets and dashes. */
export type NumberStyle = 'arabic' | 'letter' | 'roman' | 'letter-stop' | 'roman-stop' | 'sign'

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi']

/** The style of a printed number; `(i)` at the head of a list is a roman one. Null where it is no style of paragraphs. */
export function styleOf(number: string, first: boolean): NumberStyle | null {
  if (/^\d+$/.test(number)) return 'arabic'
  if (/^[•·–—*-]$/.test(number)) return 'sign'
  const found = /^(\(?)([a-z]{1,5})(\)?)$/.exec(number)
  if (!found) return null
  const [, , letters, closing] = found
  const roman = first ? letters === 'i' : letters!.length > 1 && romans.includes(letters!)
  if (!roman && letters!.length > 2) return null
  return `${roman ? 'roman' : 'letter'}${closing ? '' : '-stop'}` as NumberStyle
}

/** What a printed number counts in a list of a style; null where it does not belong to the list. */
export function countOf(number: string, style: NumberStyle): number | null {
  const inner = number.replace(/[()]/g, '')
  switch (style) {
    case 'arabic':
      return /^\d+$/.test(inner) ? Number(inner) : null
    case 'roman':
    case 'roman-stop':
      return romans.includes(inner) ? romans.indexOf(inner) + 1 : null
    case 'letter':
    case 'letter-stop':
      // (z) is followed by (aa)
      if (!/^([a-z])\1?$/.test(inner)) return null
      return inner.charCodeAt(0) - 96 + (inner.length - 1) * 26
    case 'sign':
      return null
    default:
      return style satisfies never
  }
}
