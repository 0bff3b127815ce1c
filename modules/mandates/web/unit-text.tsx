import type { OutlineItem, OutlineUnit } from '@resolute/reader'
import { AnnotatedText, directionOf, footnoteId, lineAddress, mandateAddress, paragraphAnchor, useWords } from '#web'
import { Margin } from './margin.tsx'
import type { Reading } from './reading-of.ts'
import { UnitTable } from './unit-table.tsx'
import styles from './unit-text.module.css'

interface Props {
  readonly document: string
  /** Of the text, whatever language the page is in. */
  readonly language: string
  readonly unit: OutlineUnit
  readonly readings: readonly Reading[]
  /** Whether the unit needs a heading of its own, since the page shows several. */
  readonly heading: boolean
}

/** One resolution or decision as written, each paragraph with its reading in the margin, footnotes at the end. */
export function UnitText({ document, language, unit, readings, heading }: Props) {
  const words = useWords()
  const byPath = new Map(readings.map((reading) => [reading.path, reading]))
  const seen = new Set<string>()
  const scope = unit.id
  const anchor = unit.id.replaceAll(' ', '_')
  return (
    <section
      className={styles.unit}
      lang={language}
      dir={directionOf(language)}
      id={heading ? anchor : undefined}
      aria-label={heading ? undefined : words('document.text')}
    >
      {heading && <h2 className={styles.heading}>{unit.title ? `${unit.id}. ${unit.title}` : unit.id}</h2>}
      {unit.items.map((item, i) => (
        <Item
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a version do not move
          key={i}
          item={item}
          unit={unit}
          table={unit.tables[unit.items.slice(0, i).filter((before) => before.kind === 'table').length]}
          document={document}
          reading={item.path === null ? null : (byPath.get(item.path) ?? null)}
          scope={scope}
          seen={seen}
          titled={heading}
        />
      ))}
      {unit.footnotes.length > 0 && (
        <div className={styles.notes}>
          {heading ? <h3>{words('document.footnotes')}</h3> : <h2>{words('document.footnotes')}</h2>}
          <ol className={styles.noteList}>
            {unit.footnotes.map((footnote, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: marks may repeat as printed
              <li key={i} id={footnoteId(scope, footnote.mark)}>
                <a
                  href={`#${encodeURIComponent(footnoteId(scope, footnote.mark, 'reference'))}`}
                  aria-label={words('text.footnote-back', { mark: footnote.mark })}
                >
                  <sup>{footnote.mark}</sup>
                </a>{' '}
                {footnote.text}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

interface ItemProps {
  readonly item: OutlineItem
  readonly unit: OutlineUnit
  readonly table: OutlineUnit['tables'][number] | undefined
  readonly document: string
  readonly reading: Reading | null
  readonly scope: string
  readonly seen: Set<string>
  readonly titled: boolean
}

function Item({ item, unit, table, document, reading, scope, seen, titled }: ItemProps) {
  const words = useWords()
  const stretches = reading?.stretches ?? []
  const text = <AnnotatedText text={item.text} stretches={stretches} anchors={item.anchors} scope={scope} seen={seen} />
  switch (item.kind) {
    case 'footnote':
      return null
    case 'table':
      return table ? <UnitTable table={table} /> : null
    case 'frontmatter':
    case 'backmatter':
      return <p className={styles.matter}>{text}</p>
    case 'title':
      return titled ? null : <p className={styles.title}>{text}</p>
    case 'organ':
      return <p className={styles.organ}>{text}</p>
    case 'heading':
    case 'annex':
      return titled ? <h3 className={styles.inner}>{text}</h3> : <h2 className={styles.inner}>{text}</h2>
    case 'preambular':
      return <p className={styles.preambular}>{text}</p>
    case 'agenda':
      return (
        <p className={styles.agenda} data-level={item.level}>
          {item.number && <span className={styles.number}>{item.number}</span>}
          <span>{text}</span>
        </p>
      )
    case 'operative':
    case 'subparagraph': {
      const anchor = item.path === null ? undefined : paragraphAnchor(document, unit.id, item.path)
      return (
        <div className={styles.row} id={anchor}>
          <p className={styles.paragraph} data-level={item.level}>
            {item.number && anchor && (
              <a
                className={styles.number}
                href={`#${encodeURIComponent(anchor).replaceAll('%2F', '/')}`}
                aria-label={words('document.paragraph', { path: item.path })}
              >
                {item.number}
                {item.kind === 'operative' && '.'}
              </a>
            )}
            <span>{text}</span>
          </p>
          {reading && item.path !== null && (
            <Margin
              reading={reading}
              address={mandateAddress(reading.mandate)}
              line={lineAddress({ document, unit: unit.id, path: item.path })}
            />
          )}
        </div>
      )
    }
  }
}
