import { Notice, useWords } from '#web'
import { facetNames } from '../address.ts'
import { withoutFacets } from './narrowing.tsx'
import styles from './search.module.css'

const ways = ['words', 'phrase', 'without', 'either', 'place', 'number'] as const

/** How to ask, with examples to follow; where nothing was asked yet. */
export function HowToAsk() {
  const words = useWords()
  return (
    <section aria-labelledby="how">
      <h2 id="how">{words('search.how.title')}</h2>
      <dl className={styles.how}>
        {ways.map((way) => {
          const example = words(`search.example.${way}`)
          return (
            <div key={way}>
              <dt>
                <a href={`/search?${new URLSearchParams({ q: example })}`}>
                  <bdi>{example}</bdi>
                </a>
              </dt>
              <dd>{words(`search.how.${way}`)}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

/** What to do where nothing was found. */
export function NothingFound({ asked }: { readonly asked: URLSearchParams }) {
  const words = useWords()
  const text = asked.get('q') ?? ''
  const narrowed = facetNames.some((name) => asked.has(name))
  const loose = text.replaceAll(/["“”«»„]/g, ' ').trim()
  return (
    <Notice title={words('search.empty.title')}>
      <ul>
        {narrowed && (
          <li>
            <a href={withoutFacets(asked)}>{words('search.empty.wide')}</a>
          </li>
        )}
        {loose !== text && loose !== '' && (
          <li>
            <a href={`/search?${new URLSearchParams({ q: loose })}`}>{words('search.empty.loose')}</a>
          </li>
        )}
        <li>{words('search.empty.fewer')}</li>
        <li>{words('search.empty.language')}</li>
        <li>{words.rich('search.empty.agreed', { link: (chunks) => <a href="/agreed">{chunks}</a> })}</li>
      </ul>
    </Notice>
  )
}
