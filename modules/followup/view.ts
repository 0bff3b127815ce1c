import type { Directory } from '#modules/parties'
import { actsFor } from '#modules/parties'
import type { Visitor } from '#platform/access'
import type { Assessment, Dossier, Evidence, EvidenceContent, Handover, Reply, Update } from './dossier.ts'
import type { Followable } from './followable.ts'
import type { EvidenceNow, HandoverRow, Kept, UpdateNow } from './store-read.ts'
import type { AssessmentRow, DossierRow, ReplyRow } from './store-rows.ts'

/** A dossier nobody has done anything with. */
export const untouched = (asked: Followable): Dossier => ({
  id: asked.id,
  kind: asked.kind,
  asked,
  stands: true,
  status: 'no_information',
  replies: [],
  assessments: [],
  notes: [],
  watching: false,
})

/**
 * A dossier as a visitor may see it: what was published, for everybody; drafts and where a reply lies, for those who act
 * for its actor. A reply of which a visitor may see nothing is left out.
 */
export function dossierFor(
  by: Visitor,
  row: DossierRow,
  asked: Followable | null,
  kept: Kept,
  directory: Directory,
): Dossier {
  const own = kept.replies.filter(({ dossier }) => dossier === row.key)
  const replies = own.map((reply) => replyFor(by, reply, kept, directory))
  const actorOf = new Map(own.map(({ key, actor }) => [key, actor]))
  const assessments = kept.assessments.filter(({ dossier }) => dossier === row.key)
  return {
    id: `${row.holder}/${row.n}`,
    kind: row.kind,
    asked: asked ?? row.opened,
    stands: asked !== null,
    status: row.status,
    replies: replies.filter(
      ({ actor, updates, answers }) => updates.length > 0 || answers !== null || actsFor(by, actor),
    ),
    assessments: assessments.map((one) => assessmentOf(one, actorOf, assessments)),
    notes: [],
    watching: false,
  }
}

function replyFor(by: Visitor, row: ReplyRow, kept: Kept, directory: Directory): Reply {
  const inside = actsFor(by, row.actor)
  const updates = kept.updates.filter(({ reply }) => reply === row.key)
  const seen = updates.filter((update) => inside || update.cleared_by !== null)
  return {
    actor: row.actor,
    actorName: directory.actor(row.actor)?.name.en ?? row.actor,
    status: row.status,
    acceptance: row.acceptance,
    answers: row.answers,
    chain: inside ? row.chain : [],
    acts: row.acts,
    updates: seen.map((update) => updateOf(update, kept.evidence, inside)),
    handovers: inside ? kept.handovers.filter(({ reply }) => reply === row.key).map(handoverOf) : [],
  }
}

function updateOf(row: UpdateNow, evidence: readonly EvidenceNow[], inside: boolean): Update {
  const { key, as_of, on_behalf, cleared_by, cleared_at, withdrawn_by, withdrawn_at, withdrawn_why } = row
  return {
    id: key,
    // A correction that has not gone out leaves what it corrects as it is.
    state: row.state,
    status: row.status,
    acceptance: row.acceptance,
    asOf: as_of,
    narrative: row.narrative,
    language: row.language,
    reason: row.reason,
    corrects: row.corrects,
    by: row.by,
    onBehalf: on_behalf,
    at: row.at.toISOString(),
    cleared: cleared_by === null ? null : { by: cleared_by, at: cleared_at!.toISOString() },
    withdrawn:
      withdrawn_by === null ? null : { by: withdrawn_by, at: withdrawn_at!.toISOString(), reason: withdrawn_why },
    submission: row.submission,
    evidence: evidence
      .filter(({ update, withdrawn_by: gone }) => update === key && (inside || gone === null))
      .map(evidenceOf),
  }
}

function evidenceOf(row: EvidenceNow): Evidence {
  const { withdrawn_by, withdrawn_at, withdrawn_why } = row
  return {
    id: row.key,
    title: row.title,
    content: contentOf(row),
    by: row.by,
    at: row.at.toISOString(),
    withdrawn:
      withdrawn_by === null ? null : { by: withdrawn_by, at: withdrawn_at!.toISOString(), reason: withdrawn_why },
  }
}

function contentOf(row: EvidenceNow): EvidenceContent {
  switch (row.kind) {
    case 'file':
      return { kind: 'file', sha256: row.sha256!, name: row.file_name!, type: row.media_type!, size: Number(row.size) }
    case 'link':
      return { kind: 'link', url: row.url! }
    case 'paragraph':
      return { kind: 'paragraph', document: row.document!, unit: row.unit!, path: row.path }
  }
}

function assessmentOf(
  row: AssessmentRow,
  actorOf: ReadonlyMap<string, string>,
  all: readonly AssessmentRow[],
): Assessment {
  return {
    id: row.key,
    actor: row.reply === null ? null : (actorOf.get(row.reply) ?? null),
    finding: row.finding,
    narrative: row.narrative,
    by: row.by,
    at: row.at.toISOString(),
    replacedBy: all.find(({ replaces }) => replaces === row.key)?.key ?? null,
  }
}

const handoverOf = ({ act, from_person, to_person, reason, by, at }: HandoverRow): Handover => ({
  act,
  from: from_person,
  to: to_person,
  reason,
  by,
  at: at.toISOString(),
})
