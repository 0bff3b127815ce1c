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
