import type { Snippet } from '#modules/search'
import styles from './hits.module.css'

/** Part of a text with what was found in it set off: by weight, line and ground, never by colour alone. */
export function Found({ snippet: { text, marks, cutBefore, cutAfter } }: { readonly snippet: Snippet }) {
  const pieces = marks.map((mark, i) => ({
    before: text.slice(marks[i - 1]?.end ?? 0, mark.start),
    found: text.slice(mark.start, mark.end),
    at: mark.start,
  }))
  return (
    <>
      {cutBefore && '… '}
      {pieces.map(({ before, found, at }) => (
        <span key={at}>
          {before}
          <mark className={styles.found}>{found}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
      {cutAfter && ' …'}
    </>
  )
}
