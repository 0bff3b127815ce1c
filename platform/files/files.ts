import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { Database } from '#platform/database'
import type { Files } from './file.ts'
import { openFolder } from './folder.ts'
import { sniff } from './sniff.ts'
import { allFiles, dropFile, fileBySha, keepFile, unreferredFiles } from './store.ts'

/** How long a file may wait for something to refer to it. */
const grace = 24 * 60 * 60_000

const isName = (sha256: string): boolean => /^[0-9a-f]{64}$/.test(sha256)

/** The files of a database, their bytes in `folder`, which is made when the first one comes. */
export function openFiles(given: {
  readonly database: Database
  readonly folder: string
  readonly now: () => Date
}): Files {
  const { database, now } = given
  const folder = openFolder(given.folder)
  return {
    async put(content, { limit }) {
      const aside = await folder.write(content, limit)
      if (aside === null) return { state: 'too-large', limit }
      try {
        const file = { sha256: aside.sha256, size: aside.size, type: await sniff(aside.path) }
        await keepFile(database, file, now(), () => folder.settle(aside))
        return { state: 'kept', file }
      } finally {
        await rm(aside.path, { force: true })
      }
    },
    file: async (sha256) => (isName(sha256) ? fileBySha(database, sha256) : null),
    async read(sha256) {
      const file = isName(sha256) ? await fileBySha(database, sha256) : null
      if (!file) return null
      const handle = await open(folder.path(sha256))
      return { file, content: createReadStream('', { fd: handle }) }
    },
    async *verify() {
      for await (const sha256 of allFiles(database)) {
        const found = await folder.digest(sha256)
        if (found !== sha256) yield { sha256, code: found === null ? 'missing' : 'changed' }
      }
    },
    async sweep() {
      const then = new Date(now().getTime() - grace)
      let gone = 0
      const drop = async (sha256: string) => {
        if (await dropFile(database, sha256, then, () => folder.drop(sha256))) gone += 1
      }
      for (const sha256 of await unreferredFiles(database, then)) await drop(sha256)
      for await (const sha256 of folder.olderThan(then)) {
        if (!(await fileBySha(database, sha256))) await drop(sha256)
      }
      await folder.clear(then)
      return gone
    },
  }
}
