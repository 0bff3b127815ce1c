import { pathInWords } from './answer-words.ts'
import { coverageGroups, groupOf } from './coverage.ts'
import { saidIn } from './figures.ts'
import type { SectionParagraph, SectionSentence } from './finding.ts'
import type { Invited } from './received.ts'
import { amid, dayInWords, linkedNames, listed, sentence, type Telling } from './telling.ts'

/** When the call went out, by which paragraph, on what, by when, and to whom. */
export function askedIn(telling: Telling, anchorAddress: string | null): readonly SectionParagraph[] {
  const { received, language, say } = telling
  const { words, openedAt, invited } = received
  const { anchor, deadline } = words
  const paragraph = anchor && {
    words: say('submissions.section.anchor', {
      path: pathInWords(anchor.path),
      text: anchor.unit === anchor.document ? anchor.document : `${anchor.document}, ${anchor.unit}`,
    }),
    address: anchorAddress ?? '',
  }
  const subject = saidIn(words.subject, language).words
  const called = sentence(
    telling,
    'called',
    {
      anchored: String(paragraph !== null),
      anchor: paragraph?.words ?? '',
      subject: amid(subject, language),
      opened: dayInWords(openedAt, language),
      dated: String(deadline !== null),
      deadline: deadline === null ? '' : dayInWords(deadline, language),
    },
    [...(paragraph ? [paragraph] : []), { words: subject, address: `/calls/${received.call}` }],
  )
  const extended = invited.filter((one) => one.extended).length
  return [
    {
      place: 'asked',
      heading: say('submissions.section.heading.asked'),
      sentences: [
        called,
        ...(invited.length === 0
          ? []
          : [sentence(telling, 'invited', { list: listed(invitedKinds(telling), language) })]),
        ...(extended === 0 ? [] : [sentence(telling, 'extended', { count: extended })]),
      ],
    },
  ]
}

/** "193 Member States", "2 organizations". */
function invitedKinds({ received, say, actorOf }: Telling): readonly string[] {
  const kindOf = (one: Invited) => {
    const group = groupOf(one, one.actor === null ? null : actorOf(one.actor))
    return group === 'organization' || group === 'person' || group === 'entity' ? group : 'state'
  }
  const byKind = Map.groupBy(received.invited, kindOf)
  return (['state', 'organization', 'entity', 'person'] as const).flatMap((kind) => {
    const count = byKind.get(kind)?.length ?? 0
    return count === 0 ? [] : [say(`submissions.section.kind.${kind}`, { count })]
  })
}

/** Who answered by the day, in all and by group; what is not for the public, late, withdrawn; and silence. */
export function receivedIn(telling: Telling): readonly SectionParagraph[] {
  const { received, language, asOf, say } = telling
  const { submissions, invited } = received
  const date = dayInWords(asOf, language)
  const standing = invited.filter(({ sent }) => sent?.state === 'standing')
  const hidden = standing.filter(({ sent }) => !sent?.seen).length
  const withdrawn = invited.filter(({ sent }) => sent?.state === 'withdrawn').length
  const silent = invited.filter(({ sent }) => sent === null).length
  const late = submissions.filter((one) => one.late)
  const all = linkedNames(submissions, telling)
  const tardy = linkedNames(late, telling)
  const sentences: SectionSentence[] = [
    submissions.length === 0
      ? sentence(telling, 'received-none', { date, hidden })
      : sentence(telling, 'received', { date, count: submissions.length, list: all.list }, all.links),
    ...(late.length === 0 ? [] : [sentence(telling, 'late', { count: late.length, list: tardy.list }, tardy.links)]),
    ...(submissions.length === 0 ? [] : [sentence(telling, 'by-group', { list: groups(telling) })]),
    ...(hidden === 0 ? [] : [sentence(telling, 'hidden', { count: hidden })]),
    ...(withdrawn === 0 ? [] : [sentence(telling, 'withdrawn', { count: withdrawn })]),
    ...(silent === 0 ? [] : [sentence(telling, 'silent', { count: silent })]),
  ]
  return [{ place: 'received', heading: say('submissions.section.heading.received'), sentences }]
}

/** "African States, 1 of 54; organizations, 1 of 2": of those invited, whose submission is public. */
function groups({ received, say, actorOf }: Telling): string {
  const byGroup = Map.groupBy(received.invited, (one) => groupOf(one, one.actor === null ? null : actorOf(one.actor)))
  return coverageGroups
    .flatMap((group) => {
      const members = byGroup.get(group)
      if (!members) return []
      const submitted = members.filter(({ sent }) => sent?.state === 'standing' && sent.seen).length
      const name = say(`submissions.section.group.${group}`)
      return [say('submissions.section.of-group', { group: name, submitted, invited: members.length })]
    })
    .join(say('submissions.figure.separator'))
}
