import type { DirectHit, Hit } from '#modules/search'
import { inAddress } from '#platform/addresses'
import {
  actorAddress,
  Citation,
  Day,
  directionOf,
  documentAddress,
  languageName,
  paragraphAddress,
  useWords,
} from '#web'
import styles from './hits.module.css'
import { Found } from './snippet.tsx'

export interface NamedHit extends Hit {
  readonly bodyName: string | null
}

interface Place {
  readonly document: string
  readonly unit: string
  readonly path: string | null
}

const addressOf = ({ document, unit, path }: Place): string =>
  path === null ? documentAddress(document, unit) : paragraphAddress({ document, unit, path })

const plainSymbol = (symbol: string): string => symbol.replaceAll(' ', '')

function PlaceName({ place }: { readonly place: Place }) {
  const { document, path } = place
  // sheets of the Security Council print a blank in their symbol which others leave out
  const unit = plainSymbol(place.unit) === plainSymbol(document) ? document : place.unit
  if (path !== null) return <Citation place={{ document, unit, path }} />
  return unit === document ? document : `${unit}, ${document}`
}

/** The line of a paragraph, by its number or else its place among the pieces; of a title, the series of its text. */
function lineageOf({ document, unit, path, n, kind }: Hit): string {
  const place = new URLSearchParams({ unit })
  if (path !== null) place.set('path', path)
  else if (kind !== 'title') place.set('n', String(n))
  return `/lineage/${inAddress(document)}?${place}`
}

/** What was found, each paragraph with its place; plain links, which the keys j and k go along. */
export function Hits({ hits }: { readonly hits: readonly NamedHit[] }) {
  return (
    <ol className={styles.hits}>
      {hits.map((hit) => (
        <li key={`${hit.document} ${hit.n}`}>
          <OneHit hit={hit} />
        </li>
      ))}
    </ol>
  )
}

function OneHit({ hit }: { readonly hit: NamedHit }) {
  const words = useWords()
  const { document, language, adopted, body, bodyName } = hit
  const own = { lang: language, dir: directionOf(language) }
  return (
    <article className={styles.hit}>
      <h3>
        <a href={addressOf(hit)} data-hit="">
          <PlaceName place={hit} />
        </a>
      </h3>
      {hit.kind !== 'title' && (
        <p {...own} className={styles.title}>
          {hit.unitTitle ?? hit.documentTitle}
        </p>
      )}
      <p {...own} className={styles.text}>
        <Found snippet={hit.snippet} />
      </p>
      <ul className={styles.about}>
        <li>{words(`search.kind.${hit.kind}`)}</li>
        {body && bodyName && (
          <li>
            <a href={actorAddress(body)}>{bodyName}</a>
          </li>
        )}
        {adopted && (
          <li>
            <Day date={adopted} />
          </li>
        )}
        <li lang={language}>
          <bdi>{languageName(language)}</bdi>
        </li>
        <li className={styles.ways}>
          <a href={lineageOf(hit)}>{words('search.lineage')}</a>
        </li>
        <li className={styles.ways}>
          <a href={`/compare?new=${encodeURIComponent(document)}`}>{words('search.compare')}</a>
        </li>
      </ul>
    </article>
  )
}

/** The place that was typed, above everything found by its words. */
export function Direct({ direct }: { readonly direct: readonly DirectHit[] }) {
  const words = useWords()
  return (
    <ul className={styles.direct} aria-label={words('search.direct.label')}>
      {direct.map((one) => {
        const own = { lang: one.language, dir: directionOf(one.language) }
        return (
          <li key={`${one.document} ${one.unit} ${one.path}`}>
            <p className={styles.go}>
              {words.rich('search.direct.go', {
                place: (
                  <a key="place" href={addressOf(one)} data-hit="">
                    <PlaceName place={one} />
                  </a>
                ),
              })}
            </p>
            <p {...own} className={styles.title}>
              {one.unitTitle ?? one.documentTitle}
            </p>
            {one.missingPath !== null && <p>{words('search.direct.missing', { path: one.missingPath })}</p>}
            {one.text !== null && (
              <p {...own} className={styles.text}>
                {one.text}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
