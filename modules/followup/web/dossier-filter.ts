import type { DossierFilter, Implementation } from '#modules/followup'

/** Every status a list can be narrowed to, in the order they are offered. */
export const statuses: readonly Implementation[] = [
  'no_information',
  'not_started',
  'in_progress',
  'implemented',
  'overtaken',
  'discontinued',
]

const day = (text: string | null): string | null => {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null
}

const short = (text: string | null): string | null =>
  text !== null && text !== '' && text.length <= 200 && !text.includes('\u0000') ? text : null

/** A filter from an address. What is not understood is left out rather than refused: an address can be mistyped. */
export function dossierFilterFrom(asked: URLSearchParams, person: string | null): DossierFilter {
  const [body, session] = (short(asked.get('session')) ?? '').split(/[/ ]/)
  const status = statuses.find((one) => one === asked.get('status'))
  const actor = short(asked.get('actor'))
  const document = short(asked.get('document'))
  const [from, to, after] = [day(asked.get('from')), day(asked.get('to')), asked.get('after')]
  return {
    ...(actor && { actor: actor.toLowerCase() }),
    ...(status && { status }),
    ...(body && { body: body.toUpperCase() }),
    ...(session && /^[1-9]\d{0,3}$/.test(session) && { session: Number(session) }),
    ...(from && { from }),
    ...(to && { to }),
    ...(document && { document }),
    ...(asked.get('mine') === 'yes' && person !== null && { person }),
    ...(after && { after }),
  }
}
