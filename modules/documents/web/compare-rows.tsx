import type { ReactNode } from 'react'
import { Difference, directionOf, Tag, useWords, withFilters } from '#web'
import type { ComparisonRow, RowPiece, RowRun } from '../compare-rows.ts'
import { hashOf, usePlaceInWords } from './compare-place.ts'
import styles from './compare-rows.module.css'
import type { ShownComparison } from './compare-shown.ts'

interface Props {
  readonly shown: ShownComparison
  readonly query: string
  readonly oneColumn: boolean
  readonly titles: { readonly old: string; readonly new: string }
}

/** The two texts, pair by pair: side by side where there is room for it, else written into each other. */
export function Rows({ shown, query, oneColumn, titles }: Props) {
  const words = useWords()
  const changed = shown.runs.flatMap(({ rows }) => rows).filter((row) => row.changed)
  const before = new Map(changed.map((row, i) => [row, changed[i - 1]]))
  const after = new Map(changed.map((row, i) => [row, changed[i + 1]]))
  const languages = { old: shown.old.language, new: shown.new.language }
  if (shown.runs.length === 0) return <p>{words('compare.none-such')}</p>
  return (
    <div className={oneColumn ? styles.column : styles.sides}>
      {!oneColumn && (
        <div className={styles.heads} aria-hidden="true">
          <p>{words('compare.side.old', { text: titles.old })}</p>
          <p>{words('compare.side.new', { text: titles.new })}</p>
        </div>
      )}
      {shown.runs.map((run) => {
        const rows = run.rows.map((row) => (
          <Row
            key={row.anchors[0]}
            row={row}
            languages={languages}
            oneColumn={oneColumn}
            before={before.get(row)}
            after={after.get(row)}
          />
        ))
        if (!run.folded) return rows
        const key = run.rows[0]?.anchors[0]
        return <Folded key={key} run={run} whole={shown.abridged ? wholeAddress(query, run) : null} rows={rows} />
      })}
      {shown.beyond > 0 && <p className={styles.folded}>{words('compare.beyond', { count: shown.beyond })}</p>}
    </div>
  )
}

const wholeAddress = (query: string, { rows }: RowRun): string =>
  `${withFilters('/compare', new URLSearchParams(query), { whole: 'yes' })}${hashOf(rows[0]?.anchors[0] ?? '')}`

interface FoldedProps {
  readonly run: RowRun
  /** Where the rows stand that this page leaves out; null where it holds them. */
  readonly whole: string | null
  readonly rows: ReactNode
}

/** Unchanged paragraphs beside each other. Their addresses lead here even where they are left out. */
function Folded({ run, whole, rows }: FoldedProps) {
  const words = useWords()
  const placeInWords = usePlaceInWords()
  const placeOf = (row: ComparisonRow | undefined) => (row?.new[0] ? placeInWords(row.new[0]) : '')
  const text = words('compare.folded', {
    count: run.rows.length,
    first: placeOf(run.rows[0]),
    last: placeOf(run.rows.at(-1)),
  })
  if (whole === null) {
    return (
      <details className={styles.folded}>
        <summary>{text}</summary>
        {rows}
      </details>
    )
  }
  return (
    <p className={styles.folded}>
      {run.rows.flatMap(({ anchors }) => anchors.map((anchor) => <span key={anchor} id={anchor} />))}
      {text} <a href={whole}>{words('compare.whole')}</a>
    </p>
  )
}

interface RowProps {
  readonly row: ComparisonRow
  readonly languages: { readonly old: string; readonly new: string }
  readonly oneColumn: boolean
  readonly before: ComparisonRow | undefined
  readonly after: ComparisonRow | undefined
}

function Row({ row, languages, oneColumn, before, after }: RowProps) {
  const [own, ...others] = row.anchors
  return (
    <div
      className={row.changed ? `${styles.row} ${styles.changed}` : styles.row}
      id={own}
      data-change={row.changed || undefined}
    >
      {others.map((anchor) => (
        <span key={anchor} id={anchor} />
      ))}
      {row.changed && <RowHead row={row} before={before} after={after} />}
      <RowText row={row} languages={languages} oneColumn={oneColumn} />
    </div>
  )
}

/** Which paragraph it is, and in words what became of it. */
function RowHead({ row, before, after }: Omit<RowProps, 'languages' | 'oneColumn'>) {
  const words = useWords()
  const placeInWords = usePlaceInWords()
  const [first] = row.new.length > 0 ? row.new : row.old
  const list = (pieces: readonly RowPiece[]) =>
    new Intl.ListFormat(words.language, { type: 'conjunction' }).format(pieces.map(placeInWords))
  const facts = [
    row.split && words('compare.fact.split', { count: row.new.length, places: list(row.new) }),
    row.merged && words('compare.fact.merged', { count: row.old.length, places: list(row.old) }),
    row.moved && words('compare.fact.moved', { place: list(row.old) }),
    row.renumbered && !row.moved && !row.merged && words('compare.fact.renumbered', { place: list(row.old) }),
    row.moved && row.status === 'edited' && words('compare.fact.also-edited'),
    row.punctuation && row.status === 'edited' && words('compare.fact.punctuation'),
  ].filter((fact) => fact !== false)
  const status = row.status === 'same' ? (row.moved ? 'moved' : 'other-kind') : row.status
  return (
    <div className={styles.head}>
      <h3>
        <a href={hashOf(row.anchors[0] ?? '')}>{first && placeInWords(first)}</a>{' '}
        <Tag tone={status === 'dropped' ? 'warn' : 'plain'}>{words(`compare.status.${status}`)}</Tag>
      </h3>
      {facts.length > 0 && <p>{facts.join(' ')}</p>}
      <p className={styles.steps}>
        {before && (
          <a
            href={hashOf(before.anchors[0] ?? '')}
            aria-label={words('compare.previous')}
            title={words('compare.previous')}
          >
            ↑
          </a>
        )}
        {after && (
          <a href={hashOf(after.anchors[0] ?? '')} aria-label={words('compare.next')} title={words('compare.next')}>
            ↓
          </a>
        )}
      </p>
    </div>
  )
}

/**
 * The words of a pair: for two columns each text by itself, for one both written into each other. What has the same words
 * on both sides is read aloud once.
 */
function RowText({ row, languages, oneColumn }: Pick<RowProps, 'row' | 'languages' | 'oneColumn'>) {
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
