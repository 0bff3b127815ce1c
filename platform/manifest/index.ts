import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Doer, Permission } from '#platform/access'
import type { Database } from '#platform/database'

/** What every room gets when it opens. The clock is an argument everywhere else. */
export interface Platform {
  readonly database: Database
  readonly now: () => Date
}

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

/** What a module offers the programs. `Room` is what the module can do, `Left` the rooms to its left. */
export interface Manifest<Room, Left> {
  readonly name: string
  readonly migrations: URL
  /** Names of the acts this module writes to the ledger: `documents.import-text`. */
  readonly acts: readonly string[]
  /** Who may do which act; the rows of all modules are the one table of permissions. */
  readonly permissions?: readonly Permission[]
  open(platform: Platform, left: Left): Room
  /** After migration: fills the tables that ship with the program. Does nothing when they are there and current. */
  prepare?(room: Room): Promise<void>
  /** JSON routes, mounted under /api/v1. */
  routes?(room: Room, left: Left): OpenAPIHono
}
