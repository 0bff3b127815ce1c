import { createHash } from 'node:crypto'
import { isMailAddress } from './message.ts'
import type { LetterRow } from './store.ts'

/** What became of a try: delivered, refused for good, or to be tried again. `away`: the server itself is not to be had. */
export type Outcome =
  | { readonly state: 'sent' }
  | { readonly state: 'refused'; readonly trouble: string }
  | { readonly state: 'later'; readonly trouble: string; readonly away: boolean }

/** A mail server letters are handed to. */
export interface Sender {
  send(letter: LetterRow): Promise<Outcome>
  close(): void
}

/** Where letters go and whose they are. */
export interface MailAddress {
  /** MAIL_URL: `smtp://user:password@host:587`, or `smtps://` where the connection is encrypted from its start. */
  readonly url: string
  /** MAIL_FROM. */
  readonly from: { readonly name: string; readonly address: string }
}

/** What is wrong with MAIL_URL or MAIL_FROM, in a sentence that repeats no password. */
export class MailRefusal extends Error {}

/** Reads MAIL_URL and MAIL_FROM. Null where no server is named: letters then stay in the outbox. */
export function mailAddress({ MAIL_URL, MAIL_FROM }: NodeJS.ProcessEnv): MailAddress | null {
  if (!MAIL_URL) return null
  if (!URL.canParse(MAIL_URL) || !/^smtps?:\/\/[^/]+/.test(MAIL_URL)) {
    throw new MailRefusal(
      'MAIL_URL is no address of a mail server. Write it as smtp://user:password@host:587, or smtps:// for port 465, with signs such as % and @ in a password percent-encoded.',
    )
  }
  const [, name = '', angled, bare] =
    /^(?:([^<>"\p{Cc}]*?)\s*<([^<>]+)>|([^<>]+))$/u.exec(MAIL_FROM?.trim() ?? '') ?? []
  const address = angled ?? bare ?? ''
  if (!isMailAddress(address)) {
    throw new MailRefusal(
      'MAIL_FROM must name who letters come from, once MAIL_URL names a mail server. Write it as resolute@example.org or Resolute <resolute@example.org>.',
    )
  }
  return { url: MAIL_URL, from: { name, address } }
}

/** Opens a server; it is connected to when the first letter goes. */
export async function openSender({ url, from }: MailAddress): Promise<Sender> {
  const { createTransport } = await import('nodemailer') // when there is a server, not at every start
  const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const server = createTransport({
    ...{ url, ...limits, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true },
  })
  return {
    async send(letter) {
      try {
        await server.sendMail({
          from,
          to: { name: '', address: letter.recipient },
          subject: letter.subject,
          text: letter.text ?? '',
          ...(letter.html !== null && { html: letter.html }),
          // The same letter handed over twice can be told by whoever receives it.
          messageId: `<${letter.id}.${digest(letter.key)}@${from.address.split('@')[1]}>`,
          date: letter.posted_at,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
          ...(letter.unsubscribe && { list: { unsubscribe: { url: letter.unsubscribe, comment: '' } } }),
        })
        return { state: 'sent' }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    close: () => server.close(),
  }
}

const digest = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16)

/** 5xx about the letter or its recipient is for good; all else may pass. */
function outcomeOf(error: unknown): Outcome {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  const answered = typeof responseCode === 'number'
  if (answered && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) {
    return { state: 'refused', trouble: `refused-${responseCode}` }
  }
  return { state: 'later', trouble: answered ? `${code}-${responseCode}` : code, away: code !== 'EENVELOPE' }
}
