import type { Facet } from '#modules/mandates'
import { Choice, useWords } from '#web'
import styles from './facets.module.css'
import { type FacetName, facetNames } from './register-filter.ts'

interface Props {
  readonly facets: {
    readonly actors: readonly Facet[]
    readonly kinds: readonly Facet[]
    readonly forces: readonly Facet[]
    readonly money: readonly Facet[]
    readonly lives: readonly Facet[]
    readonly documents: readonly Facet[]
    readonly sessions: readonly Facet[]
  }
  readonly asked: URLSearchParams
}

/** Ways to narrow the register. Every choice is a link, so that it can be kept, sent and gone back on. */
export function Facets({ facets, asked }: Props) {
  const words = useWords()
  const values: Readonly<Record<FacetName, readonly Facet[]>> = {
    session: facets.sessions,
    actor: facets.actors,
    kind: facets.kinds,
    force: facets.forces,
    money: facets.money,
    life: facets.lives,
    document: facets.documents,
  }
  const chosen = [...asked.keys()].filter((key) => !['sort', 'after'].includes(key))
  return (
    <search id="facets" className={styles.facets} aria-label={words('register.narrow')}>
      <form method="get" action="/register" className={styles.search}>
        <label htmlFor="text">{words('register.search')}</label>
        <div>
          <input id="text" type="search" name="text" defaultValue={asked.get('text') ?? ''} />
          {[...asked].map(([key, value]) =>
            key === 'text' || key === 'after' ? null : <input key={key} type="hidden" name={key} value={value} />,
          )}
          <button type="submit">{words('register.find')}</button>
        </div>
      </form>
      {chosen.length > 0 && (
        <p className={styles.reset}>
          <a href="/register">{words('register.all')}</a>
        </p>
      )}
      <Choice
        page="/register"
        title={words('register.facet.dated')}
        name="dated"
        asked={asked}
        values={[
          { value: 'yes', label: words('register.dated.yes'), count: null },
          { value: 'no', label: words('register.dated.no'), count: null },
        ]}
      />
      {asked.has('reason') && (
        <Choice
          page="/register"
          title={words('register.facet.reason')}
          name="reason"
          asked={asked}
          values={[{ value: asked.get('reason')!, label: words(`undated.${asked.get('reason')}`), count: null }]}
        />
      )}
      {facetNames.map((name) => (
        <Choice
          page="/register"
          key={name}
          title={words(`register.facet.${name}`)}
          name={name}
          open={name !== 'document' && name !== 'money' && name !== 'life'}
          asked={asked}
          values={values[name].map((facet) => ({ ...facet, label: labelOf(name, facet) }))}
        />
      ))}
    </search>
  )

  function labelOf(name: FacetName, facet: Facet): string {
    if (name === 'kind') return words(`kind.${facet.value}`)
    if (name === 'force') return words(`force.${facet.value}`)
    if (name === 'money') return words(`money.${facet.value}`)
    if (name === 'life') return words(`life.${facet.value}`)
    return facet.label
  }
}
