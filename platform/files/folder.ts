import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The bytes on the disk: `ab/abcdef...` by SHA-256, and `new/` for what is being written. Only the owner may look. */
export interface Folder {
  /** Writes a file aside, flushed. Null beyond `limit` bytes; then, as after an error, nothing is left. */
  write(content: AsyncIterable<Uint8Array>, limit: number): Promise<Aside | null>
  /** Puts what was written aside in its place, for good. */
  settle(aside: Aside): Promise<void>
  path(sha256: string): string
  drop(sha256: string): Promise<void>
  /** SHA-256 of the bytes as they are now; null where there are none. */
  digest(sha256: string): Promise<string | null>
  /** Names of files not written since. */
  olderThan(then: Date): AsyncIterable<string>
  /** Clears what broken-off writing left. */
  clear(then: Date): Promise<void>
}

export interface Aside {
  readonly path: string
  readonly sha256: string
  readonly size: number
}

const name = /^[0-9a-f]{64}$/

export function openFolder(folder: string): Folder {
  const fresh = join(folder, 'new')
  const pathOf = (sha256: string) => {
    if (!name.test(sha256)) throw new Error('a file is named by its SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }

  async function write(content: AsyncIterable<Uint8Array>, limit: number): Promise<Aside | null> {
    await mkdir(fresh, { recursive: true, mode: 0o700 })
    const path = join(fresh, randomBytes(16).toString('hex'))
    const file = await open(path, 'wx', 0o600)
    const hash = createHash('sha256')
    let size = 0
    let whole = false
    try {
      for await (const chunk of content) {
        size += chunk.length
        if (size > limit) return null
        hash.update(chunk)
        await file.writeFile(chunk)
      }
      await file.sync()
      whole = true
      return { path, sha256: hash.digest('hex'), size }
    } finally {
      await file.close()
      if (!whole) await rm(path, { force: true })
    }
  }

  return {
    write,
    path: pathOf,
    async settle({ path, sha256 }) {
      const place = pathOf(sha256)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await rename(path, place)
      await flush(dirname(place))
      await flush(folder)
    },
    drop: (sha256) => unlink(pathOf(sha256)).catch(unlessGone),
    async digest(sha256) {
      const hash = createHash('sha256')
      try {
        for await (const chunk of createReadStream(pathOf(sha256))) hash.update(chunk as Uint8Array)
      } catch (error) {
        unlessGone(error)
        return null
      }
      return hash.digest('hex')
    },
    async *olderThan(then) {
      for (const part of (await namesIn(folder)).filter((each) => /^[0-9a-f]{2}$/.test(each))) {
        for (const sha256 of (await namesIn(join(folder, part))).filter((each) => name.test(each))) {
          const found = await stat(pathOf(sha256)).catch(unlessGone)
          if (found && found.mtime < then) yield sha256
        }
      }
    },
    async clear(then) {
      for (const each of await namesIn(fresh)) {
        const found = await stat(join(fresh, each)).catch(unlessGone)
        if (found && found.mtime < then) await rm(join(fresh, each), { force: true })
      }
    },
  }
}

/** A name is on the disk only once its folder is. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(unlessGone)) ?? []

function unlessGone(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
