import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '#web'
import { type Given, largestHere } from './exchange.ts'
import styles from './reading.module.css'

const endings = '.txt,.md,.html,.htm,.docx,.pdf,.xml,.akn'

interface GivingProps {
  /** False until the script has come. */
  readonly ready: boolean
  readonly busy: boolean
  readonly read: (given: Given) => void
  readonly cancel: () => void
}

/** Where a text is given: pasted, chosen as a file, or dropped. Nothing here has a name under which it could be sent. */
export function Giving({ ready, busy, read, cancel }: GivingProps) {
  const words = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const [over, setOver] = useState(false)

  const readField = () => read({ text: field.current?.value ?? '' })
  const readFile = async (file: File | undefined) => {
    if (!file) return
    // a file that is refused by its size is not brought into memory for it: the first bytes beyond say enough
    const bytes = new Uint8Array(await file.slice(0, largestHere + 1).arrayBuffer())
    read({ name: file.name, bytes })
  }
  const dropped = (event: DragEvent) => {
    setOver(false)
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void readFile(event.dataTransfer.files[0])
  }
  const pasted = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0 || event.clipboardData.getData('text/plain') !== '') return
    event.preventDefault()
    void readFile(event.clipboardData.files[0])
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) readField()
    if (event.key === 'Escape' && busy) cancel()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and keys are second ways; field and buttons are for all
    <div
      className={over ? `${styles.give} ${styles.over}` : styles.give}
      onDrop={dropped}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false)
      }}
      onPaste={pasted}
      onKeyDown={pressed}
    >
      <label htmlFor="text-to-read">{words('read.field')}</label>
      <textarea id="text-to-read" ref={field} rows={12} spellCheck={false} dir="auto" aria-describedby="how" />
      <p id="how" className={styles.how}>
        {words('read.how')}
      </p>
      <div className={styles.acts}>
        <button type="button" className={styles.button} disabled={!ready} onClick={readField}>
          {words('read.act')}
        </button>
        {busy && (
          <button type="button" className={styles.button} onClick={cancel}>
            {words('read.cancel')}
          </button>
        )}
        <span className={styles.choose}>
          <label htmlFor="file-to-read">{words('read.file')}</label>
          <input
            id="file-to-read"
            type="file"
            accept={endings}
            disabled={!ready}
            onChange={({ currentTarget }) => {
              void readFile(currentTarget.files?.[0])
              // the same file, mended, may be chosen again
              currentTarget.value = ''
            }}
          />
        </span>
      </div>
      <p className={styles.how}>{words('read.accepts')}</p>
    </div>
  )
}
