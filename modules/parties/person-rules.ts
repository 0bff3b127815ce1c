import type { Visitor } from '#platform/access'

/** As it is kept: no blanks around it. Case stays as written; two spellings that differ in it are one address. */
export const plainEmail = (text: string): string => text.trim().normalize('NFC')

// control characters, line and paragraph ends, and signs that turn the direction of a whole line round
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** A name on one line, or null where it is none. */
export function plainName(text: string): string | null {
  const name = text.trim().replace(/ +/g, ' ').normalize('NFC')
  return name === '' || name.length > 200 || unprintable.test(name) || !name.isWellFormed() ? null : name
}

export const badUnit = (unit: string | null): boolean => unit !== null && unit !== '' && plainName(unit) === null

/** An instant that is none, or is over. */
export function badUntil(until: string | null, now: Date): boolean {
  if (until === null) return false
  const at = Date.parse(until)
  return Number.isNaN(at) || at <= now.getTime()
}

/** Whose people a visitor may see: null for everybody's. */
export function actorsSeenBy({ grants }: Visitor): readonly string[] | null {
  if (grants.some(({ role }) => role === 'administrator' || role === 'officer')) return null
  return grants.flatMap(({ role, actor }) => (role === 'focal-point' && actor !== null ? [actor] : []))
}
