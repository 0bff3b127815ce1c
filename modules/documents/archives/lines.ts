import type { Bytes } from './limits.ts'

export interface Line {
  /** 1, 2, ... */
  readonly number: number
  /** Null where the line is longer than the limit; how long it is then, nobody waits to know. */
  readonly bytes: Uint8Array | null
}

const newline = 10

/** The lines of a file that hold anything, each no longer than `limit` bytes. */
export async function* linesOf(bytes: Bytes, limit: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = []
  let length = 0
  let number = 1
  const add = (piece: Uint8Array) => {
    length += piece.length
    if (length > limit) pieces = []
    else if (piece.length > 0) pieces.push(piece)
  }
  const line = (): Line => ({ number, bytes: length > limit ? null : Buffer.concat(pieces) })
  for await (const piece of bytes) {
    let from = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      add(piece.subarray(from, end))
      if (length > 0) yield line()
      pieces = []
      length = 0
      number++
      from = end + 1
    }
    add(piece.subarray(from))
  }
  if (length > 0) yield line()
}
