import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { RequestError } from '@hono/node-server'

/** What every answer carries that none of our pages had a part in: nothing may be loaded, framed or guessed from it. */
const closed = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const

/** An answer to a request the server could not even read: without host, with an address that is none. */
export function refuseRequest(error: unknown): Response {
  return new Response(null, { status: error instanceof RequestError ? 400 : 500, headers: closed })
}

const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Answers bytes that are no HTTP as Node.js does, but closed like every other answer. */
export function refuseBytes(server: Server): void {
  const headers = Object.entries({ ...closed, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy(error)
    else socket.end(`HTTP/1.1 ${statuses[error.code ?? ''] ?? '400 Bad Request'}\r\n${headers.join('')}\r\n`)
  })
}
