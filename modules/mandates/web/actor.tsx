import { nameIn } from '#platform/i18n'
import {
  actorAddress,
  Downloads,
  Facts,
  type LoaderInput,
  Notice,
  notFound,
  PageHead,
  type PageProps,
  Section,
  useWords,
  visitOf,
} from '#web'
import { type AskRow, AskTable } from './ask-table.tsx'

/** Asks shown on the page of one actor; the register pages on through more. */
const most = 300

export async function loader(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const id = (input.params.actor ?? '').toLowerCase()
  const [directory, calendar] = await Promise.all([rooms.parties.directory(), rooms.calendar.table()])
  const actor = directory.actor(id)
  if (!actor) throw notFound('actor', id)
  const wider = directory.groupsOf(actor.id)
  const asked = await Promise.all(
    [actor, ...wider].map(async (asked) => {
      const page = await rooms.mandates.obligations({ actor: asked.id, sort: 'due', limit: most })
      const rows: readonly AskRow[] = page.rows.map((row) => ({
        ...row,
        actorName: directory.called(row.actor, row.actorName, reads.language),
        reasons: row.dues.map((due) => calendar.explain(due.why, reads.language)),
      }))
      return {
        id: asked.id,
        name: nameIn(asked.name, reads.language),
        own: asked.id === actor.id,
        total: page.total,
        rows,
      }
    }),
  )
  const parent = actor.partOf === null ? null : directory.actor(actor.partOf)
  const name = nameIn(actor.name, reads.language)
  return {
    actor: { ...actor, name, short: reads.language === 'en' ? actor.short : null },
    parent: parent && { id: parent.id, name: nameIn(parent.name, reads.language) },
    asked: asked.filter(({ own, total }) => own || total > 0),
  }
}

export default function ActorPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { actor, asked, parent } = loaderData
  const state = actor.kind === 'state'
  const total = asked.reduce((sum, { total: count }) => sum + count, 0)
  return (
    <>
      <PageHead
        kicker={words(`actors.one.${actor.kind}`, { group: actor.group ? words(`region.${actor.group}`) : '' })}
        title={words('actor.title', { name: actor.short ?? actor.name })}
      >
        {actor.short && actor.short !== actor.name && <p>{actor.name}</p>}
        {parent && (
          <p>
            {words.rich('actor.part-of', {
              name: parent.name,
              link: (text) => <a href={actorAddress(parent.id)}>{text}</a>,
            })}
          </p>
        )}
        <p>{words(state ? 'actor.lede-state' : 'actor.lede', { count: total })}</p>
        {actor.kind !== 'group' && (
          <p>
            <a href={`${actorAddress(actor.id)}/asked`}>{words('asked-of.link')}</a>
          </p>
        )}
      </PageHead>
      {state && (
        <Notice title={words('actor.weight.title')}>
          <p>{words('actor.weight.text')}</p>
          <Facts
            rows={(['request', 'call', 'recommendation'] as const).map((force) => [
              words(`force.${force}`),
              words(`actor.weight.${force}`),
            ])}
          />
        </Notice>
      )}
      {asked.map((group) => (
        <Section
          key={group.id}
          id={`asked-${group.id}`}
          title={
            group.own
              ? words('actor.by-name', { name: actor.short ?? actor.name })
              : words('actor.as', { name: group.name })
          }
          aside={<a href={`/register?actor=${group.id}`}>{words('actor.count', { count: group.total })}</a>}
        >
          {group.total === 0 ? (
            <p>{words('actor.nothing')}</p>
          ) : (
            <>
              <AskTable rows={group.rows} by={state} />
              <Downloads
                label={words('shell.download')}
                links={[
                  { href: `/register.csv?actor=${group.id}`, text: 'CSV' },
                  { href: `/register.xlsx?actor=${group.id}`, text: 'XLSX' },
                  { href: `/calendar.ics?actor=${group.id}`, text: 'iCalendar' },
                  { href: `/feed.atom?actor=${group.id}`, text: 'Atom' },
                ]}
              />
              {group.total > group.rows.length && (
                <p>
                  <a href={`/register?actor=${group.id}`}>{words('actor.more', { count: group.total })}</a>
                </p>
              )}
            </>
          )}
        </Section>
      ))}
    </>
  )
}
