import type { ReactNode } from 'react'
import { withFilters } from './addresses.ts'
import styles from './parts.module.css'
import { useWords } from './words.ts'

interface HeadProps {
  /** What kind of thing the page shows, above its name. */
  readonly kicker?: ReactNode
  readonly title: string
  readonly children?: ReactNode
}

/** The top of a page: its one `h1`, and in a sentence or two what it shows. */
export function PageHead({ kicker, title, children }: HeadProps) {
  const words = useWords()
  return (
    <header className={styles.head}>
      <title>{words('shell.title', { page: title })}</title>
      {kicker && <p className={styles.kicker}>{kicker}</p>}
      <h1>{title}</h1>
      {children && <div className={styles.lede}>{children}</div>}
    </header>
  )
}

interface SectionProps {
  readonly id: string
  readonly title: ReactNode
  /** Beside the title: a count, a link. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {aside && <p className={styles.aside}>{aside}</p>}
      </div>
      {children}
    </section>
  )
}

/** Files of what the page shows, in a row. Left out on paper. */
export function Downloads({ label, links }: { label: ReactNode; links: readonly { href: string; text: string }[] }) {
  return (
    <p className={styles.downloads}>
      <span>{label}</span>
      {links.map((link) => (
        <a key={link.href} href={link.href} download>
          {link.text}
        </a>
      ))}
    </p>
  )
}

/** A short word about a thing: its force, a mark of certainty. */
export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'quiet' | 'warn'; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>
}

/** Something the reader should know before reading on, or an empty place with what to do about it. */
export function Notice({ children, title }: { children: ReactNode; title?: ReactNode }) {
  return (
    <div className={styles.notice}>
      {title && <p className={styles.noticeTitle}>{title}</p>}
      {children}
    </div>
  )
}

/** Pairs of a word and what it stands for. */
export function Facts({ rows }: { rows: readonly (readonly [term: ReactNode, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(([term, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a rendered page do not move
        <div key={i}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How full something with a limit is. */
export function LengthMeter({ count, limit, label }: { count: number; limit: number; label: string }) {
  const words = useWords()
  const share = Math.round((100 * count) / limit)
  return (
    <div className={styles.meter}>
      <meter min={0} max={limit} high={limit * 0.9} value={Math.min(count, limit)} aria-label={label} />
      <span>{words('shell.meter', { count, limit, share })}</span>
    </div>
  )
}

interface PageLinksProps {
  /** Address of the list, without filters. */
  readonly at: string
  /** The filters of the address. */
  readonly asked: URLSearchParams
  /** Where the next page starts; null on the last one. */
  readonly next: string | null
}

/** Below a list in pages: back to its first page, on to the next. */
export function PageLinks({ at, asked, next }: PageLinksProps) {
  const words = useWords()
  const first = asked.has('after') ? withFilters(at, asked, {}) : null
  if (first === null && next === null) return null
  return (
    <p className={styles.pages}>
      {first !== null && <a href={first}>{words('shell.pages.first')}</a>}
      {next !== null && (
        <a rel="next" href={withFilters(at, asked, { after: next })}>
          {words('shell.pages.next')}
        </a>
      )}
    </p>
  )
}
