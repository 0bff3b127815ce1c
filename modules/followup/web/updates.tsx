import type { Evidence, Reply, Update } from '#modules/followup'
import { Day, directionOf, Instant, paragraphAddress, Tag, useWords } from '#web'
import { submissionPage } from './answer-page.ts'
import styles from './dossier.module.css'

type Names = Readonly<Record<string, string>>

/** Who did something, by name where the reader may know it. */
export function Who({ by, names }: { readonly by: string; readonly names: Names }) {
  const words = useWords()
  const person = by.replace(/^person:/, '')
  return <>{names[person] ?? words('dossier.somebody')}</>
}

/** What was reported, newest first. What was withdrawn or replaced stays to be read, folded. */
export function Updates({ reply, names }: { readonly reply: Reply; readonly names: Names }) {
  const words = useWords()
  const open = reply.updates.filter(({ cleared }) => cleared !== null)
  const standing = open.filter(({ state }) => state === 'published')
  const past = open.filter(({ state }) => state !== 'published')
  return (
    <>
      {standing.length === 0 && <p>{words('dossier.nothing-stands')}</p>}
      <ol className={styles.timeline}>
        {standing.map((update) => (
          <li key={update.id} id={`update-${update.id}`}>
            <UpdateText update={update} names={names} />
          </li>
        ))}
      </ol>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{words('dossier.past', { count: past.length })}</summary>
          <ol className={styles.timeline}>
            {past.map((update) => (
              <li key={update.id} id={`update-${update.id}`}>
                <UpdateText update={update} names={names} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

/** One update: the status in words, the day its facts are of, the words as written, and what they rest on. */
export function UpdateText({ update, names }: { readonly update: Update; readonly names: Names }) {
  const words = useWords()
  const { status, acceptance, asOf, narrative, language, reason, onBehalf, cleared, withdrawn, state } = update
  return (
    <div className={styles.update}>
      <p>
        <strong>{words(`status.${status}`)}</strong>
        {acceptance && <> · {words(`acceptance.${acceptance}`)}</>} ·{' '}
        {words.rich('dossier.as-of', { day: <Day date={asOf} /> })}
        {state !== 'published' && (
          <>
            {' '}
            <Tag tone={state === 'draft' ? 'warn' : 'quiet'}>{words(`dossier.state.${state}`)}</Tag>
          </>
        )}
      </p>
      {update.submission !== null && (
        <p>
          <a href={submissionPage(update.submission)}>{words('dossier.submission')}</a>
        </p>
      )}
      {narrative !== '' && (
        <div className={styles.narrative} lang={language} dir={directionOf(language)}>
          {narrative.split(/\n{2,}/).map((paragraph, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a text do not move
            <p key={i}>{paragraph}</p>
          ))}
        </div>
      )}
      {reason && (
        <p className={styles.line} dir="auto">
          {words('dossier.reason', { reason })}
        </p>
      )}
      <EvidenceList evidence={update.evidence} />
      <p className={styles.line}>
        {words.rich(onBehalf ? 'dossier.by-office' : cleared ? 'dossier.by-cleared' : 'dossier.by-draft', {
          who: <Who by={update.by} names={names} />,
          at: <Instant at={update.at} />,
          clearer: cleared ? <Who by={cleared.by} names={names} /> : null,
          cleared: cleared ? <Instant at={cleared.at} /> : null,
        })}
      </p>
      {withdrawn && (
        <p className={styles.line} dir="auto">
          {words.rich('dossier.withdrawn', { at: <Instant at={withdrawn.at} />, reason: withdrawn.reason ?? '' })}
        </p>
      )}
    </div>
  )
}

export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const words = useWords()
  if (evidence.length === 0) return null
  return (
    <ul className={styles.evidence} aria-label={words('dossier.evidence')}>
      {evidence.map((one) => (
        <li key={one.id}>
          <EvidenceLink evidence={one} />
          {one.withdrawn && (
            <>
              {' '}
              <Tag tone="quiet">{words('dossier.state.withdrawn')}</Tag>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function EvidenceLink({ evidence: { id, title, content } }: { readonly evidence: Evidence }) {
  const words = useWords()
  switch (content.kind) {
    case 'file':
      return (
        <>
          <a href={`/api/v1/evidence/${id}/file`} download={content.name} dir="auto">
            {title}
          </a>{' '}
          <span className={styles.line}>{words('dossier.file', { kilobytes: Math.ceil(content.size / 1024) })}</span>
        </>
      )
    case 'link':
      return (
        <>
          <a href={content.url} rel="noreferrer nofollow ugc" dir="auto">
            {title}
          </a>{' '}
          <span className={styles.line}>{words('dossier.link', { host: URL.parse(content.url)?.host ?? '' })}</span>
        </>
      )
    case 'paragraph': {
      const { document, unit, path } = content
      return (
        <a href={paragraphAddress({ document, unit, path: path ?? '' })} dir="auto">
          {title}
        </a>
      )
    }
  }
}
