import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { CommandRefusal } from '#platform/manifest'
import { refuseBytes, refuseRequest } from './refuse-bytes.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/** Both loopback addresses for `localhost`, since a browser may try either; any other host as it stands. */
const interfacesOf = (host: string): readonly string[] => (host === 'localhost' ? ['127.0.0.1', '::1'] : [host])

/** A machine without that family of addresses. */
const absent = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])

async function bind(fetch: Fetch, host: string, port: number): Promise<Server | null> {
  // a request without host is answered by us as well, not by Node.js on its own
  const answer = getRequestListener(fetch, { errorHandler: refuseRequest })
  const server = createServer({ requireHostHeader: false }, (request, response) => void answer(request, response))
  refuseBytes(server)
  server.listen(port, host)
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (absent.has(code ?? '') && host === '::1') return null
    if (code === 'EADDRINUSE') {
      throw new CommandRefusal(
        `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
      )
    }
    if (code === 'EACCES') {
      throw new CommandRefusal(
        `This account may not open port ${port}. Choose one from 1024 up, for example: PORT=8080 npm start`,
      )
    }
    if (absent.has(code ?? '') || code === 'ENOTFOUND') {
      throw new CommandRefusal(
        `This machine has no address ${host}. Correct HOST, or leave it out to serve this machine alone.`,
      )
    }
    throw error
  }
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Refuses now rather than after minutes of preparation, where the port cannot be had. */
export async function checkPort(address: { readonly host: string; readonly port: number }): Promise<void> {
  const probe = await listen(() => new Response(null, { status: 503 }), address)
  await probe.close()
}

/**
 * Listens and answers with `fetch`. Port 0 takes a free one. What it returns says which, and stops it: no new request is
 * taken, those under way get five seconds.
 *
 * @throws CommandRefusal where the port is taken, forbidden, or the host is no address of this machine.
 */
export async function listen(
  fetch: Fetch,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const servers: Server[] = []
  const close = async () => {
    const closed = servers.map((server) => once(server, 'close'))
    for (const server of servers) server.close()
    const last = setTimeout(() => servers.forEach((server) => void server.closeAllConnections()), 5_000)
    // A browser keeps its connection after the last answer: let go as soon as nothing is asked on it.
    const idle = setInterval(() => servers.forEach((server) => void server.closeIdleConnections()), 50)
    await Promise.all(closed)
    clearTimeout(last)
    clearInterval(idle)
  }
  try {
    for (const name of interfacesOf(host)) {
      const server = await bind(fetch, name, servers[0] ? portOf(servers[0]) : port)
      if (server) servers.push(server)
    }
  } catch (error) {
    await close()
    throw error
  }
  return { port: servers[0] ? portOf(servers[0]) : port, close }
}
