/** Whole numbers from 0 in as few bytes as they need, seven bits in each: how an index stands in the database. */
export class Bytes {
  #bytes: Uint8Array
  length = 0
  constructor(size = 64) {
    this.#bytes = new Uint8Array(size)
  }

  push(value: number): void {
    if (this.length + 5 > this.#bytes.length) this.#grow(this.length + 5)
    let rest = value
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.length++] = rest
  }

  /** Copies bytes written before. */
  append(other: Uint8Array, from: number, to: number): void {
    const size = this.length + to - from
    if (size > this.#bytes.length) this.#grow(size)
    this.#bytes.set(other.subarray(from, to), this.length)
    this.length = size
  }

  #grow(atLeast: number): void {
    const larger = new Uint8Array(Math.max(atLeast, this.#bytes.length * 2))
    larger.set(this.#bytes.subarray(0, this.length))
    this.#bytes = larger
  }

  /** What was written so far; no copy. */
  whole(): Buffer {
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset, this.length)
  }
}

/** Ascending numbers as the gaps between them. */
export function writeAscending(values: ArrayLike<number>): Buffer {
  const bytes = new Bytes(values.length + 8)
  let last = 0
  for (let i = 0; i < values.length; i++) {
    bytes.push(values[i]! - last)
    last = values[i]!
  }
  return bytes.whole()
}

export function readAscending(bytes: Uint8Array, count: number): Int32Array {
  const values = new Int32Array(count)
  let at = 0
  let last = 0
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++]!
    let gap = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      gap |= (byte & 127) << shift
    }
    last += gap
    values[i] = last
  }
  return values
}
