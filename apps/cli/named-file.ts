import { lstat, open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { largestText, type ReadFile, readFile } from '@resolute/reader/files'
import type { Speak } from '#platform/words'

const megabyte = 1024 * 1024

/** Largest file taken unless more is asked for, and the most that can be asked for; in megabytes. */
export const largestMegabytes = { usual: 20, most: largestText / megabyte } as const

/** How long standard input may say nothing, in seconds; at a terminal somebody types, however slowly. */
const longestSilence = 60

interface Bounds {
  /** In megabytes; `largestMegabytes.usual` where it is not given. */
  readonly largest?: number
  readonly input?: Readable & { readonly isTTY?: boolean }
  readonly silence?: number
}

type Refused = { readonly refusal: string }

/**
 * Reads the file of a name into its tree; `-` is standard input. A refusal is in words (`read.*`). Whatever the name
 * stands for, no more than the largest size is read of it, and nothing is waited for without end.
 */
export async function readNamed(file: string, say: Speak, bounds: Bounds = {}): Promise<ReadFile | Refused> {
  const limit = (bounds.largest ?? largestMegabytes.usual) * megabyte
  try {
    const bytes = await (file === '-' ? bytesOfInput(say, limit, bounds) : bytesOfFile(file, say, limit))
    if ('refusal' in bytes) return bytes
    const read = await readFile(bytes, { name: file, limit })
    return 'refusal' in read ? { refusal: say(`read.${read.refusal.code}`, { file, ...read.refusal }) } : read
  } catch (error) {
    return { refusal: await failure(file, error, say) }
  }
}

async function bytesOfFile(file: string, say: Speak, limit: number): Promise<Uint8Array | Refused> {
  // pipes and devices have no end that could be known beforehand; opening one may wait for ever
  const found = await stat(file)
  if (!found.isFile()) return { refusal: say('read.not-a-file', { file, folder: found.isDirectory() }) }
  const tooLarge = (bytes: number): Refused => ({ refusal: say('read.too-large', { file, bytes, limit }) })
  if (found.size > limit) return tooLarge(found.size)
  await using opened = await open(file)
  // what says it has no bytes may have some, as the files of /proc; what grows while it is read is left off
  const pieces: Uint8Array[] = []
  let length = 0
  while (length <= limit) {
    const piece = new Uint8Array(Math.max(64 * 1024, Math.min(found.size + 1, megabyte)))
    const { bytesRead } = await opened.read(piece)
    if (bytesRead === 0) return Buffer.concat(pieces)
    pieces.push(piece.subarray(0, bytesRead))
    length += bytesRead
  }
  return tooLarge(length)
}

async function bytesOfInput(say: Speak, limit: number, bounds: Bounds): Promise<Uint8Array | Refused> {
  const { input = process.stdin, silence = longestSilence } = bounds
  const pieces: Uint8Array[] = []
  let length = 0
  let silent = false
  const impatient = () => {
    silent = true
    input.destroy()
  }
  let timer = input.isTTY ? undefined : setTimeout(impatient, silence * 1_000)
  try {
    for await (const piece of input) {
      pieces.push(piece)
      length += piece.length
      if (length > limit) return { refusal: say('read.too-large', { file: '-', bytes: length, limit }) }
      if (timer) {
        clearTimeout(timer)
        timer = setTimeout(impatient, silence * 1_000)
      }
    }
  } catch (error) {
    if (!silent) throw error
  } finally {
    clearTimeout(timer)
  }
  return silent ? { refusal: say('read.silent', { seconds: silence }) } : Buffer.concat(pieces)
}

/** Why a file or folder could not be opened. */
export async function failure(file: string, error: unknown, say: Speak): Promise<string> {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const link = await lstat(file).then(
      (found) => found.isSymbolicLink(),
      () => false,
    )
    return say(link ? 'read.broken-link' : 'read.missing', { file })
  }
  if (code === 'EACCES' || code === 'EPERM') return say('read.denied', { file })
  return say('read.failed', { file, reason: code ?? message })
}
