import type { Form } from '@resolute/reader/files'
import { useState } from 'react'
import { directionOf, Facts, Section, useWords } from '#web'
import { type MadeForm, madeForms } from './exchange.ts'
import { Findings } from './findings.tsx'
import { Piece } from './piece.tsx'
import styles from './reading.module.css'
import type { ShownReading, ShownUnit } from './view.ts'

/** How many paragraphs are put on the page at once, so that a very long text does not stop it. */
const step = 150

function Unit({ unit, at, open, language }: { unit: ShownUnit; at: number; open: boolean; language: string }) {
  const words = useWords()
  const [opened, setOpened] = useState(open)
  const [count, setCount] = useState(step)
  const left = unit.pieces.length - count
  return (
    <details
      id={`unit-${at}`}
      className={styles.unit}
      open={opened}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>
        <h3>{unit.title ? words('read.unit', { id: unit.id, title: unit.title }) : unit.id}</h3>
        <span className={styles.type}>{words(`read.type.${unit.type}`)}</span>
      </summary>
      {opened && (
        <ol className={styles.pieces} lang={language} dir={directionOf(language)}>
          {unit.pieces.slice(0, count).map((piece, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a reading do not move
            <Piece key={i} piece={piece} />
          ))}
        </ol>
      )}
      {opened && left > 0 && (
        <button type="button" className={styles.button} onClick={() => setCount(count + step)}>
          {words('read.more', { next: Math.min(step, left), left })}
        </button>
      )}
    </details>
  )
}

interface ReadingProps {
  readonly reading: ShownReading
  /** What the text came as. */
  readonly form: Form
  /** Of the file; null for pasted words. */
  readonly name: string | null
  readonly milliseconds: number
  readonly keep: (form: MadeForm) => void
}

/** How many numbered paragraphs a unit has. */
const numbered = ({ pieces }: ShownUnit) => pieces.filter(({ path }) => path !== null).length

/** What was read: figures, what was unclear, what the draft check found, and every unit with its paragraphs. */
export function Reading({ reading, form, name, milliseconds, keep }: ReadingProps) {
  const words = useWords()
  const { units, notes, counts, language } = reading
  const tell = ({ code, facts }: ShownReading['notes'][number]) =>
    words.has(`read.note.${code}`) ? words(`read.note.${code}`, facts) : code
  return (
    <>
      <Section id="found" title={words('read.found')}>
        <Facts
          rows={[
            [words('read.form'), [words(`read.forms.${form}`), name].filter((part) => part !== null).join(' · ')],
            [words('read.language'), words(`read.languages.${language}`)],
            [words('read.units'), words('read.number', { count: units.length })],
            [words('read.paragraphs'), words('read.number', { count: counts.paragraphs })],
            [words('read.obligations'), words('read.number', { count: counts.obligations })],
            [words('read.citations'), words('read.number', { count: counts.citations })],
            [words('read.took'), words('read.seconds', { seconds: milliseconds / 1000 })],
          ]}
        />
        <div className={`${styles.acts} ${styles.keep}`}>
          <span>{words('read.keep')}</span>
          {madeForms.map((made) => (
            <button key={made} type="button" className={styles.quiet} onClick={() => keep(made)}>
              {words(`read.made.${made}`)}
            </button>
          ))}
        </div>
      </Section>
      <Section id="notes" title={words('read.notes', { count: notes.length })}>
        {notes.length === 0 ? (
          <p>{words('read.no-notes')}</p>
        ) : (
          <ul className={styles.notes}>
            {notes.slice(0, 200).map((note, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the notes of a reading do not move
              <li key={i}>
                {note.place && <span className={styles.path}>{words('read.line', { line: note.place.line })}</span>}{' '}
                {tell(note)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Findings findings={reading.findings} language={language} />
      <Section id="text" title={words('read.text')}>
        <nav aria-label={words('read.units')}>
          <ol className={styles.contents}>
            {units.map((unit, i) => (
              <li key={unit.id}>
                <a href={`#unit-${i}`}>{unit.id}</a>{' '}
                <span className={styles.type}>{words('read.outline', { count: numbered(unit) })}</span>
              </li>
            ))}
          </ol>
        </nav>
        {units.map((unit, i) => (
          <Unit key={unit.id} unit={unit} at={i} open={i === 0 || units.length < 4} language={language} />
        ))}
      </Section>
    </>
  )
}
