import type { Facet } from '#modules/mandates'
import { useWords, withFilters } from '#web'
import styles from './facets.module.css'
import { type FacetName, facetNames } from './register-filter.ts'

interface Props {
  readonly facets: {
    readonly actors: readonly Facet[]
    readonly kinds: readonly Facet[]
    readonly forces: readonly Facet[]
    readonly documents: readonly Facet[]
    readonly sessions: readonly Facet[]
  }
  readonly asked: URLSearchParams
}

/** Values shown before the rest is folded away. */
const most = 8

/** Ways to narrow the register. Every choice is a link, so that it can be kept, sent and gone back on. */
export function Facets({ facets, asked }: Props) {
  const words = useWords()
  const values: Readonly<Record<FacetName, readonly Facet[]>> = {
    session: facets.sessions,
    actor: facets.actors,
    kind: facets.kinds,
    force: facets.forces,
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
          title={words('register.facet.reason')}
          name="reason"
          asked={asked}
          values={[{ value: asked.get('reason')!, label: words(`undated.${asked.get('reason')}`), count: null }]}
        />
      )}
      {facetNames.map((name) => (
        <Choice
          key={name}
          title={words(`register.facet.${name}`)}
          name={name}
          asked={asked}
          values={values[name].map((facet) => ({ ...facet, label: labelOf(name, facet) }))}
        />
      ))}
    </search>
  )

  function labelOf(name: FacetName, facet: Facet): string {
    if (name === 'kind') return words(`kind.${facet.value}`)
    if (name === 'force') return words(`force.${facet.value}`)
    return facet.label
  }
}

interface ChoiceProps {
  readonly title: string
  readonly name: string
  readonly asked: URLSearchParams
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number | null }[]
}

function Choice({ title, name, asked, values }: ChoiceProps) {
  const words = useWords()
  if (values.length === 0) return null
  const current = asked.get(name)
  const link = ({ value, label, count }: ChoiceProps['values'][number]) => (
    <li key={value}>
      {current === value ? (
        <a aria-current="true" href={withFilters('/register', asked, { [name]: null })}>
          <span>{label}</span>
          <span className={styles.undo}>{words('register.undo')}</span>
        </a>
      ) : (
        <a href={withFilters('/register', asked, { [name]: value })}>
          <span>{label}</span>
          {count !== null && <span className={styles.count}>{count}</span>}
        </a>
      )}
    </li>
  )
  const first = values.filter((facet, i) => i < most || facet.value === current)
  const rest = values.filter((facet, i) => i >= most && facet.value !== current)
  return (
    <details className={styles.choice} open={current !== null || name !== 'document'}>
      <summary>{title}</summary>
      <ul className={styles.values}>{first.map(link)}</ul>
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{words('register.more', { count: rest.length })}</summary>
          <ul className={styles.values}>{rest.map(link)}</ul>
        </details>
      )}
    </details>
  )
}
