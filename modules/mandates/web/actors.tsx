import type { ActorKind } from '#modules/parties'
import { nameIn } from '#platform/i18n'
import {
  actorAddress,
  Downloads,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  Section,
  useWords,
  visitOf,
} from '#web'
import styles from './actors.module.css'

const kinds: readonly ActorKind[] = ['entity', 'body', 'group', 'organization', 'state']

export async function loader(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const [directory, facets] = await Promise.all([rooms.parties.directory(), rooms.mandates.facets({})])
  const counts = new Map(facets.actors.map((facet) => [facet.value, facet.count]))
  return {
    groups: kinds.map((kind) => ({
      kind,
      actors: directory
        .actors({ kind })
        .map((actor) => ({
          id: actor.id,
          name: nameIn(actor.name, reads.language),
          short: actor.short,
          count: counts.get(actor.id) ?? 0,
        }))
        .filter((actor) => kind === 'state' || actor.count > 0)
        .sort((a, b) =>
          kind === 'state'
            ? a.name.localeCompare(b.name, reads.language)
            : b.count - a.count || a.name.localeCompare(b.name, reads.language),
        ),
    })),
  }
}

export default function Actors({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const groups = loaderData.groups.filter(({ actors }) => actors.length > 0)
  return (
    <>
      <PageHead title={words('actors.title')}>
        <p>{words('actors.lede')}</p>
      </PageHead>
      {groups.length === 0 && (
        <Notice>
          <p>{words('actors.empty')}</p>
        </Notice>
      )}
      {groups.map(({ kind, actors }) => (
        <Section key={kind} id={kind} title={words(`actors.kind.${kind}`)}>
          {kind === 'state' && <p className={styles.note}>{words('actors.states-note')}</p>}
          <ul className={styles.list}>
            {actors.map((actor) => (
              <li key={actor.id}>
                <a href={actorAddress(actor.id)}>
                  {actor.name}
                  {actor.short && actor.short !== actor.name && ` (${actor.short})`}
                </a>
                {actor.count > 0 && (
                  <span className={styles.count}>{words('actors.count', { count: actor.count })}</span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Downloads
        label={words('shell.download')}
        links={[
          { href: '/actors.csv', text: 'CSV' },
          { href: '/actors.xlsx', text: 'XLSX' },
        ]}
      />
    </>
  )
}
