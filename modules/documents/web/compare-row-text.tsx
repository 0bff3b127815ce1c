import { Difference, directionOf, useWords } from '#web'
import type { ComparisonRow, RowPiece } from '../compare-rows.ts'
import styles from './compare-rows.module.css'

export interface TextProps {
  readonly row: ComparisonRow
  readonly languages: { readonly old: string; readonly new: string }
  readonly oneColumn: boolean
}

/**
 * The words of a pair: for two columns each text by itself, for one both written into each other. What has the same words
 * on both sides is read aloud once.
 */
export function RowText({ row, languages, oneColumn }: TextProps) {
  const words = useWords()
  const onlyHere = row.old.length === 0 || row.new.length === 0
  const differs = !onlyHere && row.words.some(({ kind }) => kind !== 'kept')
  // a row with a head says it there
  const was = row.renumbered && !row.changed ? (row.old[0]?.number ?? null) : null
  const side = (name: 'old' | 'new', wide: boolean) => (
    <div
      className={wide ? `${styles[name]} ${styles.wide}` : styles[name]}
      lang={languages[name]}
      dir={directionOf(languages[name])}
      aria-hidden={wide && !differs ? true : undefined}
      {...(differs && { role: 'group', 'aria-label': words(`compare.side.${name}-label`) })}
    >
      {row[name].map((piece, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a row do not move
        <Paragraph key={i} piece={piece} silent={onlyHere} was={wide ? null : was} />
      ))}
    </div>
  )
  if (onlyHere) return side(row.old.length === 0 ? 'new' : 'old', false)
  if (!differs) {
    return (
      <>
        {!oneColumn && side('old', true)}
        {side('new', false)}
      </>
    )
  }
  const [first] = row.new
  return (
    <>
      {!oneColumn && side('old', true)}
      {!oneColumn && side('new', true)}
      <div className={styles.both} lang={languages.new} dir={directionOf(languages.new)}>
        {first && <Paragraph piece={{ ...first, changes: row.words }} silent={false} was={was} />}
      </div>
    </>
  )
}

interface ParagraphProps {
  readonly piece: RowPiece
  readonly silent: boolean
  /** Its number in the old text, where that is another one and stands nowhere else. */
  readonly was: string | null
}

function Paragraph({ piece, silent, was }: ParagraphProps) {
  const words = useWords()
  const heads = ['title', 'heading', 'annex', 'organ'].includes(piece.kind)
  return (
    <p
      className={styles.paragraph}
      data-level={piece.level}
      data-head={heads || undefined}
      data-whole={silent || undefined}
    >
      <span className={styles.number}>
        {piece.number}
        {piece.number !== null && piece.kind === 'operative' && '.'}
      </span>
      <span>
        <Difference changes={piece.changes} silent={silent} />
        {was !== null && (
          <small className={styles.was} lang={words.language} dir={directionOf(words.language)}>
            {' '}
            {words('compare.was', { number: was })}
          </small>
        )}
      </span>
    </p>
  )
}
