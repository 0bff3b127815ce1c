import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A letter as it came over the wire. */
export interface Received {
  readonly to: string
  /** Unfolded, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Text parts by media type, decoded. */
  readonly parts: Readonly<Record<string, string>>
}

export interface MailServer {
  readonly url: string
  readonly received: readonly Received[]
  close(): Promise<void>
}

/**
 * A real SMTP server on a free port of the loopback. `answer` may refuse a recipient with a code, or keep the server's yes
 * back for a while after the letter has come.
 */
export async function mailServer(
  answer: (to: string) => { readonly code?: number; readonly wait?: number } = () => ({}),
): Promise<MailServer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const { code } = answer(address)
      done(code ? Object.assign(new Error('refused by the test'), { responseCode: code }) : null)
    },
    onData(stream, session, done) {
      const keep = (raw: string) => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        received.push({ to, ...parse(raw) })
        setTimeout(() => done(null), answer(to).wait ?? 0)
      }
      text(stream).then(keep, () => done(new Error('half a letter'))) // its sender was killed
    },
  })
  server.on('error', () => {}) // a sender that was killed hangs up in the middle of a word
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The address of a mail server that is not there. */
export async function noMailServer(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return `smtp://127.0.0.1:${port}`
}

function parse(raw: string): Pick<Received, 'headers' | 'parts'> {
  const { headers, body } = split(raw)
  const type = headers['content-type'] ?? ''
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1]
  const pieces = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((piece) => split(piece.trimStart()))
    : [{ headers, body }]
  return { headers, parts: Object.fromEntries(pieces.map((piece) => [kindOf(piece.headers), decoded(piece)])) }
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const pairs = lines.map((line) => line.split(/:\s*(.*)/s) as [string, string])
  return {
    headers: Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), words(value ?? '')])),
    body: rest.join('\r\n\r\n'),
  }
}

const kindOf = (headers: Record<string, string>): string => (headers['content-type'] ?? '').split(';')[0] ?? ''

/** Encoded words of RFC 2047. */
const words = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, coded: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(coded, 'base64').toString() : quoted(coded.replaceAll('_', ' ')),
    )

function decoded({ headers, body }: { headers: Record<string, string>; body: string }): string {
  const how = headers['content-transfer-encoding'] ?? '7bit'
  if (how === 'base64') return Buffer.from(body, 'base64').toString()
  return (how === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body).replaceAll('\r\n', '\n').trimEnd()
}

const quoted = (coded: string): string =>
  Buffer.from(
    coded.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
