import styles from './parts.module.css'
import { useWords } from './words.ts'

interface Place {
  readonly document: string
  readonly unit: string
  readonly path: string
}

/** Which paragraph, as short as it can be said: the text it stands in, its number, and where the text stands. */
export function Citation({ place }: { readonly place: Place }) {
  const words = useWords()
  const said = words('shell.paragraph', { unit: place.unit, path: place.path })
  if (place.unit === place.document) return <span className={styles.citation}>{said}</span>
  return (
    <span className={styles.citation}>
      {said} <span className={styles.document}>{place.document}</span>
    </span>
  )
}
