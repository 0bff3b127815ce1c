/** Text as two are compared that should be the same: blanks, width and marks of direction aside. */
export const plainLine = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** What XML 1.0 cannot carry is left out; ends of lines are made alike. */
export const writable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
    .replace(/[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]/gu, '')

const boxes = /[☐□▢○◯\s_\u200B-\u200F.…()[\]]/gu
const crosses = /^(?:[xX×хХ✓✔✗✘☑☒☓√■●✕✖⊠+*]|\uF0FE|\uF0FC|\uF0FB|\uF052|\uF054)+$/u
const empties = /[\uF0A8\uF06F\uF071\uF0A1]/gu

/** Whether a box is marked; `words` where something else was written there. */
export function boxMarked(text: string): boolean | 'words' {
  const inside = text.replace(boxes, '').replace(empties, '')
  return inside === '' ? false : crosses.test(inside) ? true : 'words'
}
