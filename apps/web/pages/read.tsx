import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Notice, PageHead, useWords } from '#web'
import styles from '../reading/reading.module.css'
import { Reading } from '../reading/reading.tsx'
import { useReading } from '../reading/use-reading.ts'

/** The page reads in the browser, so it cannot do without scripts. */
export const handle = { interactive: true }

/**
 * Paste or drop a text and see how it is read. The text never leaves the browser: nothing here is a form, nothing has a
 * name under which it could be sent.
 */
export default function Read() {
  const words = useWords()
  const [progress, read] = useReading()
  const [ready, setReady] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => setReady(true), [])

  const readField = () => read(field.current?.value ?? '')
  const readFile = async (file: File | undefined) => {
    if (file) read(new Uint8Array(await file.arrayBuffer()))
  }
  const dropped = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void readFile(event.dataTransfer.files[0])
  }

  return (
    <>
      <PageHead title={words('read.title')}>
        <p>{words('read.lede')}</p>
      </PageHead>
      {!ready && (
        <div className={styles.unready}>
          <Notice title={words('read.no-script')}>
            <p>{words('read.no-script-why')}</p>
          </Notice>
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file field is the one for all */}
      <div className={styles.give} onDrop={dropped} onDragOver={(event) => event.preventDefault()}>
        <label htmlFor="text-to-read">{words('read.field')}</label>
        <textarea id="text-to-read" ref={field} rows={12} spellCheck={false} dir="auto" aria-describedby="how" />
        <p id="how" className={styles.how}>
          {words('read.how')}
        </p>
        <div className={styles.acts}>
          <button type="button" className={styles.button} disabled={!ready} onClick={readField}>
            {words('read.act')}
          </button>
          <label htmlFor="file-to-read">{words('read.file')}</label>
          <input
            id="file-to-read"
            type="file"
            accept=".txt,.md,text/plain,text/markdown"
            disabled={!ready}
            onChange={({ currentTarget }) => void readFile(currentTarget.files?.[0])}
          />
        </div>
      </div>
      <p role="status" className={styles.status}>
        {progress.state === 'reading' && words('read.under-way')}
        {progress.state === 'read' &&
          words('read.done', { ...progress.reading.counts, units: progress.reading.units.length })}
        {progress.state === 'refused' && words(`read.refused.${progress.code}`)}
        {progress.state === 'failed' && words('read.failed')}
      </p>
      {ready && progress.state === 'nothing' && (
        <Notice title={words('read.empty')}>
          <p>{words('read.empty-try')}</p>
        </Notice>
      )}
      {progress.state === 'read' && <Reading reading={progress.reading} milliseconds={progress.milliseconds} />}
    </>
  )
}
