import { nameIn } from '#platform/i18n'
import {
  Day,
  Downloads,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  Period,
  Section,
  SessionName,
  sessionAddress,
  useWords,
  visitOf,
} from '#web'
import { DueTable } from './due-table.tsx'
import { type DueSession, SessionPicker } from './session-picker.tsx'
import { Undated } from './undated.tsx'

export async function loader(input: LoaderInput) {
  const { rooms, now, reads } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  const today = now().toISOString().slice(0, 10)
  const asOf = /^\d{4}-\d{2}-\d{2}$/.test(asked.get('as-of') ?? '') ? asked.get('as-of')! : today
  const [sessions, undated, directory, calendar] = await Promise.all([
    rooms.mandates.dueSessions(asOf),
    rooms.mandates.undated({ asOf }),
    rooms.parties.directory(),
    rooms.calendar.table(),
  ])
  const body = asked.get('body')?.toUpperCase()
  const number = Number(asked.get('session'))
  const askedPart = asked.get('part')
  const chosen =
    sessions.find((s) => s.body === body && s.session === number && (askedPart === null || s.part === askedPart)) ??
    nextOf(sessions, asOf)
  const at = chosen && { body: chosen.body, session: chosen.session, asOf }
  const part = chosen?.part as 'opening' | 'regular' | 'reconvened' | null
  const [entries, all] = at
    ? await Promise.all([
        rooms.mandates.due({ ...at, language: reads.language, ...(part && { part }) }),
        rooms.mandates.obligations({ ...at, limit: 1000 }),
      ])
    : [[], { rows: [], total: 0 }]
  const titles = new Map(all.rows.map((row) => [row.id, row.unitTitle]))
  const short = (name: string) => {
    const actor = directory.find(name)
    return actor?.short ?? directory.called(actor?.id ?? null, name, reads.language)
  }
  const calledIn = (name: string) => {
    const actorId = directory.find(name)?.id ?? null
    return { actorId, actor: directory.called(actorId, name, reads.language) }
  }
  const chosenBody = chosen && calendar.body(chosen.body)
  return {
    asOf,
    today,
    sessions,
    chosen: chosen && { ...chosen, name: chosenBody ? nameIn(chosenBody.name, reads.language) : chosen.body },
    entries: entries.map((entry) => ({
      ...entry,
      ...calledIn(entry.actor),
      toWhom: entry.toWhom && short(entry.toWhom),
      unitTitle: titles.get(entry.obligation) ?? null,
    })),
    others: all.rows.filter((row) => row.kind === 'other').length,
    undated,
  }
}

/** The session that comes next; the one going on; else, where all lie behind, the one at which most was due. */
function nextOf(sessions: readonly DueSession[], asOf: string): DueSession | null {
  return (
    sessions.find((session) => session.from >= asOf) ??
    sessions.find((session) => session.to >= asOf) ??
    sessions.toSorted((a, b) => b.count - a.count)[0] ??
    null
  )
}

export default function WhatIsDue({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { asOf, today, chosen, entries, others, sessions, undated } = loaderData
  if (!chosen) {
    return (
      <>
        <PageHead title={words('due.title')} />
        <Notice title={words('due.nothing.title')}>
          <p>{words('due.nothing.text')}</p>
        </Notice>
      </>
    )
  }
  const over = chosen.to < asOf
  const query = `body=${chosen.body}&session=${chosen.session}${chosen.part ? `&part=${chosen.part}` : ''}&as-of=${asOf}`
  return (
    <>
      <PageHead title={words('due.title')}>
        <p>{words('due.lede')}</p>
      </PageHead>
      <SessionPicker sessions={sessions} chosen={chosen} asOf={asOf} today={today} />
      <Section
        id="due"
        title={<SessionName body={chosen.name} number={chosen.session} part={chosen.part} />}
        aside={<Period from={chosen.from} to={chosen.to} />}
      >
        {over && (
          <Notice>
            <p>{words.rich('due.over', { date: <Day key="d" date={asOf} />, count: entries.length })}</p>
          </Notice>
        )}
        <p>
          {words.rich('due.links', {
            count: entries.length,
            session: (text) => <a href={sessionAddress(chosen.body, chosen.session)}>{text}</a>,
            report: (text) => (
              <a href={`${sessionAddress(chosen.body, chosen.session)}/report?as-of=${asOf}`}>{text}</a>
            ),
          })}
        </p>
        <DueTable entries={entries} />
        {others > 0 && (
          <p>
            <a href={`/register?kind=other&session=${chosen.body}/${chosen.session}&as-of=${asOf}`}>
              {words('due.others', { count: others })}
            </a>
          </p>
        )}
        <Downloads
          label={words('shell.download')}
          links={[
            { href: `/due.csv?${query}`, text: 'CSV' },
            { href: `/due.xlsx?${query}`, text: 'XLSX' },
          ]}
        />
      </Section>
      <Undated counts={undated} asOf={asOf} />
    </>
  )
}
