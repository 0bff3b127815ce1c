import { piecesOf, type Stretch } from './annotate.ts'
import styles from './annotated-text.module.css'
import { useWords } from './words.ts'

interface Props {
  readonly text: string
  readonly stretches?: readonly Stretch[]
  readonly anchors?: readonly { readonly mark: string; readonly at: number }[]
  /** Makes footnote ids unique on the page: `fn-<scope>-<mark>`. Without it marks are printed and not linked. */
  readonly scope?: string
  /** Counts references to the same footnote, so that the way back finds the first. */
  readonly seen?: Set<string>
}

/** A text as written, with what was read in it set off, and its footnote marks linked. */
export function AnnotatedText({ text, stretches = [], anchors = [], scope, seen }: Props) {
  const words = useWords()
  return piecesOf(text, stretches, anchors).map((piece, i) => {
    const key = `${i}-${piece.kind}`
    if (piece.kind === 'text') return piece.text
    if (piece.kind !== 'footnote') {
      return (
        <mark key={key} className={styles[piece.kind]}>
          {piece.text}
        </mark>
      )
    }
    if (scope === undefined) return <sup key={key}>{piece.mark}</sup>
    const first = !seen?.has(piece.mark)
    seen?.add(piece.mark)
    return (
      <sup key={key} className={styles.footnote}>
        <a
          id={first ? footnoteId(scope, piece.mark, 'reference') : undefined}
          href={`#${encodeURIComponent(footnoteId(scope, piece.mark))}`}
          aria-label={words('text.footnote', { mark: piece.mark })}
        >
          {piece.mark}
        </a>
      </sup>
    )
  })
}

export function footnoteId(scope: string, mark: string, end: 'note' | 'reference' = 'note'): string {
  return `${end === 'note' ? 'fn' : 'fnref'}-${scope.replaceAll(/\s/g, '_')}-${mark}`
}

/** What the marks in a text mean, once per page. */
export function Legend() {
  const words = useWords()
  return (
    <p className={styles.legend}>
      <span>{words('text.legend')}</span>
      {(['verb', 'addressee', 'condition', 'time'] as const).map((kind) => (
        <mark key={kind} className={styles[kind]}>
          {words(`text.${kind}`)}
        </mark>
      ))}
    </p>
  )
}
