import type { Ground } from './acting.ts'
import type { AnsweringActs } from './room.ts'

/** Answering: for who acts for the actor, who holds the link, and the office for what was sent to it. */
export function openAnswering(ground: Ground): Omit<AnsweringActs, 'offlineForm' | 'bringFile' | 'brought'> {
  const missing = () => {
    throw new Error(`not there yet: ${ground.sealed.room}`)
  }
  return {
    answering: missing,
    check: missing,
    save: missing,
    keepFile: missing,
    assign: missing,
    handOn: missing,
    takeBack: missing,
    send: missing,
    withdraw: missing,
    show: missing,
    receipt: missing,
  }
}
