import type { ClauseFault, ObligationReading } from '@resolute/reader'
import { ActForm, Button, TextField, useWords } from '#web'
import type { ClauseDraft } from './clause-draft.ts'
import { ClauseFields } from './clause-rows.tsx'
import { usePicking } from './picking.ts'
import styles from './reading.module.css'

interface Props {
  readonly drafts: readonly ClauseDraft[]
  readonly faults: readonly ClauseFault[]
  /** What the clauses as sent would ask; null where nobody asked. */
  readonly preview: readonly ObligationReading[] | null
  readonly note: string
  readonly seen: string
  readonly address: string
  readonly names: readonly string[]
  readonly bodies: readonly string[]
  /** Words may be picked from the text: scripts run. */
  readonly picking: boolean
}

/** The clauses of a paragraph as a person gives them. Every button sends the form; only one of them saves. */
export function ClauseForm({ drafts, faults, preview, note, seen, address, names, bodies, picking }: Props) {
  const words = useWords()
  usePicking(picking)
  return (
    <section aria-labelledby="correct" className={styles.correct}>
      <h2 id="correct">{words('readings.correct')}</h2>
      <p className={styles.help}>
        {words('readings.form.how')} {picking && words('readings.form.pick')}
      </p>
      <ActForm
        act="mandates.correct-reading"
        action={`${address}#correct`}
        hidden={{ seen, clauses: String(drafts.length) }}
      >
        {/* The first button is the one that the Enter key presses: it changes nothing. */}
        <div className={styles.bar}>
          <Button quiet name="step" value="try">
            {words('readings.form.try')}
          </Button>
        </div>
        {preview && (
          <div role="status" className={styles.preview}>
            <h3>{words('readings.form.would-ask', { count: preview.length })}</h3>
            <ol>
              {preview.map((one) => (
                <li key={one.id}>
                  <strong>{one.actor.name}</strong>: {one.action}
                  {one.toWhom.length > 0 && ` (${words('reading.to', { names: words.list(one.toWhom) })})`}
                  {one.timings.map((timing) =>
                    'asWritten' in timing ? ` ${words('reading.quoted', { text: timing.asWritten })}` : '',
                  )}
                </li>
              ))}
            </ol>
          </div>
        )}
        {drafts.map((draft, i) => (
          <ClauseFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a form is drawn anew whenever its clauses change
            key={`${i} of ${drafts.length} ${draft.verb}`}
            draft={draft}
            at={i}
            of={drafts.length}
            faults={faults.filter(({ clause }) => clause === i)}
          />
        ))}
        <Button quiet name="step" value="add">
          {words('readings.form.add')}
        </Button>
        <TextField label={words('readings.note')} name="note" defaultValue={note} maxLength={2000} />
        <div className={styles.bar}>
          <Button name="step" value="save">
            {words('readings.form.save')}
          </Button>
          <a href={address.replace(/[?&]edit$/, '')}>{words('readings.form.leave')}</a>
        </div>
        <datalist id="names">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <datalist id="bodies">
          {bodies.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </ActForm>
    </section>
  )
}
