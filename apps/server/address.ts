import { CommandRefusal } from '#platform/manifest'

/** Where to listen, and under which address people find it. */
export interface Address {
  readonly host: string
  readonly port: number
  /** ORIGIN where a proxy stands in front, else `http://localhost:8080`. */
  readonly origin: string
}

/** Reads PORT, HOST and ORIGIN. Loopback unless HOST says otherwise: nobody is let in before somebody decides so. */
export function addressOf({ PORT = '8080', HOST = 'localhost', ORIGIN }: NodeJS.ProcessEnv): Address {
  const port = Number(PORT)
  if (!/^\d+$/.test(PORT) || port > 65_535) {
    throw new CommandRefusal(`PORT=${PORT} is no port. Give a number from 1 to 65535, for example PORT=8081.`)
  }
  const name = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST.includes(':') ? `[${HOST}]` : HOST
  return { host: HOST, port, origin: ORIGIN ? new URL(ORIGIN).origin : `http://${name}:${port}` }
}
