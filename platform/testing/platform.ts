import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFiles } from '#platform/files'
import { openMail } from '#platform/mail'
import type { Ground, Platform } from '#platform/manifest'

const folder = join(tmpdir(), `resolute-files-${randomBytes(6).toString('hex')}`)
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Everything a room may open on, for a test: letters stay in the outbox, files in a folder gone when the process ends. */
export function testPlatform(ground: Ground): Platform {
  const own = join(folder, randomBytes(6).toString('hex'))
  return { ...ground, mail: openMail(ground), files: openFiles({ ...ground, folder: own }) }
}
