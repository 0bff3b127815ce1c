import { useEffect, useState } from 'react'
import { Notice, PageHead, useWords, type Words } from '#web'
import { Giving } from '../reading/giving.tsx'
import styles from '../reading/reading.module.css'
import { Reading } from '../reading/reading.tsx'
import { type Progress, useReading } from '../reading/use-reading.ts'

/** The page reads in the browser, so it cannot do without scripts. */
export const handle = { interactive: true }

function statusOf(progress: Progress, words: Words): string {
  switch (progress.state) {
    case 'nothing':
      return ''
    case 'reading':
      return words(`read.stage.${progress.stage}`)
    case 'cancelled':
      return words('read.cancelled')
    case 'read':
      return words('read.done', { ...progress.reading.counts, units: progress.reading.units.length })
    case 'refused':
      return words(`read.refused.${progress.refusal.code}`, { ...progress.refusal })
    case 'failed':
      return words('read.failed')
    default:
      return progress satisfies never
  }
}

/**
 * Paste or drop a text and see how it is read. The text never leaves the browser: nothing here is a form, nothing has a
 * name under which it could be sent.
 */
export default function Read() {
  const words = useWords()
  const { progress, read, cancel, keep } = useReading()
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <>
      <PageHead title={words('read.title')}>
        <p>
          {words('read.lede')} <a href="/agreed">{words('agreed.of-draft')}</a>
        </p>
      </PageHead>
      {!ready && (
        <div className={styles.unready}>
          <Notice title={words('read.no-script')}>
            <p>{words('read.no-script-why')}</p>
          </Notice>
        </div>
      )}
      <Giving ready={ready} busy={progress.state === 'reading'} read={read} cancel={cancel} />
      <div className={styles.status}>
        <p role="status" className={progress.state === 'refused' ? styles.refused : undefined}>
          {statusOf(progress, words)}
        </p>
        {progress.state === 'reading' && <progress className={styles.progress} aria-label={words('read.progress')} />}
      </div>
      {ready && progress.state === 'nothing' && (
        <Notice title={words('read.empty')}>
          <p>{words('read.empty-try')}</p>
        </Notice>
      )}
      {progress.state === 'read' && <Reading {...progress} keep={keep} />}
    </>
  )
}
