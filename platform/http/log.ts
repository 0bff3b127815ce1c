import { pino } from 'pino'

/** What the server says to its operator. A pino logger is one. */
export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Writes JSON lines to standard error. Quiet by default: warnings and errors only; `LOG_LEVEL=info` shows requests. */
export function openLog(level: string = process.env.LOG_LEVEL ?? 'warn'): Log {
  return pino({ level, base: null }, pino.destination({ dest: 2, sync: false }))
}

/**
 * A path as the log may hold it: what could be a secret is left out, as the query is. Personal links carry one in their
 * path (`/answer/<token>`), and whoever reads the log should not hold them.
 */
export const loggedPath = (path: string): string => path.replace(/(?<=\/)[\w-]{32,}(?=\/|$)/g, '*')
