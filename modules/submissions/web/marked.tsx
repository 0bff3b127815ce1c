import styles from './replies.module.css'
import type { ShownPassage } from './replies-loader.ts'

interface Props {
  readonly text: string
  readonly passages: readonly ShownPassage[]
  /** Submission and part, for the script that reads what is selected; null where nothing may be marked. */
  readonly of: string | null
}

/** A text with its marked passages; numbers of findings are drawn beside, so that the characters stay those of the text. */
export function Marked({ text, passages, of }: Props) {
  return (
    <span data-text={of ?? undefined}>
      {stretchesOf(text, passages).map(({ start, words, findings }) =>
        findings.length === 0 ? (
          words
        ) : (
          <mark key={start} className={styles.mark} data-findings={findings.join(', ')}>
            {words}
          </mark>
        ),
      )}
    </span>
  )
}

/** Stretches of a text between the ends of its passages, each with the findings whose passages cover it. */
export function stretchesOf(text: string, passages: readonly Pick<ShownPassage, 'start' | 'end' | 'finding'>[]) {
  const cuts = new Set([0, text.length, ...passages.flatMap(({ start, end }) => [start, end])])
  const ends = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  return ends.slice(0, -1).map((start, at) => {
    const end = ends[at + 1]!
    const over = passages.filter((one) => one.start <= start && one.end >= end)
    return { start, words: text.slice(start, end), findings: [...new Set(over.map(({ finding }) => finding))] }
  })
}
