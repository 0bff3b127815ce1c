import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Bytes, checkGrowth, Unreadable } from './limits.ts'

/** The bytes packed with gzip (RFC 1952), piece by piece. */
export async function* unpacked(packed: Bytes): AsyncGenerator<Uint8Array> {
  let read = 0
  let grown = 0
  async function* counted() {
    for await (const piece of packed) {
      read += piece.length
      yield piece
    }
  }
  const gunzip = createGunzip()
  // What goes wrong in here comes out of the loop below as well.
  pipeline(Readable.from(counted()), gunzip).catch(() => {})
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      grown += piece.length
      checkGrowth(grown, read)
      yield piece
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code?.startsWith('Z_') ? new Unreadable({ code: 'archive-damaged' }, error) : error
  }
}
