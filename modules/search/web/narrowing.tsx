import { Choice, useWords } from '#web'
import { type FacetName, facetNames } from '../address.ts'
import styles from './search.module.css'
import type { NamedFacet } from './search-loader.ts'

interface Props {
  readonly facets: Readonly<Record<FacetName, readonly NamedFacet[]>>
  readonly asked: URLSearchParams
}

/** Ways to narrow a search. Every choice is a link, so that it can be kept, sent and gone back on. */
export function Narrowing({ facets, asked }: Props) {
  const words = useWords()
  const narrowed = facetNames.some((name) => asked.has(name))
  return (
    <section id="narrow" className={styles.narrowing} aria-labelledby="narrow-title">
      <h2 id="narrow-title" className={styles.small}>
        {words('search.narrow')}
      </h2>
      {narrowed && (
        <p className={styles.reset}>
          <a href={withoutFacets(asked)}>{words('search.wide')}</a>
        </p>
      )}
      {facetNames.map((name) => (
        <Choice
          page="/search"
          key={name}
          title={words(`search.facet.${name}`)}
          name={name}
          open={name !== 'document' && name !== 'actor'}
          asked={asked}
          values={chosenToo(name).map((facet) => ({ ...facet, label: labelOf(name, facet) }))}
        />
      ))}
    </section>
  )

  /** What was chosen stays among the values even where nothing is left of it, so that it can be taken away. */
  function chosenToo(name: FacetName): readonly NamedFacet[] {
    const chosen = asked.get(name)
    const values = facets[name]
    if (chosen === null || values.some(({ value }) => value === chosen)) return values
    return [{ value: chosen, label: chosen, count: 0 }, ...values]
  }

  function labelOf(name: FacetName, { value, label }: NamedFacet): string {
    return name === 'kind' && words.has(`search.kind.${value}`) ? words(`search.kind.${value}`) : label
  }
}

/** The same words with nothing chosen. */
export function withoutFacets(asked: URLSearchParams): string {
  const wide = new URLSearchParams(asked)
  for (const name of facetNames) wide.delete(name)
  return `/search?${wide}`
}
