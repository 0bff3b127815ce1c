import { inAddress } from '#platform/addresses'
import { useWords } from '#web'
import styles from './document-links.module.css'

interface Props {
  readonly document: string
  /** The one shown, and the one before it in the same language. */
  readonly version: number
  readonly before: number | undefined
  readonly citations: { readonly citesTexts: number; readonly citedBy: number }
}

/** Where one goes from a text: what it rests on, another version beside it, its series, its words said before. */
export function DocumentLinks({ document, version, before, citations }: Props) {
  const words = useWords()
  const id = encodeURIComponent(document)
  const links = [
    [`/citations/${inAddress(document)}`, words('document.links.citations', citations)],
    [`/compare?new=${id}`, words('document.links.compare')],
    ...(before === undefined
      ? []
      : [
          [
            `/compare?old=${id}&old-version=${before}&new=${id}&new-version=${version}`,
            words('document.links.before', { version: before }),
          ],
        ]),
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
