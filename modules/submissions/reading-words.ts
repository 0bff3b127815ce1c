import type { FieldError } from './refusal.ts'

/** Most characters of an answer in words, of a cell of a table, and of what was written in beside the options. */
export const longest = { text: 100_000, cell: 2000, other: 500, comment: 20_000, reason: 1000 } as const

/** A character nobody wrote: what damaged files and broken programs leave behind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are refused
const noWriting = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/u

/** Words that may be kept, or what is wrong with them. Ends of lines are made alike; nothing else is changed. */
export function readWords(
  field: string,
  written: string,
  most: number,
  lines: 'one' | 'several' = 'several',
): { readonly words: string } | { readonly error: FieldError } {
  const words = written
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd()
  if (words.length > most) return { error: { field, code: 'too-long', facts: { most, length: words.length } } }
  const at = words.isWellFormed() ? words.search(noWriting) : 0
  if (at >= 0) {
    const near = words.toWellFormed().slice(Math.max(0, at - 20), at)
    return { error: { field, code: 'unreadable', facts: { near } } }
  }
  return { words: lines === 'one' ? words.replace(/\s+/gu, ' ').trim() : words }
}

/** How many words: what blanks part, where it holds a letter or a digit; of Chinese, three characters for one. */
export function countWords(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const others = text
    .replace(/\p{Script=Han}/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return others + Math.ceil(characters / 3)
}

/** As two labels are compared: without regard to case, width, blanks, and signs at their ends. */
export const foldedLabel = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"'“”«»]+|[\s"'“”«».,;:。；：،؛]+$/gu, '')
