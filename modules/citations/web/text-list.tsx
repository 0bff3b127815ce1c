import type { ListedPlace, TextList } from '#modules/citations'
import { documentAddress, paragraphAddress, Tag, useWords } from '#web'
import { NameOf } from './name-of.tsx'
import type { Named } from './named.ts'
import styles from './text-list.module.css'

export interface NamedRow {
  readonly target: Named
  readonly times: number
  readonly places: readonly ListedPlace[]
}

export interface NamedList extends Omit<TextList, 'rows'> {
  readonly rows: readonly NamedRow[]
}

interface Props {
  readonly list: NamedList
  readonly grouped: boolean
  /** Address of the rows before and after these, where there are any. */
  readonly previous: string | null
  readonly next: string | null
}

/** Texts that are cited, or that cite: each once, with the places where; by body where they are grouped. */
export function TextRows({ list: { rows }, grouped, previous, next }: Props) {
  const words = useWords()
  const groups = grouped ? [...Map.groupBy(rows, ({ target }) => target.bodyId)] : [[null, rows] as const]
  return (
    <>
      {groups.map(([body, same]) => (
        <div key={body ?? ''}>
          {grouped && <h3 className={styles.body}>{same[0]?.target.bodyName ?? words('citations-page.no-body')}</h3>}
          <ul className={styles.list}>
            {same.map((row) => (
              <Row key={`${row.target.key} ${row.target.label} ${row.target.found?.unit}`} row={row} />
            ))}
          </ul>
        </div>
      ))}
      {(previous ?? next) !== null && (
        <p className={styles.pages}>
          {previous && <a href={previous}>{words('citations-page.pages.previous')}</a>}
          {next && (
            <a rel="next" href={next}>
              {words('citations-page.pages.next')}
            </a>
          )}
        </p>
      )}
    </>
  )
}

function Row({ row: { target, times, places } }: { readonly row: NamedRow }) {
  const words = useWords()
  return (
    <li className={styles.row}>
      <span className={styles.year}>{target.year ?? ''}</span>
      <div className={styles.name}>
        <NameOf named={target} />{' '}
        {target.kind === 'unsettled' ? (
          <Tag tone="quiet">{words('citations-page.unsettled')}</Tag>
        ) : (
          target.found === null && <Tag tone="quiet">{words('citations-page.not-in-register')}</Tag>
        )}
        <p className={styles.where}>
          {places.map((one) => (
            <Where key={`${one.place.n} ${one.place.start}`} listed={one} />
          ))}
          {times > places.length && <span>{words('citations-page.place.more', { count: times - places.length })}</span>}
        </p>
      </div>
    </li>
  )
}

/** The paragraph where a citation stands, as a link to it. */
function Where({ listed: { place, asWritten, locator } }: { readonly listed: ListedPlace }) {
  const words = useWords()
  const { document, unit, path, recital, footnote } = place
  const spot =
    path !== null
      ? words('citations-page.place.paragraph', { path })
      : recital !== null
        ? words('citations-page.place.recital', { number: recital })
        : words('citations-page.place.elsewhere')
  const noted = footnote === null ? spot : words('citations-page.place.footnote', { place: spot, mark: footnote })
  const isInside = unit.includes(' ')
  const address = path === null ? documentAddress(document, unit) : paragraphAddress({ document, unit, path })
  return (
    <span>
      <a href={address} title={asWritten}>
        {isInside ? words('citations-page.place.unit', { unit, place: noted }) : noted}
      </a>
      {locator !== null && <> ({<bdi>{locator}</bdi>})</>}{' '}
    </span>
  )
}
