import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Doer, Permission } from '#platform/access'
import type { Database } from '#platform/database'
import type { Files } from '#platform/files'
import type { Job } from '#platform/jobs'
import type { Mail } from '#platform/mail'

/** What every room gets when it opens. The clock is an argument everywhere else. */
export interface Ground {
  readonly database: Database
  readonly now: () => Date
}

/** All a room may ask for: one that writes letters or keeps files names this in its manifest. */
export interface Platform extends Ground {
  readonly mail: Mail
  readonly files: Files
}

export { commandLine } from './command-line.ts'
export type { Doer }

/** Where a command talks. Data goes to `out`, talk and progress to `talk` (standard error). */
export interface CommandContext<Rooms> {
  readonly args: readonly string[]
  readonly cwd: string
  out(text: string | Uint8Array): void
  talk(text: string): void
  /** True when standard error is a terminal: progress may be shown. */
  readonly terminal: boolean
  /** Opens the database (starting the embedded one when nobody runs it) and every room; closed by the program. */
  rooms(): Promise<Rooms>
  readonly now: () => Date
}

/** A command-line command. `run` returns the exit code: 0 done, 1 refused or found wanting, 2 wrong usage. */
export interface Command<Rooms> {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** The whole of `--help`, starting with `resolute <name> ...`. */
  readonly usage: string
  run(context: CommandContext<Rooms>): Promise<number>
}

/** Thrown by a command for input it cannot use; the program prints the message and exits with 2 (usage) or 1. */
export class CommandRefusal extends Error {
  readonly exitCode: 1 | 2
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/**
 * What a module offers the programs. `Room` is what the module can do, `Left` the rooms to its left, `Needs` what it
 * opens on: the ground, or the whole platform where it writes letters or keeps files.
 */
export interface Manifest<Room, Left, Needs extends Ground = Ground> {
  readonly name: string
  readonly migrations: URL
  /** Names of the acts this module writes to the ledger: `documents.import-text`. */
  readonly acts: readonly string[]
  /** Who may do which act; the rows of all modules are the one table of permissions. */
  readonly permissions?: readonly Permission[]
  /** Acts that only the program itself does, when it starts or on its own clock: no request leads to them. */
  readonly systemActs?: readonly string[]
  open(platform: Needs, left: Left): Room
  /** After migration: fills the tables that ship with the program. Does nothing when they are there and current. */
  prepare?(room: Room): Promise<void>
  /** What the module does on its own, by the clock: run in the server, or in workers apart. */
  readonly jobs?: readonly Job<Room>[]
  /** JSON routes, mounted under /api/v1. */
  routes?(room: Room, left: Left): OpenAPIHono
}
