import type { ReactNode } from 'react'
import { Tag, useWords, withFilters } from '#web'
import type { ComparisonRow, RowPiece, RowRun } from '../compare-rows.ts'
import { hashOf, usePlaceInWords } from './compare-place.ts'
import { RowText, type TextProps } from './compare-row-text.tsx'
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
        if (run.folded === null) return rows
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

/** Rows that are folded. Their addresses lead here even where they are left out. */
function Folded({ run, whole, rows }: FoldedProps) {
  const words = useWords()
  const placeInWords = usePlaceInWords()
  const placeOf = (row: ComparisonRow | undefined) => (row?.new[0] ? placeInWords(row.new[0]) : '')
  const facts = {
    count: run.rows.length,
    first: placeOf(run.rows[0]),
    last: placeOf(run.rows.at(-1)),
  }
  const text = run.folded === 'around' ? words('compare.around', facts) : words('compare.folded', facts)
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

interface RowProps extends TextProps {
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
  const place = first ? placeInWords(first) : ''
  const list = (pieces: readonly RowPiece[]) =>
    new Intl.ListFormat(words.language, { type: 'conjunction' }).format(pieces.map(placeInWords))
  const facts = [
    row.split && words('compare.fact.split', { count: row.new.length, places: list(row.new) }),
    row.merged && words('compare.fact.merged', { count: row.old.length, places: list(row.old) }),
    row.moved && words('compare.fact.moved', { place: list(row.old) }),
    row.renumbered && !row.moved && !row.merged && words('compare.fact.renumbered', { place: list(row.old) }),
    row.punctuation && row.status === 'edited' && words('compare.fact.punctuation'),
  ].filter((fact) => fact !== false)
  const status = row.status === 'same' ? (row.moved ? 'moved' : 'other-kind') : row.status
  return (
    <div className={styles.head}>
      <h3>
        <a href={hashOf(row.anchors[0] ?? '')}>
          {row.status === 'dropped' ? words('compare.place-old', { place }) : place}
        </a>{' '}
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
