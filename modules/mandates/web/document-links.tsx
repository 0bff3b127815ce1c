import { inAddress } from '#platform/addresses'
import { useWords } from '#web'
import styles from './document-links.module.css'

interface Props {
  readonly document: string
  /** The one that stands. */
  readonly version: number
  readonly citations: { readonly citesTexts: number; readonly citedBy: number }
}

/** Where one goes from a text: what it rests on, another version beside it, its series, its words said before. */
export function DocumentLinks({ document, version, citations }: Props) {
  const words = useWords()
  const id = encodeURIComponent(document)
  const links = [
    [`/citations/${inAddress(document)}`, words('document.links.citations', citations)],
    [`/compare?new=${id}`, words('document.links.compare')],
    ...(version > 1
      ? [
          [
            `/compare?old=${id}&old-version=${version - 1}&new=${id}`,
            words('document.links.before', { version: version - 1 }),
          ],
        ]
      : []),
    [`/series/${inAddress(document)}`, words('document.links.series')],
    [`/agreed?document=${id}`, words('document.links.agreed')],
  ]
  return (
    <nav aria-label={words('document.links.label')}>
      <ul className={styles.links}>
        {links.map(([address, text]) => (
          <li key={address}>
            <a href={address}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
