import { FormattedNumber } from 'react-intl'
import { withFilters } from './addresses.ts'
import styles from './choice.module.css'
import { useWords } from './words.ts'

/** Values shown before the rest is folded away. */
const most = 8

export interface ChoiceProps {
  /** The page narrowed down. */
  readonly page: string
  readonly title: string
  /** The filter in the address. */
  readonly name: string
  readonly asked: URLSearchParams
  readonly values: readonly {
    readonly value: string
    readonly label: string
    readonly count: number | null
    /** Language of the label, where it is not that of the page. */
    readonly lang?: string
  }[]
  readonly open?: boolean
}

/** One facet: every value is a link, so that a choice can be kept, sent and gone back on. */
export function Choice({ page, title, name, asked, values, open = true }: ChoiceProps) {
  const words = useWords()
  if (values.length === 0) return null
  const current = asked.get(name)
  const link = ({ value, label, count, lang }: ChoiceProps['values'][number]) => (
    <li key={value}>
      {current === value ? (
        <a aria-current="true" href={withFilters(page, asked, { [name]: null })}>
          <span lang={lang}>{label}</span>
          <span className={styles.undo}>{words('shell.undo')}</span>
        </a>
      ) : (
        <a href={withFilters(page, asked, { [name]: value })}>
          <span lang={lang}>{label}</span>
          {count !== null && (
            <span className={styles.count}>
              <FormattedNumber value={count} />
            </span>
          )}
        </a>
      )}
    </li>
  )
  const first = values.filter((facet, i) => i < most || facet.value === current)
  const rest = values.filter((facet, i) => i >= most && facet.value !== current)
  return (
    <details className={styles.choice} open={current !== null || open}>
      <summary>{title}</summary>
      <ul className={styles.values}>{first.map(link)}</ul>
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{words('shell.more', { count: rest.length })}</summary>
          <ul className={styles.values}>{rest.map(link)}</ul>
        </details>
      )}
    </details>
  )
}
