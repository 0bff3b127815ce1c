import type { Language } from '@resolute/reader'
import type { Person } from '#modules/parties'
import { nameIn } from '#platform/i18n'
import { isMailAddress } from '#platform/mail'
import { hashOf, newToken } from '#platform/secrets'
import type { Ground, Work } from './acting.ts'
import type { Anchor, Call } from './call.ts'
import { type LetterFacts, mailOf, type Ordering } from './letter.ts'
import { answerAddress, linkAddress } from './links.ts'
import { type CallRow, callOf } from './store-calls.ts'
import { addInvitationEvents, type InvitationRow, idOf } from './store-invitations.ts'
import { addLinks } from './store-links.ts'

/** Days a letter is tried: with a call there is time. */
const triedFor = 6 * 24 * 60 * 60_000

/** One letter by mail. The address that was given for an invitation gets the link, people with accounts sign in. */
interface Addressed {
  readonly to: string
  readonly language: Language
  readonly byLink: boolean
}

/** What every letter of a call rests on, found once. */
export interface LetterGround {
  readonly call: Call
  /** The paragraph that orders the call, in a language where the register has it, else as it was read. */
  orderingIn(language: Language): Ordering | null
  nameOf(row: InvitationRow, language: Language): string
  callerIn(language: Language): string | null
}

export async function letterGround(ground: Ground, row: CallRow): Promise<LetterGround> {
  const call = callOf(row)
  const directory = await ground.parties.directory()
  const { anchor, caller } = call.words
  const orderings = anchor === null ? new Map<Language, Ordering>() : await orderingsOf(ground, anchor)
  const [asRead = null] = orderings.values()
  const calling = caller === null ? null : directory.actor(caller)
  return {
    call,
    orderingIn: (language) => orderings.get(language) ?? asRead,
    nameOf: ({ actor, name }, language) => directory.called(actor, name, language),
    callerIn: (language) => (calling ? nameIn(calling.name, language) : caller),
  }
}

/** The paragraph that orders a call, where it stands in the register: as it was read first, then in other languages. */
async function orderingsOf(
  { mandates, documents }: Ground,
  { document, unit, path }: Anchor,
): Promise<ReadonlyMap<Language, Ordering>> {
  const id = unit === document ? `${document}#${path}` : `${document}#${unit}#${path}`
  const [found, known] = await Promise.all([mandates.mandate(id), documents.languages(document)])
  const [leads = 'en', ...others] = known
  if (!found) return new Map()
  const { context, text } = found.mandate
  const place = { document, unit, path }
  const first: Ordering = { ...place, text: [...context, text].join('\n'), language: leads }
  // a subparagraph stands below words that another language may number otherwise
  const versions =
    context.length > 0 ? [] : await Promise.all(others.map((one) => documents.languageVersion(document, one)))
  const rest = versions.flatMap((version): Ordering[] => {
    const own = version?.outline.units.find((one) => one.id === unit)?.items.find((item) => item.path === path)
    return version && own ? [{ ...place, text: own.text, language: version.language }] : []
  })
  return new Map([first, ...rest].map((one) => [one.language, one]))
}

export function factsOf(
  { call, orderingIn, nameOf, callerIn }: LetterGround,
  row: InvitationRow,
  { round, language, link, account }: Pick<LetterFacts, 'round' | 'language' | 'link' | 'account'>,
): LetterFacts {
  return {
    ...{ round, call, language, link, account },
    ordering: orderingIn(language),
    caller: callerIn(language),
    invitee: {
      id: idOf(row),
      name: nameOf(row, language),
      deadline: row.deadline,
      extended: row.extended,
    },
  }
}

/** Who is written to for an invitation: the address given for it, and the people who act for its actor, each once. */
export function addressesOf(row: InvitationRow, people: readonly Person[]): readonly Addressed[] {
  const found = new Map<string, Addressed>()
  if (row.email !== null && isMailAddress(row.email)) {
    found.set(row.email.toLowerCase(), { to: row.email, language: row.language, byLink: true })
  }
  for (const { email, closedAt, language } of people) {
    if (email === null || closedAt !== null || !isMailAddress(email) || found.has(email.toLowerCase())) continue
    found.set(email.toLowerCase(), { to: email, language, byLink: false })
  }
  return [...found.values()]
}

export interface Written {
  /** Keys of the events, for the seals. */
  readonly keys: readonly string[]
  readonly reached: readonly InvitationRow[]
  readonly notReached: readonly InvitationRow[]
}

/**
 * Letters of one round to several, inside the act that sends them: an event for each invitation, a fresh link in each
 * letter that carries one, so that those of earlier letters go on opening the page.
 */
export async function writeLetters(
  ground: Ground,
  { transaction, at, by }: Work,
  letters: LetterGround,
  { act, round, site }: { readonly act: string; readonly round: LetterFacts['round']; readonly site: string },
  rows: readonly { readonly row: InvitationRow; readonly addresses: readonly Addressed[] }[],
): Promise<Written> {
  const keys = await addInvitationEvents(
    transaction,
    rows.map(({ row, addresses }) => {
      return { invitation: row.key, act, facts: { letters: addresses.length }, by: by.doer, at }
    }),
  )
  const links: { invitation: string; sha256: Buffer }[] = []
  for (const [index, { row, addresses }] of rows.entries()) {
    for (const [nth, { to, language, byLink }] of addresses.entries()) {
      const token = byLink ? newToken() : null
      if (token !== null) links.push({ invitation: row.key, sha256: hashOf(token) })
      const facts = factsOf(letters, row, {
        ...{ round, language },
        link: token && linkAddress(site, token),
        account: answerAddress(site, row),
      })
      await ground.mail.post(transaction, {
        ...{ key: letterKey(keys[index]!, nth), to, language, ...mailOf(facts) },
        until: new Date(at.getTime() + triedFor),
        secret: byLink,
      })
    }
  }
  if (links.length > 0) await addLinks(transaction, links, at)
  const reached = rows.filter(({ addresses }) => addresses.length > 0)
  return {
    keys,
    reached: reached.map(({ row }) => row),
    notReached: rows.filter(({ addresses }) => addresses.length === 0).map(({ row }) => row),
  }
}

/** Names a letter in the outbox: that of the event it was written in, and which of its letters. */
export const letterKey = (event: string, nth: number): string => `call-letter:${event}:${nth}`
