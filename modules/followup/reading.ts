import { actsFor, clears, has, inOffice, takesBack } from '#modules/parties'
import type { Visitor } from '#platform/access'
import { type ActGround, actingFor, isAsked } from './acting.ts'
import type { Dossier } from './dossier.ts'
import { type Followable, placesOf } from './followable.ts'
import type { Dossiers } from './room.ts'
import { evidenceNow, isWatched, keptAt, notesOf, updateNow } from './store-read.ts'
import { dossierFor, untouched } from './view.ts'

/** Reading one dossier or several. */
export function openReading(
  ground: ActGround,
): Pick<Dossiers, 'dossier' | 'records' | 'evidenceFile' | 'handling' | 'ownActors'> {
  const { database, providers, parties, files } = ground

  async function found(ids: readonly string[]): Promise<ReadonlyMap<string, Followable>> {
    const asked = (await Promise.all(providers.map((provider) => provider.find(ids)))).flat()
    return new Map(asked.map((one) => [one.id, one]))
  }

  async function records(ids: readonly string[], by: Visitor): Promise<Dossier[]> {
    const [asked, kept, directory] = await Promise.all([
      found(ids),
      keptAt(database, placesOf(ids)),
      parties.directory(),
    ])
    const rows = new Map(kept.dossiers.map((row) => [`${row.holder}/${row.n}`, row]))
    return ids.flatMap((id) => {
      const row = rows.get(id)
      const one = asked.get(id) ?? null
      if (row) return [dossierFor(by, row, one, kept, directory)]
      return one ? [untouched(one)] : []
    })
  }

  return {
    records,
    async dossier(id, by) {
      const [dossier] = await records([id], by)
      if (!dossier) return null
      const key = (await keptAt(database, placesOf([id]))).dossiers[0]?.key
      if (key === undefined) return dossier
      const notes = inOffice(by) ? await notesOf(database, key) : []
      const watching = by.person !== null && (await isWatched(database, key, by.person))
      return {
        ...dossier,
        notes: notes.map(({ key: note, text, by: who, at }) => ({ id: note, text, by: who, at: at.toISOString() })),
        watching,
      }
    },
    async evidenceFile(id, by) {
      const row = await evidenceNow(database, id)
      const update = row && (await updateNow(database, row.update))
      if (!row || !update || row.kind !== 'file') return null
      const isOpen = update.cleared_by !== null && row.withdrawn_by === null
      if (!isOpen && !actsFor(by, update.actor)) return null
      const kept = await files.read(row.sha256!)
      return kept && { ...kept, name: row.file_name! }
    },
    async ownActors(by, { asked, replies }) {
      const directory = await parties.directory()
      const own = by.grants.flatMap(({ role, actor }) => (role === 'focal-point' && actor !== null ? [actor] : []))
      return own.filter((actor) => isAsked(asked, actor, directory) || replies.some((reply) => reply.actor === actor))
    },
    async handling(by, reply) {
      const people = actsFor(by, reply.actor) ? await actingFor(ground, reply.actor) : []
      return {
        actsFor: actsFor(by, reply.actor),
        has: has(by, reply, reply.actor),
        clears: clears(by, reply, reply.actor, people),
        takesBack: takesBack(by, reply, reply.actor, people),
      }
    },
  }
}
