import type { Ledger } from '#modules/ledger'
import type { Database } from '#platform/database'
import { openMail } from '#platform/mail'
import type { Doer, Ground } from '#platform/manifest'
import type { Actor, Directory, Parties } from './actor.ts'
import { directoryCheck, directoryThing, loadDirectoryAct } from './cross-check.ts'
import { digestOf } from './digest.ts'
import { directoryOf } from './directory.ts'
import { invitationLetter } from './letters.ts'
import { openPasskeys } from './passkeys.ts'
import { openPeople } from './people.ts'
import { peopleCheck } from './people-check.ts'
import { openSessions } from './recognise.ts'
import { shippedActors } from './shipped.ts'
import { openSignIns } from './sign-in.ts'
import { allActors, lockedRevision, replaceActors, revisionOf, setRevision } from './store.ts'

/** Opens the directory of actors and the people who act for them on a database. */
export function openParties({ database, now }: Ground, { ledger }: { readonly ledger: Ledger }): Parties {
  let kept: { readonly revision: number; readonly directory: Directory } | null = null
  ledger.onVerify(directoryCheck)
  ledger.onVerify(peopleCheck)

  async function directory(on: Database = database): Promise<Directory> {
    const { revision } = await revisionOf(on)
    if (kept?.revision !== revision) {
      // Of an act that sees both in two moments, nothing is noted.
      if (on !== database) return directoryOf(await allActors(on))
      // One snapshot, so that the actors are those of the revision that is noted.
      const snapshot = database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      kept = await snapshot.execute(async (t) => {
        const { revision } = await revisionOf(t)
        return { revision, directory: directoryOf(await allActors(t)) }
      })
    }
    return kept.directory
  }

  async function loadDirectory(by: Doer, actors: readonly Actor[] = shippedActors()) {
    directoryOf(actors)
    const sha256 = digestOf(actors)
    return database.transaction().execute(async (transaction) => {
      const before = await lockedRevision(transaction)
      if (before.sha256 === sha256) return { state: 'unchanged', actors: actors.length } as const
      const revision = before.revision + 1
      await replaceActors(transaction, actors)
      await setRevision(transaction, { revision, sha256 })
      const data = { actors: actors.length, revision, sha256 }
      await ledger.append(transaction, { who: by, act: loadDirectoryAct, on: directoryThing, data })
      return { state: 'loaded', actors: actors.length } as const
    })
  }

  const mail = openMail({ database, now })
  const ground = { database, now, ledger, mail }
  const people = openPeople({
    ...ground,
    isActor: async (id) => (await directory()).actor(id) !== null,
    tell: (transaction, invitation) => invitationLetter(mail, transaction, invitation),
  })
  return {
    directory,
    loadDirectory,
    ...people,
    ...openSessions(ground),
    ...openSignIns(ground),
    ...openPasskeys(ground),
  }
}
