import english from './messages.en.json' with { type: 'json' }
import { type Speak, speakFrom } from './speak.ts'

interface Coded {
  readonly code: string
  readonly path?: string
  readonly port?: number
}

/** What each code of Node.js (errno names) and of PostgreSQL (SQLSTATE, appendix A) means to the one who has to act. */
const troubles: Readonly<Record<string, string>> = {
  ENOENT: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'is-folder',
  ENOTDIR: 'not-folder',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  EADDRINUSE: 'port-taken',
  ECONNREFUSED: 'database-away',
  ECONNRESET: 'database-away',
  EPIPE: 'database-away',
  ETIMEDOUT: 'database-away',
  ENOTFOUND: 'database-away',
  EAI_AGAIN: 'database-away',
  '08000': 'database-away',
  '08001': 'database-away',
  '08003': 'database-away',
  '08006': 'database-away',
  '25006': 'database-read-only',
  '28000': 'database-sign-in',
  '28P01': 'database-sign-in',
  '3D000': 'database-missing',
  '42501': 'database-forbidden',
  '53100': 'database-full',
  '53300': 'database-busy',
  '57P01': 'database-away',
  '57P02': 'database-away',
  '57P03': 'database-starting',
}

/** What `pg` says without a code when a connection breaks under a query. */
const brokenConnection =
  /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying/

/**
 * A trouble of the machine, its disk or its database as a sentence that says what to do, or null for an error that is
 * the program's own. Looks into causes and, where several addresses were tried, into each error.
 */
export function troubleInWords(error: unknown, speak: Speak = inEnglish): string | null {
  const coded = find(error)
  if (!coded) return null
  // A missing socket file is a database that is away, not a file somebody asked for.
  const socket = coded.path?.includes('.s.PGSQL.') === true
  return speak(`trouble.${socket ? 'database-away' : troubles[coded.code]}`, {
    path: coded.path ?? '',
    port: String(coded.port ?? ''),
  })
}

const inEnglish = speakFrom([english])

function find(error: unknown): Coded | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string' && error.code in troubles)
    return { ...placeOf(error), code: error.code }
  if (brokenConnection.test(error.message)) return { code: '08006' }
  const inner = error instanceof AggregateError ? error.errors : [error.cause]
  return inner.map(find).find((found) => found !== null) ?? null
}

function placeOf(error: Error): Omit<Coded, 'code'> {
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined
  const address = 'address' in error && typeof error.address === 'string' ? error.address : undefined
  const port = 'port' in error && typeof error.port === 'number' ? error.port : undefined
  return { path: path ?? address, port }
}
