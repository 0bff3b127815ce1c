import type { Calendar } from '#modules/calendar'
import type { Documents } from '#modules/documents'
import type { Ledger } from '#modules/ledger'
import type { Mandates } from '#modules/mandates'
import type { Parties } from '#modules/parties'
import type { Submissions } from '#modules/submissions'
import { may } from '#platform/access'
import type { Platform } from '#platform/manifest'
import type { ActGround } from './acting.ts'
import { openEvidenceActs } from './acts-evidence.ts'
import { openOfficeActs } from './acts-office.ts'
import { openReplyActs } from './acts-replies.ts'
import { openUpdateActs } from './acts-updates.ts'
import { openAwaited } from './awaited.ts'
import { crossCheck } from './cross-check.ts'
import { openFeeds } from './feeds.ts'
import type { FollowableProvider, FollowableSource } from './followable.ts'
import { openLists } from './lists.ts'
import { openMovesTold } from './moves-told.ts'
import { permissions } from './permissions.ts'
import { openReading } from './reading.ts'
import { openReminders } from './reminding.ts'
import type { Dossiers, Followup } from './room.ts'
import { findFollowables } from './store-followables.ts'
import { openTaking } from './taking.ts'

/** The rooms to the left. */
export interface Left {
  readonly ledger: Ledger
  readonly parties: Parties
  readonly calendar: Calendar
  readonly documents: Documents
  readonly mandates: Mandates
  readonly submissions: Submissions
}

const byAct = new Map(Object.values(permissions).map((permission) => [permission.act, permission]))

/** Opens the dossiers on a database. */
export function openFollowup({ database, now, files, mail }: Platform, left: Left): Followup {
  const { ledger, parties, documents, mandates } = left
  const providers: FollowableProvider[] = []
  const follow = (source: FollowableSource) =>
    void providers.push({ ...source, find: (ids, from = database) => findFollowables(from, source, ids) })
  follow({
    kind: 'obligation',
    view: 'mandates.followables',
    dues: 'mandates.followable_dues',
    current: () => mandates.current(),
  })
  follow({
    kind: 'invitation',
    view: 'submissions.followables',
    dues: 'submissions.followable_dues',
    current: async () => {},
    lying: (ids) => left.submissions.lying(ids),
  })
  const listeners: Parameters<Dossiers['onAct']>[0][] = []
  const ground: ActGround = { database, now, ledger, parties, documents, files, providers, listeners }
  ledger.onVerify(crossCheck(files))
  const dossiers = {
    ...openReading(ground),
    ...openLists(database, providers, parties),
    ...openAwaited(database, providers, parties),
  }
  const telling = { database, now, ledger, parties, calendar: left.calendar, mail, providers, dossiers }
  return {
    follow,
    onAct: (listener) => void listeners.push(listener),
    may(by, act, actor = null) {
      const permission = byAct.get(act)
      return permission !== undefined && may(by, permission, actor)
    },
    ...dossiers,
    ...openReplyActs(ground),
    ...openUpdateActs(ground),
    ...openEvidenceActs(ground),
    ...openOfficeActs(ground),
    ...openTaking(ground),
    ...openReminders(telling),
    ...openMovesTold(telling),
    ...openFeeds(telling),
  }
}
