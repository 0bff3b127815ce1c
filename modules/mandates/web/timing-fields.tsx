import type { ReactNode } from 'react'
import { SelectField, TextField, useWords } from '#web'
import { sessionParts } from '../closed-lists.ts'
import { type TimingDraft, timingKinds } from './clause-draft.ts'
import styles from './reading.module.css'

interface Props {
  readonly draft: TimingDraft
  readonly name: string
  readonly fault: ReactNode
}

const rhythms = ['', 'P1M', 'P3M', 'P6M', 'P1Y', 'P2Y', 'P3Y', 'P4Y', 'P5Y'] as const

/** A time: its words, and what they mean where the rules are not to be followed. */
export function TimingFields({ draft, name, fault }: Props) {
  const words = useWords()
  const kinds = timingKinds.filter((kind) => kind !== 'kept' || draft.kept !== '')
  return (
    <li>
      <div className={styles.fields}>
        <TextField
          label={words('readings.form.as-written')}
          name={`${name}.asWritten`}
          defaultValue={draft.asWritten}
          fault={fault}
          data-span
          autoComplete="off"
        />
        <SelectField
          label={words('readings.form.meaning')}
          name={`${name}.kind`}
          defaultValue={draft.kind}
          options={kinds.map((value) => ({ value, text: words(`readings.timing.${value}`) }))}
        />
      </div>
      <input type="hidden" name={`${name}.kept`} value={draft.kept} />
      <details className={styles.meaning} open={draft.kind !== 'kept' && draft.kind !== 'as-read'}>
        <summary>{words('readings.form.values')}</summary>
        <div className={styles.fields}>
          <TextField
            label={words('readings.form.body')}
            name={`${name}.body`}
            defaultValue={draft.body}
            list="bodies"
          />
          <TextField
            label={words('readings.form.number')}
            name={`${name}.number`}
            defaultValue={draft.number}
            inputMode="numeric"
            pattern="\d{1,4}"
          />
          <SelectField
            label={words('readings.form.session-part')}
            name={`${name}.part`}
            defaultValue={draft.part}
            options={[
              { value: '', text: words('readings.form.no-part') },
              ...sessionParts.map((value) => ({ value, text: words(`part.${value}`) })),
            ]}
          />
          <TextField
            label={words('readings.form.from')}
            name={`${name}.from`}
            defaultValue={draft.from}
            placeholder="2013-04-22"
          />
          <TextField
            label={words('readings.form.to')}
            name={`${name}.to`}
            defaultValue={draft.to}
            placeholder="2013-04-26"
          />
          <SelectField
            label={words('readings.form.every')}
            name={`${name}.every`}
            defaultValue={draft.every}
            options={[...new Set([...rhythms, draft.every])].map((value) => ({
              value,
              text: words.has(`readings.every.${value}`)
                ? words(`readings.every.${value}`)
                : value || words('readings.every.none'),
            }))}
          />
        </div>
      </details>
    </li>
  )
}
