import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

export const root = fileURLToPath(new URL('../../', import.meta.url))
export const resolute = `${root}apps/cli/bin/resolute.mjs`

/** A password no output may show. */
export const secret = 'TopSecret1945'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly talk: string
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  readonly cwd?: string
  /** The account to run under; root alone may choose one. */
  readonly uid?: number
}

/** The real command line in a process of its own. */
export async function run(args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { env = {}, input = '', cwd = root, uid } = surroundings
  const command = spawn(process.execPath, [resolute, ...args], {
    cwd,
    env: { ...process.env, DATABASE_URL: '', ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  })
  command.stdin.on('error', () => {}) // gone before it was read
  command.stdin.end(input)
  const closed = once(command, 'close')
  const [out, talk] = await Promise.all([text(command.stdout), text(command.stderr)])
  const [code] = (await closed) as [number | null]
  return { code, out, talk }
}

/** What an operator reads: no trace of a program, no place inside it, no password. */
export function isPlain(words: string): void {
  expect(words).not.toMatch(/^\s+at .+:\d+/m)
  expect(words).not.toContain('node_modules')
  expect(words).not.toContain('fault of its own')
  expect(words).not.toContain(secret)
}

/** One clear refusal: the code, its words on standard error, nothing unseemly anywhere. */
export function isRefused(ended: Ended, code: 1 | 2, words: string | RegExp): void {
  expect(ended.talk).toMatch(words)
  expect(ended.code).toBe(code)
  isPlain(ended.out + ended.talk)
}
