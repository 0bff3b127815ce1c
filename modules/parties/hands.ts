import type { Visitor } from '#platform/access'

/**
 * Where something that an actor answers lies: who answers, whom it was handed on to, who has it. Mission, ministry,
 * agency and back, with one clearance.
 */
export interface Lying {
  readonly answers: string | null
  readonly chain: readonly string[]
}

/** A person who acts for an actor, and where in it: "mission", "Ministry of Justice". */
export interface Acting {
  readonly person: string
  readonly unit: string | null
}

/** Somebody with no need to be named: an administrator, or the program itself. */
const standsAbove = ({ grants }: Visitor): boolean => grants.some(({ role }) => role === 'administrator')

/** Whether a visitor acts for an actor: what the actor has not sent yet is seen by nobody else. */
export function actsFor(by: Visitor, actor: string): boolean {
  return standsAbove(by) || by.grants.some((grant) => grant.role === 'focal-point' && grant.actor === actor)
}

/** Whether a visitor works in the office: notes are for them alone. */
export function inOffice(by: Visitor): boolean {
  return standsAbove(by) || by.grants.some(({ role }) => role === 'officer' || role === 'evaluator')
}

export const holderOf = ({ answers, chain }: Lying): string | null => chain.at(-1) ?? answers

/** Whether it lies with the visitor: whoever acts for the actor, until somebody was named. */
export function has(by: Visitor, reply: Lying, actor: string): boolean {
  const holder = holderOf(reply)
  return actsFor(by, actor) && (standsAbove(by) || holder === null || holder === by.person)
}

/**
 * Whether a visitor clears what goes out for an actor: who answers, and others of their unit whom it was not handed on
 * to. The one clearance: whoever else holds it writes drafts.
 */
export function clears(by: Visitor, reply: Lying, actor: string, people: readonly Acting[]): boolean {
  if (standsAbove(by)) return true
  if (!actsFor(by, actor) || by.person === null) return false
  if (reply.answers === null || reply.answers === by.person) return true
  if (reply.chain.includes(by.person)) return false
  const unitOf = (person: string) => people.find((one) => one.person === person)?.unit ?? null
  const unit = unitOf(reply.answers)
  return unit !== null && unit === unitOf(by.person)
}

/** Handed on by the one who has it. Where nobody was named, the one who hands it on answers from then on. */
export function handedOn(reply: Lying, from: string, to: string): Lying {
  const answers = reply.answers ?? from
  return { answers, chain: to === answers ? [] : [...reply.chain.filter((person) => person !== to), to] }
}

/** Back along the way it came: to somebody on it, or to who answers. Null where the person is not on that way. */
export function takenBack(reply: Lying, to: string | null): Lying | null {
  if (to === null || to === reply.answers) return { ...reply, chain: [] }
  const at = reply.chain.indexOf(to)
  return at < 0 ? null : { ...reply, chain: reply.chain.slice(0, at + 1) }
}

/** Who takes a reply back: the one who has it gives it, everybody before them on the way and who clears takes it. */
export function takesBack(by: Visitor, reply: Lying, actor: string, people: readonly Acting[]): boolean {
  if (reply.chain.length === 0) return false
  return (
    has(by, reply, actor) || (by.person !== null && reply.chain.includes(by.person)) || clears(by, reply, actor, people)
  )
}
