import { readFile as bytesOf, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { largestText, type ReadFile, readFile } from '@resolute/reader/files'
import type { Speak } from '#platform/words'

/** Reads the file of a name into its tree; `-` is standard input. A refusal is in words (`read.*`). */
export async function readNamed(file: string, say: Speak): Promise<ReadFile | { readonly refusal: string }> {
  let bytes: Uint8Array
  try {
    const size = file === '-' ? 0 : (await stat(file)).size
    if (size > largestText) return { refusal: say('read.too-large', { file, bytes: size, limit: largestText }) }
    bytes = file === '-' ? await buffer(process.stdin) : await bytesOf(file)
  } catch (error) {
    return { refusal: failure(file, error, say) }
  }
  const read = await readFile(bytes, { name: file })
  return 'refusal' in read ? { refusal: say(`read.${read.refusal.code}`, { file, ...read.refusal }) } : read
}

/** Why a file or folder could not be opened. */
export function failure(file: string, error: unknown, say: Speak): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return say('read.missing', { file })
  if (code === 'EACCES' || code === 'EPERM') return say('read.denied', { file })
  return say('read.failed', { file, reason: code ?? message })
}
