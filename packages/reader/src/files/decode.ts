/** Largest file read where the caller sets no limit: 256 MiB, well below what one string can hold. */
export const largestText = 256 * 1024 * 1024

/** Why bytes give no text. `offset` is the first byte that is not UTF-8. */
export type TextRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'binary' }
  | { readonly code: 'encoding'; readonly offset: number }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }

export type DecodedText = { readonly text: string } | { readonly refusal: TextRefusal }

/** First bytes of files that are no text and may not look it at once: PDF, ZIP and Word, images, archives, databases. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x7f, 0x45, 0x4c, 0x46],
]

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

/** Offset of the first byte that is not well-formed UTF-8, or -1. */
export function firstBadByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!
    if (lead < 0x80) {
      at++
      continue
    }
    const length =
      lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
    if (length === 0 || at + length > bytes.length) return at
    for (let next = 1; next < length; next++) if ((bytes[at + next]! & 0xc0) !== 0x80) return at
    const second = bytes[at + 1]!
    // overlong forms, surrogates, and what lies beyond U+10FFFF
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return at
    if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return at
    at += length
  }
  return -1
}

/** Offset of the first byte that is not well-formed UTF-16: half a unit at the end, or half of a surrogate pair; or -1. */
function firstBadByte16(bytes: Uint8Array, bigEndian: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isHalf = (at: number, first: number) =>
    at + 1 < bytes.length && (view.getUint16(at, !bigEndian) & 0xfc00) === first
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = isHalf(at, 0xd800)
    if (at + 1 === bytes.length || isHalf(at, 0xdc00) || (pair && !isHalf(at + 2, 0xdc00))) return at
    if (pair) at += 2
  }
  return -1
}

/** Share of bytes that no text holds: control characters other than tab, line breaks, form feed and escape. */
function looksBinary(bytes: Uint8Array): boolean {
  const reach = Math.min(bytes.length, 65_536)
  let odd = 0
  for (let at = 0; at < reach; at++) {
    const byte = bytes[at]!
    if (byte === 0) return true
    if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f) odd++
  }
  return odd * 50 > reach
}

/**
 * Bytes to text: UTF-8 with or without byte order mark, UTF-16 with one. Everything else is refused with a code and
 * its facts, so that whoever shows it can say what to do; no letter is ever guessed.
 */
export function decodeText(bytes: Uint8Array, limit: number = largestText): DecodedText {
  if (bytes.length === 0) return { refusal: { code: 'empty' } }
  if (bytes.length > limit) return { refusal: { code: 'too-large', bytes: bytes.length, limit } }
  const wide = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null
  if (!wide && (signatures.some((start) => startsWith(bytes, start)) || looksBinary(bytes)))
    return { refusal: { code: 'binary' } }
  const offset = wide ? firstBadByte16(bytes, wide === 'utf-16be') : firstBadByte(bytes)
  if (offset >= 0) return { refusal: { code: 'encoding', offset } }
  const text = new TextDecoder(wide ?? 'utf-8').decode(bytes)
  // no text has U+0000, UTF-32 taken for UTF-16 is full of it
  if (text.includes('\u0000')) return { refusal: { code: 'binary' } }
  return text.trim() === '' ? { refusal: { code: 'empty' } } : { text }
}
