import { countingDates, type Session, type SessionMove, type SessionTable } from '#modules/calendar'
import { inAddress } from '#platform/addresses'
import type { Speak } from '#platform/words'
import type { FeedItem } from './feed.ts'
import type { Followable } from './followable.ts'

/** What every item needs to know: the calendar, since when it stands, and how often what was moved. */
export interface Base {
  readonly say: Speak
  readonly language: string
  readonly table: SessionTable
  readonly since: string
  readonly movesOf: (body: string | null, number: number | null) => readonly SessionMove[]
}

export const sessionPath = (body: string, number: number): string => `/sessions/${body.toLowerCase()}/${number}`

export const itemsOfBody = (base: Base, code: string): readonly FeedItem[] =>
  base.table.sessions(code).flatMap((session) => itemsOfSession(base, session))

/** The parts of a session, the deadlines before it, and the news of its moves. */
export function itemsOfSession(base: Base, { body, number, parts, place }: Session): readonly FeedItem[] {
  const { say, table, since, language } = base
  const moves = base.movesOf(body, number)
  const address = sessionPath(body, number)
  const updated = moves.at(-1)?.at ?? since
  const held = parts.flatMap((part): FeedItem[] => {
    const dates = countingDates(part)
    if (!dates) return []
    const own = moves.filter((move) => move.part === part.part)
    const title = say('feed.session', { body, number, part: part.part })
    const text = [place, part.note].filter(Boolean).join('. ')
    const stands = { updated: own.at(-1)?.at ?? since, sequence: own.length }
    return [
      { kind: 'session', id: `session:${body}/${number}/${part.part}`, title, text, address, ...dates, ...stands },
    ]
  })
  const deadlines = table.deadlines(body, number).map(
    ({ code, on, why }): FeedItem => ({
      ...{ kind: 'deadline', id: `deadline:${body}/${number}/${code}`, address },
      title: say(`feed.deadline.${code}`, { body, number }),
      text: table.explain(why, language),
      ...{ from: on, to: on, updated, sequence: moves.length },
    }),
  )
  const news = moves.map(
    ({ n, to, reason, at, part }): FeedItem => ({
      ...{ kind: 'move', id: `move:${n}`, address, ...to, updated: at, sequence: 0 },
      title: say('feed.move', { body, number, part }),
      text: reason,
    }),
  )
  return [...held, ...deadlines, ...news]
}

/** Every date of what is asked, with the session it is due by. */
export function duesOf(
  base: Base,
  all: readonly Followable[],
): readonly { readonly by: string; readonly item: FeedItem }[] {
  const { say, table, since, language, movesOf } = base
  return all.flatMap(({ id, title, subject, actorName, dues }) =>
    dues.flatMap((due) => {
      if (due.state !== 'dated') return []
      const moves = movesOf(due.body, due.session)
      const by = due.session === null ? due.from : `${due.body} ${due.session}`
      const item: FeedItem = {
        ...{ kind: 'due', id: `due:${id} ${by} ${due.part ?? ''}`.trimEnd() },
        title: say('feed.due', { actor: actorName, what: subject ?? title }),
        text: `${title}\n${table.explain(due.why, language)}`,
        address: `/dossiers/${inAddress(id)}`,
        // what is due by a session is due when it opens
        ...{ from: due.session === null ? due.to : due.from, to: due.session === null ? due.to : due.from },
        ...{ updated: moves.at(-1)?.at ?? since, sequence: moves.length },
      }
      return [{ by, item }]
    }),
  )
}
