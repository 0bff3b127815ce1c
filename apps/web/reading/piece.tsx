import type { Clause, ObligationReading } from '@resolute/reader'
import { AnnotatedText, type Stretch, stretchOf, Tag, useWords } from '#web'
import styles from './reading.module.css'
import type { ShownPiece } from './view.ts'

function stretchesOf({ text, opening, obligations }: ShownPiece): readonly Stretch[] {
  const found = [stretchOf(text.slice(0, 400), opening, 'verb')]
  for (const { actor, conditions, timings } of obligations) {
    found.push(stretchOf(text, actor.asWritten, 'addressee'))
    for (const { asWritten } of conditions) found.push(stretchOf(text, asWritten, 'condition'))
    for (const timing of timings) if ('asWritten' in timing) found.push(stretchOf(text, timing.asWritten, 'time'))
  }
  return found.filter((one) => one !== null)
}

function Ask({ ask }: { readonly ask: ObligationReading }) {
  const words = useWords()
  return (
    <li>
      <strong>{ask.actor.name}</strong> <Tag tone="quiet">{words(`asked.${ask.force}`)}</Tag>{' '}
      {ask.kind !== 'other' && <Tag>{words(`kind.${ask.kind}`)}</Tag>} {ask.action}
      {ask.toWhom.length > 0 && <> · {words('reading.to', { names: words.list(ask.toWhom) })}</>}
    </li>
  )
}

/** What the organ does in a clause that asks nobody: recalls, decides, takes note. */
function Act({ clause: { verb, force, addressees } }: { readonly clause: Clause }) {
  const words = useWords()
  const names = addressees.map(({ name }) => name)
  return (
    <li>
      <strong>{verb}</strong> <Tag tone="quiet">{words(`force.${force}`)}</Tag>
      {names.length > 0 && <> · {words('reading.to', { names: words.list(names) })}</>}
    </li>
  )
}

/** One paragraph: where it stands, its words, who is asked what, and what it cites. */
export function Piece({ piece }: { readonly piece: ShownPiece }) {
  const words = useWords()
  const { kind, path, number, line, citations, obligations, clauses, table } = piece
  return (
    <li className={styles.piece}>
      <p className={styles.where}>
        <span className={styles.kind}>{words(`read.kind.${kind}`)}</span>
        {(path ?? number) && <span className={styles.path}>{path ?? number}</span>}
        <span>{words('read.line', { line })}</span>
      </p>
      <div>
        {table ? (
          <div className={styles.wide}>
            <table>
              <caption>{table.title ?? piece.text}</caption>
              <tbody>
                {table.rows.map((row, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a reading do not move
                  <tr key={i}>
                    {row.map((cell, j) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: nor do its cells
                      <td key={j}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <p className={kind === 'title' ? styles.title : undefined}>
            <AnnotatedText text={piece.text} stretches={stretchesOf(piece)} anchors={piece.anchors} />
          </p>
        )}
        {obligations.length > 0 && (
          <ul className={styles.asks} aria-label={words('read.asks')}>
            {obligations.map((ask) => (
              <Ask key={ask.id} ask={ask} />
            ))}
          </ul>
        )}
        {obligations.length === 0 && clauses.length > 0 && (
          <ul className={styles.asks} aria-label={words('read.clauses')}>
            {clauses.map((clause) => (
              <Act key={clause.verbStart} clause={clause} />
            ))}
          </ul>
        )}
        {citations.length > 0 && (
          <details className={styles.citations}>
            <summary>{words('read.cites', { count: citations.length })}</summary>
            <ul>
              {citations.map((one, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be cited twice
                <li key={i}>
                  {one.asWritten} → {one.names ?? words('read.unsettled')}
                  {one.locator && <>, {one.locator}</>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}
