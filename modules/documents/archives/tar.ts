import { type Bytes, type Entry, Unreadable } from './limits.ts'

const block = 512

/** Longest header by which a long name is told; a name of a file has 255 bytes at most, a path 4,096. */
const longestHeader = 64 * 1024

const damaged = () => new Unreadable({ code: 'archive-damaged' })

/** Takes pieces of any length and gives bytes as many as are asked for. */
function takerOf(bytes: Bytes) {
  const pieces = bytes[Symbol.asyncIterator]()
  let left: Uint8Array = new Uint8Array()
  /** At most so many, at least one; null at the end. */
  async function some(most: number): Promise<Uint8Array | null> {
    while (left.length === 0) {
      const { value, done } = await pieces.next()
      if (done) return null
      left = value
    }
    const taken = left.subarray(0, most)
    left = left.subarray(taken.length)
    return taken
  }
  /** All of them; null where there is none at all. */
  async function all(length: number): Promise<Uint8Array | null> {
    const out = new Uint8Array(length)
    for (let at = 0; at < length; ) {
      const piece = await some(length - at)
      if (piece === null && at > 0) throw damaged()
      if (piece === null) return null
      out.set(piece, at)
      at += piece.length
    }
    return out
  }
  return { some, all, end: async () => void (await pieces.return?.()) }
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).replace(/\0.*$/s, '')

/** A number in octal, or where the first bit is set in base 256 (GNU). */
function numberIn(bytes: Uint8Array): number {
  if ((bytes[0] ?? 0) & 0x80) return bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, (bytes[0] ?? 0) & 0x7f)
  const digits = text(bytes).trim()
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : digits === '' ? 0 : Number.NaN
}

interface Header {
  readonly name: string
  readonly size: number
  readonly type: string
}

/** A header (POSIX.1-1988 ustar), or null for the empty block that ends an archive. */
function headerOf(bytes: Uint8Array): Header | null {
  if (bytes.every((byte) => byte === 0)) return null
  // the sum is made with blanks in its own place
  const sum = bytes.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0)
  const size = numberIn(bytes.subarray(124, 136))
  if (sum !== numberIn(bytes.subarray(148, 156)) || !Number.isSafeInteger(size)) throw damaged()
  const prefix = text(bytes.subarray(257, 262)) === 'ustar' ? text(bytes.subarray(345, 500)) : ''
  const name = text(bytes.subarray(0, 100))
  return { name: prefix ? `${prefix}/${name}` : name, size, type: String.fromCharCode(bytes[156] ?? 0) }
}

/** The path a pax header tells of the file behind it: records of `length name=value` (POSIX.1-2001). */
function paxPath(bytes: Uint8Array): string | null {
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(text(bytes.subarray(at, at + 10)), 10)
    if (!(length > 0)) return null
    const record = text(bytes.subarray(at, at + length - 1))
    const value = /^\d+ path=(.+)$/s.exec(record)?.[1]
    if (value) return value
    at += length
  }
  return null
}

/** The files of a tar archive, from front to back; whatever else it holds (folders, links, devices) is passed over. */
export async function* tarEntries(bytes: Bytes): AsyncGenerator<Entry> {
  const taker = takerOf(bytes)
  let longName: string | null = null
  try {
    for (;;) {
      const head = await taker.all(block)
      const header = head && headerOf(head)
      if (!header) return
      let left = header.size
      const padding = (block - (header.size % block)) % block
      const open = async function* () {
        while (left > 0) {
          const piece = await taker.some(left)
          if (piece === null) throw damaged()
          left -= piece.length
          yield piece
        }
      }
      if (header.type === 'x' || header.type === 'L') {
        if (header.size > longestHeader) throw damaged()
        const told = (await taker.all(header.size)) ?? new Uint8Array()
        left = 0
        longName = (header.type === 'x' ? paxPath(told) : text(told)) ?? longName
      } else {
        const name = longName ?? header.name
        longName = null
        if (header.type === '0' || header.type === '\0' || header.type === '7')
          yield { name, packed: header.size, open }
      }
      for await (const _ of open());
      for (let rest = padding; rest > 0; ) {
        const piece = await taker.some(rest)
        if (piece === null) throw damaged()
        rest -= piece.length
      }
    }
  } finally {
    await taker.end()
  }
}
