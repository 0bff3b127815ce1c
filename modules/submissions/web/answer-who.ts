import type { Visitor } from '#platform/access'
import { type LoaderInput, notFound, turnedAway, visitOf } from '#web'

/** Who answers which invitation, and the address of the page they do it on. */
export interface Answerer {
  readonly visitor: Visitor
  /** `<call>/<n>`. */
  readonly invitation: string
  readonly address: string
  readonly byLink: boolean
}

/** Whoever came: signed in, to `/calls/<call>/answer/<n>`, or by a personal link, to `/answer/<token>`. */
export async function answererOf(input: LoaderInput): Promise<Answerer> {
  const { rooms, visitor } = visitOf(input)
  const { call = '', n = '', token } = input.params
  if (token === undefined)
    return { visitor, invitation: `${call}/${n}`, address: `/calls/${call}/answer/${n}`, byLink: false }
  const holder = await rooms.submissions.holder(token, visitor)
  if (!holder) throw input.request.method === 'POST' ? refusedOrMissing(input, 'link') : notFound('link')
  return { ...holder, address: `/answer/${token}`, byLink: true }
}

/**
 * What is being answered is kept nowhere, and the secret of a personal link goes to no other site. Not `no-referrer`: a
 * browser would then send forms without saying where from, and they would not be taken.
 */
export const answerHeaders = (): Readonly<Record<string, string>> => ({
  'cache-control': 'private, no-store',
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex',
})

/** Thrown where an invitation is not there for who asks: to sign in, to be told it is not theirs, or that there is none. */
export function refusedOrMissing(input: LoaderInput, what: 'invitation' | 'link'): Response {
  const { rooms, visitor } = visitOf(input)
  const invitation = ''
  const answers = visitor.grants.some(({ actor }) =>
    rooms.submissions.may(visitor, 'submissions.save', { actor, invitation }),
  )
  // Signing in would lose what was typed by somebody whose link ended meanwhile: they are told, and can go back.
  const signIn = visitor.person === null && what === 'invitation'
  return answers ? notFound(what) : turnedAway(input, { refused: 'not-allowed', act: 'submissions.save', signIn })
}
