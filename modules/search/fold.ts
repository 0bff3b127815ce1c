/** Signs that show nothing by themselves: soft hyphen, joiners, marks of direction. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Latin letters that are no letter with an accent, and yet typed without what sets them apart. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h' },
}

/**
 * A word as written, in lower case and without what is invisible: what a stemmer wants. Accents stay, since stems of
 * French and Spanish hang on them; marks of Arabic vowels go, since they are hardly ever written.
 */
export function lowered(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(/[\u064b-\u065f\u0670\u0640\u06d6-\u06ed]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

/**
 * A lowered word as it is compared: accents of Latin letters, the dots of ё, and the forms of alif, ya and ta marbuta
 * that are written one for the other count for nothing. й stays, since it is a letter of its own.
 */
export function folded(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/([a-z])[\u0300-\u036f]+/g, '$1')
    .normalize('NFC')
    .replace(/[ßæœøłđðþıħ]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll('ё', 'е')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
}
