import { Inflate } from 'fflate'
import type { Refused } from './refusal.ts'

/** What an archive may grow to. Word files of reports stay under a tenth of each. */
export const zipLimits = { entries: 4_096, part: 64 * 1024 * 1024, ratio: 250, ratioFrom: 4 * 1024 * 1024 } as const

/** One file in an archive as its directory lists it. Names are looked up and never become paths on a disk. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packed: number
  readonly at: number
}

const slice = 16 * 1024

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

function crcOf(pieces: readonly Uint8Array[]): number {
  let crc = 0xffffffff
  for (const piece of pieces) for (const byte of piece) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

const damaged = (part: string): Refused => ({ refusal: { code: 'damaged', form: 'docx', part } })

/** The directory at the end of an archive (APPNOTE 4.3.12, 4.3.16); of two entries of one name the first counts. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_535)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < lowest || end < 0) return damaged('zip')
  const count = view.getUint16(end + 10, true)
  if (count > zipLimits.entries) return { refusal: { code: 'expands', part: null, limit: zipLimits.entries } }
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return damaged('zip')
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > bytes.length) return damaged('zip')
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    const entry: ZipEntry = {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    }
    if (!entries.has(name)) entries.set(name, entry)
    at = next
  }
  return entries
}

/** The bytes of one entry. What it grows to is measured while it grows, and checked against its own fingerprint. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.encrypted) return { refusal: { code: 'encrypted', form: 'docx' } }
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) return damaged(entry.name)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) return damaged(entry.name)
  const tooMuch: Refused = { refusal: { code: 'expands', part: entry.name, limit: zipLimits.part } }
  if (entry.method === 0 && packed.length > zipLimits.part) return tooMuch
  const pieces: Uint8Array[] = entry.method === 0 ? [packed] : []
  let length = entry.method === 0 ? packed.length : 0
  if (entry.method === 8) {
    const inflate = new Inflate((piece) => {
      pieces.push(piece)
      length += piece.length
    })
    try {
      for (let from = 0; from < packed.length; from += slice) {
        inflate.push(packed.subarray(from, from + slice), from + slice >= packed.length)
        const read = Math.min(from + slice, packed.length)
        if (length > zipLimits.part || (length > zipLimits.ratioFrom && length > read * zipLimits.ratio)) return tooMuch
      }
    } catch {
      return damaged(entry.name)
    }
  } else if (entry.method !== 0) return damaged(entry.name)
  if (crcOf(pieces) !== entry.crc) return damaged(entry.name)
  const out = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}
