import { z } from 'zod'
import { holderOf, type Parties } from '#modules/parties'
import type { Database } from '#platform/database'
import { type Followable, type FollowableProvider, placesOf } from './followable.ts'
import type { Awaited, Concerned, Dossiers } from './room.ts'
import { datesWithin, namedAt, statusesAt } from './store-concerned.ts'

/** Rows of one page of what is awaited. */
const atOnce = 500

const cursor = z.tuple([z.int().min(0).max(9), z.iso.date(), z.string().regex(/^\d{1,18}$/), z.iso.date()])

/** Questions about many dossiers at once: what was reported, what is awaited, whom it concerns. */
export function openAwaited(
  database: Database,
  providers: readonly FollowableProvider[],
  parties: Parties,
): Pick<Dossiers, 'statuses' | 'awaited' | 'concerned'> {
  async function statuses(ids: readonly string[]) {
    const rows = await statusesAt(database, placesOf(ids))
    return new Map(rows.map(({ holder, n, status }) => [`${holder}/${n}`, status]))
  }

  return {
    statuses,
    async awaited(days, after) {
      const [at, day, key, from] = after === undefined ? [0, '', '', ''] : cursor.parse(JSON.parse(after))
      for (let which = at; which < providers.length; which++) {
        const provider = providers[which]!
        await provider.current()
        const start = which === at && after !== undefined ? { day, key, from } : null
        const rows = await datesWithin(database, provider, days, start, atOnce)
        if (rows.length === 0) continue
        const ids = [...new Set(rows.map(({ holder, n }) => `${holder}/${n}`))]
        const found = new Map((await provider.find(ids)).map((asked) => [asked.id, asked]))
        const said = await statuses(ids)
        const last = rows.at(-1)!
        const next =
          rows.length === atOnce
            ? JSON.stringify([which, last.to_date, last.key, last.from_date])
            : which + 1 < providers.length
              ? JSON.stringify([which + 1, '0001-01-01', '0', '0001-01-01'])
              : null
        return {
          rows: rows.flatMap((row): Awaited[] => {
            const id = `${row.holder}/${row.n}`
            const asked = found.get(id)
            const due = asked && dueOn(asked, row.from_date, row.to_date)
            return due ? [{ asked, due, status: said.get(id) ?? 'no_information' }] : []
          }),
          next,
        }
      }
      return { rows: [], next: null }
    },
    async concerned(ids) {
      const named = new Map<string, Concerned[]>()
      for (const { holder, n, person, why, actor } of await namedAt(database, placesOf(ids))) {
        const id = `${holder}/${n}`
        named.set(id, [...(named.get(id) ?? []), { person, why, actor }])
      }
      await addThoseWhoHave(ids, named)
      await addThoseWhoAct(ids, named)
      return named
    },
  }

  /** Where a room of its own says who answers and who has it. */
  async function addThoseWhoHave(ids: readonly string[], named: Map<string, Concerned[]>): Promise<void> {
    for (const provider of providers) {
      for (const [id, lying] of (await provider.lying?.(ids)) ?? []) {
        const holder = holderOf(lying)
        const { answers, actor } = lying
        const people: readonly Concerned[] = [
          ...(answers === null ? [] : [{ person: answers, why: 'answers' as const, actor }]),
          ...(holder === null || holder === answers ? [] : [{ person: holder, why: 'holds' as const, actor }]),
        ]
        named.set(id, [...(named.get(id) ?? []), ...people])
      }
    }
  }

  /** Where nobody was named to answer, it concerns everybody who acts for the actor that is asked. */
  async function addThoseWhoAct(ids: readonly string[], named: Map<string, Concerned[]>): Promise<void> {
    const directory = await parties.directory()
    const found = (await Promise.all(providers.map((provider) => provider.find(ids)))).flat()
    const open = found.filter(({ id, actor }) => {
      return (
        actor !== null && directory.actor(actor)?.kind !== 'group' && !named.get(id)?.some((one) => one.actor === actor)
      )
    })
    for (const [actor, asked] of Map.groupBy(open, (one) => one.actor!)) {
      const people = await parties.peopleOf(actor)
      for (const { id } of asked) {
        const acting = people.map(({ id: person }): Concerned => ({ person, why: 'acts-for', actor }))
        named.set(id, [...(named.get(id) ?? []), ...acting])
      }
    }
  }
}

function dueOn(asked: Followable, from: string, to: string): Awaited['due'] | undefined {
  return asked.dues.filter((due) => due.state === 'dated').find((due) => due.from === from && due.to === to)
}
