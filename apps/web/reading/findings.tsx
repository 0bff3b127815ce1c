import { useEffect, useState } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import type { Messages } from '#platform/i18n'
import { Section, Tag, useWords } from '#web'
import { findingWords } from './finding-words.ts'
import styles from './reading.module.css'
import type { ShownFinding } from './view.ts'

/** More than this say one thing again and again. */
const most = 300

function Finding({ finding, language }: { readonly finding: ShownFinding; readonly language: string }) {
  const words = useWords()
  const { code, severity, place, facts, source, quoted } = finding
  const said = (part: 'says' | 'reason' | 'remedy') => words(`lint.${code}`.concat('.', part), facts)
  const written = 'lint.source.'.concat(source)
  return (
    <li className={styles.finding}>
      <p className={styles.where}>
        <Tag tone={severity === 'warning' ? 'warn' : 'quiet'}>{words(`read.severity.${severity}`)}</Tag>
        <span>{words('read.found-at', { unit: place.unit, path: place.path ?? 'none', line: place.line })}</span>
        <code>{code}</code>
      </p>
      <div>
        <p className={styles.says}>{said('says')}</p>
        {/[\p{L}\p{N}]/u.test(quoted) && (
          <blockquote lang={language} dir="auto">
            {quoted}
          </blockquote>
        )}
        <p>{said('remedy')}</p>
        <details className={styles.citations}>
          <summary>{words('read.why')}</summary>
          <p>{said('reason')}</p>
          <p>{words('read.written-in', { source: words(written) })}</p>
        </details>
      </div>
    </li>
  )
}

interface FindingsProps {
  /** Null where no resolution or decision is in the text. */
  readonly findings: readonly ShownFinding[] | null
  /** Of the text. */
  readonly language: string
}

/** What the draft check found, with the reason and the remedy of each. */
export function Findings({ findings, language }: FindingsProps) {
  const words = useWords()
  const intl = useIntl()
  const [added, setAdded] = useState<Messages>()
  const spoken = intl.locale.slice(0, 2)
  useEffect(() => {
    let wanted = true
    findingWords(spoken).then((found) => {
      if (wanted) setAdded(found)
    })
    return () => {
      wanted = false
    }
  }, [spoken])
  return (
    <Section id="check" title={words('read.check', { count: findings?.length ?? 0 })}>
      <p className={styles.how}>{words(findings === null ? 'read.check-nothing' : 'read.check-lede')}</p>
      {added && findings && findings.length > 0 && (
        <IntlProvider locale={intl.locale} messages={{ ...(intl.messages as Messages), ...added }}>
          <ol className={styles.pieces}>
            {findings.slice(0, most).map((finding, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the findings of a reading do not move
              <Finding key={i} finding={finding} language={language} />
            ))}
          </ol>
        </IntlProvider>
      )}
      {findings && findings.length > most && <p>{words('read.check-more', { left: findings.length - most })}</p>}
    </Section>
  )
}
