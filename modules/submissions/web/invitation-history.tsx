import { DataTable, Day, Instant, Section, useWords } from '#web'
import type { InvitationData } from './invitation-loader.ts'

type Happened = InvitationData['history'][number] & { readonly nth: number }

/** What befell an invitation, newest first. */
export function History({ history }: Pick<InvitationData, 'history'>) {
  const words = useWords()
  const rows = history.map((event, nth): Happened => ({ ...event, nth })).reverse()
  return (
    <Section id="history" title={words('inviting.history')}>
      <DataTable
        caption={words('inviting.history')}
        hideCaption
        rows={rows}
        keyOf={({ nth }) => String(nth)}
        columns={[
          { key: 'at', title: words('inviting.column.at'), cell: ({ at }) => <Instant at={at} /> },
          {
            key: 'act',
            title: words('inviting.column.act'),
            heads: true,
            wide: true,
            cell: (row) => <What row={row} />,
          },
          { key: 'by', title: words('inviting.column.by'), cell: ({ by }) => by ?? words('inviting.somebody') },
        ]}
      />
    </Section>
  )
}

/** An act in words, with what it was about where that can be said in a line. */
function What({ row: { act, facts } }: { readonly row: Happened }) {
  const words = useWords()
  const { deadline, reason, letters, paper } = facts
  return (
    <>
      {words(`inviting.act.${act.replace('submissions.', '')}`)}
      {typeof deadline === 'string' && (
        <>
          {' · '}
          <Day date={deadline} />
        </>
      )}
      {typeof letters === 'number' && ` · ${words('inviting.letters-sent', { count: letters })}`}
      {paper === true && ` · ${words('inviting.paper')}`}
      {typeof reason === 'string' && <span dir="auto">{` · ${reason}`}</span>}
    </>
  )
}
