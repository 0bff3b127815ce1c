import { directionOf } from '#platform/i18n'
import styles from './difference.module.css'
import { type Change, type Side, spokenChanges } from './spoken-changes.ts'
import { useWords } from './words.ts'

interface Props {
  readonly changes: readonly Change[]
  /** Of the text, where it is another language than that around it. */
  readonly lang?: string
  /** What only the old text, or only the new one holds, where the two stand side by side. */
  readonly side?: Side
  /** Nothing is said aloud: what stands before it says already what became of the words. */
  readonly silent?: boolean
}

/**
 * Words deleted and inserted, marked for the eye by strike and underline (the colour only helps) and said aloud in a word
 * before and one after. Copied text holds none of what is said.
 */
export function Difference({ changes, lang, side = 'both', silent = false }: Props) {
  const words = useWords()
  const page = words.language
  const said = (id: string) => (
    <span className={styles.spoken} lang={page} dir={directionOf(page)}>
      {` ${words(`difference.spoken.${id}`)} `}
    </span>
  )
  const pieces = spokenChanges(changes, side).map(({ kind, text, before, ends }, i) => {
    if (kind === 'kept') return text
    const Mark = kind === 'deleted' ? 'del' : 'ins'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text do not move
      <Mark key={i} className={styles[kind]}>
        {before && !silent && said(before)}
        {text}
        {ends && !silent && said('end')}
      </Mark>
    )
  })
  if (lang === undefined) return pieces
  return (
    <span lang={lang} dir={directionOf(lang)}>
      {pieces}
    </span>
  )
}

/** How words deleted and inserted are marked, once per page. */
export function DifferenceLegend() {
  const words = useWords()
  return (
    <p className={styles.legend}>
      <span>{words('difference.legend')}</span>
      <del className={styles.deleted}>{words('difference.deleted')}</del>
      <ins className={styles.inserted}>{words('difference.inserted')}</ins>
    </p>
  )
}
