import { crc32 } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, openPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl'
import { archiveLimits, type Bytes, checkGrowth, type Entry, Unreadable } from './limits.ts'

const damaged = (error: unknown): unknown =>
  // what the machine says (no permission, disk gone) has a code, what the library finds has none
  error instanceof Unreadable || (error instanceof Error && 'code' in error && !String(error.code).startsWith('Z_'))
    ? error
    : new Unreadable({ code: 'archive-damaged' }, error)

/**
 * The files of a ZIP archive in the order of its directory. Read from the disk piece by piece, or from the bytes of an
 * archive within another one.
 */
export async function* zipEntries(archive: string | Uint8Array): AsyncGenerator<Entry> {
  // Names are given as bytes: the library would end the whole archive at the first one that leads out of a folder.
  const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false }
  try {
    const zip = await (typeof archive === 'string'
      ? openPromise(archive, options)
      : fromBufferPromise(Buffer.from(archive), options))
    try {
      yield* entriesOf(zip)
    } finally {
      zip.close()
    }
  } catch (error) {
    throw damaged(error)
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  let together = 0
  const bounded = () => checkGrowth(together, zip.fileSize, archiveLimits.ratioFromTogether)
  for await (const entry of zip.eachEntry()) {
    bounded()
    const { generalPurposeBitFlag, fileNameRaw, extraFields, compressedSize } = entry
    const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
    if (name.endsWith('/')) continue
    yield {
      name,
      packed: compressedSize,
      async *open() {
        let grown = 0
        for await (const piece of bytesOf(zip, entry)) {
          grown += piece.length
          together += piece.length
          checkGrowth(grown, compressedSize)
          bounded()
          yield piece
        }
      },
    }
  }
}

async function* bytesOf(zip: ZipFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new Unreadable({ code: 'entry-encrypted' })
  if (!entry.canDecodeFileData()) throw new Unreadable({ code: 'entry-method' })
  let sum = 0
  try {
    const stream: Bytes = await zip.openReadStreamPromise(entry)
    for await (const piece of stream) {
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    throw damaged(error)
  }
  if (sum !== entry.crc32) throw new Unreadable({ code: 'archive-damaged' })
}
