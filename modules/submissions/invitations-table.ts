import type { Directory } from '#modules/parties'
import { type Column, type Table, tableOf } from '#platform/tables'
import { type Speak, wordsIn } from '#platform/words'
import { groupOf } from './coverage.ts'
import type { Invitation } from './invitation.ts'

const words = wordsIn(new URL('./messages/', import.meta.url))

/** Invitations to a call as a table for CSV and XLSX, one row each, in the language of whoever asks. */
export function invitationsTable(
  call: string,
  rows: readonly Invitation[],
  directory: Directory,
  language: string,
): Table {
  const say: Speak = words(language)
  const column = (key: string, value: Column<Invitation>['value'], width?: number): Column<Invitation> => ({
    key,
    title: say(`submissions.table.${key}`),
    value,
    ...(width !== undefined && { width }),
  })
  const day = (instant: string | null) => instant?.slice(0, 10) ?? null
  const yes = (is: boolean) => say(`submissions.table.${is ? 'yes' : 'no'}`)
  const known = (actor: string | null) => (actor === null ? null : directory.actor(actor))
  return tableOf(
    `invitations-${call}`,
    [
      column('name', ({ actor, name }) => directory.called(actor, name, language), 40),
      column('actor', ({ actor }) => actor, 10),
      column('group', (one) => say(`submissions.section.group.${groupOf(one, known(one.actor))}`), 28),
      column('language', ({ language: own }) => own, 8),
      column('state', ({ state }) => say(`submissions.state.${state}`), 16),
      column('deadline', ({ deadline }) => deadline, 12),
      column('extended', ({ extended }) => yes(extended), 10),
      column('late', ({ late }) => yes(late), 8),
      column('email', ({ email }) => email, 30),
      column('not-reached', ({ notReached }) => notReached && say(`submissions.not-reached.${notReached}`), 24),
      column('asked', ({ askedAt }) => day(askedAt), 12),
      column('reminded', ({ remindedAt }) => day(remindedAt), 12),
      column('sent', ({ sentAt }) => day(sentAt), 12),
    ],
    rows,
  )
}
