import type { Directory } from '#modules/parties'
import type { Transaction } from '#platform/database'
import { countAsked } from './acting.ts'
import type { Reported } from './dossier.ts'
import type { Followable } from './followable.ts'
import { holdDossier, refreshReply, saidIn, setStatus } from './store.ts'
import { statusOf } from './transitions.ts'

/** After something went out or was withdrawn: what the reply says now, and with it the dossier. */
export async function publish(
  transaction: Transaction,
  dossier: string,
  reply: string,
  asked: Followable,
  directory: Directory,
): Promise<void> {
  await refreshReply(transaction, reply)
  await holdDossier(transaction, dossier)
  const said = (await saidIn(transaction, dossier)).filter((status): status is Reported => status !== 'no_information')
  await setStatus(transaction, dossier, statusOf(said, countAsked(asked, directory)))
}
