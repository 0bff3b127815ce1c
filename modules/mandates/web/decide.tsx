import { ActForm, Button, TextField, useWords } from '#web'
import styles from './reading.module.css'
import { readingAddress } from './reading-address.ts'
import type { loadReading } from './reading-page.ts'

interface Props {
  readonly loaded: Awaited<ReturnType<typeof loadReading>>
  readonly note: string
  /** The form for the clauses is open. */
  readonly editing: boolean
}

/** What a person may do about a reading, each in one step; correcting opens the form. */
export function Decide({ loaded, note, editing }: Props) {
  const words = useWords()
  const { mandate, counts, filters } = loaded
  const { reading } = mandate
  const own = readingAddress(mandate.id)
  const address = `${own}${filters}`
  const edit = (how: string) => `${own}${filters === '' ? '?' : `${filters}&`}edit=${how}#correct`
  const hidden = { seen: reading.seen }
  const accepts = reading.ruleClauses.length > 0 && (reading.state !== 'accepted' || reading.look !== null)
  return (
    <section className={styles.decide} aria-labelledby="decide">
      <h2 id="decide">{words('readings.decide')}</h2>
      <div className={styles.acts}>
        {accepts && (
          <ActForm act="mandates.accept-reading" action={address} hidden={hidden} inline>
            <Button data-key="a">
              {words(counts ? 'readings.accept-instead' : 'readings.accept')} <kbd>a</kbd>
            </Button>
          </ActForm>
        )}
        {reading.look === 'rules-differ' && reading.state !== 'no-mandate' && (
          <ActForm act="mandates.correct-reading" action={address} hidden={{ ...hidden, step: 'keep' }} inline>
            <Button>{words('readings.keep')}</Button>
          </ActForm>
        )}
        {(reading.state !== 'no-mandate' || reading.look !== null) && (
          <ActForm act="mandates.mark-no-mandate" action={address} hidden={hidden} inline>
            <Button quiet data-key="n">
              {words(reading.state === 'no-mandate' ? 'readings.keep' : 'readings.no-mandate')} <kbd>n</kbd>
            </Button>
          </ActForm>
        )}
        {reading.person && (
          <ActForm act="mandates.withdraw-correction" action={address} hidden={hidden} inline>
            <Button quiet data-key="u">
              {words(counts ? 'readings.undo' : 'readings.dismiss')} <kbd>u</kbd>
            </Button>
          </ActForm>
        )}
        {!editing && (
          <a data-key="e" href={edit('now')}>
            {words('readings.correct')} <kbd>e</kbd>
          </a>
        )}
        {!editing && reading.look === 'text-changed' && reading.person?.clauses && (
          <a href={edit('before')}>{words('readings.correct-from-before')}</a>
        )}
      </div>
      {!editing && (
        <details className={styles.why}>
          <summary>{words('readings.with-note')}</summary>
          <ActForm act="mandates.mark-no-mandate" action={address} hidden={hidden}>
            <TextField label={words('readings.note')} name="note" defaultValue={note} maxLength={2000} />
            <Button quiet>{words('readings.no-mandate')}</Button>
          </ActForm>
        </details>
      )}
    </section>
  )
}
