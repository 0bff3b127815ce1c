import type { ClauseFault } from '@resolute/reader'
import { type ReactNode, useId } from 'react'
import { Button, SelectField, TextArea, TextField, useWords } from '#web'
import { addresseeClasses, conditionClasses, forces } from '../closed-lists.ts'
import { type ClauseDraft, noTiming } from './clause-draft.ts'
import styles from './reading.module.css'
import { TimingFields } from './timing-fields.tsx'

interface Props {
  readonly draft: ClauseDraft
  readonly at: number
  readonly of: number
  readonly faults: readonly ClauseFault[]
}

/** One clause: a row more than it has for each of its lists, so that one can be added by filling it in. */
export function ClauseFields({ draft, at, of, faults }: Props) {
  const words = useWords()
  const name = (field: string) => `c${at}.${field}`
  const fault = (part: ClauseFault['part'], place = 0): ReactNode => {
    const found = faults.find((one) => one.part === part && one.at === place)
    return found && words(`readings.form.fault.${found.code}`)
  }
  const span = { 'data-span': true, autoComplete: 'off', spellCheck: false } as const
  return (
    <fieldset className={styles.clause}>
      <legend>{words('reading.clause', { number: at + 1, of })}</legend>
      <div className={styles.fields}>
        <TextField
          {...span}
          label={words('readings.form.verb')}
          name={name('verb')}
          defaultValue={draft.verb}
          fault={fault('verb')}
        />
        <SelectField
          label={words('readings.form.force')}
          name={name('force')}
          defaultValue={draft.force}
          options={forces.map((value) => ({ value, text: words(`force.${value}`) }))}
        />
        <label className={styles.check}>
          <input type="checkbox" name={name('inherited')} value="yes" defaultChecked={draft.inherited} />{' '}
          {words('readings.form.inherited')}
        </label>
      </div>
      <TextArea
        {...span}
        rows={2}
        label={words('readings.form.action')}
        name={name('action')}
        defaultValue={draft.action}
        fault={fault('action')}
      />
      <Rows title={words('reading.addressees')}>
        {[...draft.addressees, { asWritten: '', name: '', class: '' as const }].map((row, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move in a form that is sent whole
          <li key={k} className={styles.fields}>
            <TextField
              {...span}
              label={words('readings.form.as-written')}
              name={name(`a${k}.asWritten`)}
              defaultValue={row.asWritten}
              fault={fault('addressee', k)}
            />
            <TextField
              label={words('readings.form.name')}
              name={name(`a${k}.name`)}
              defaultValue={row.name}
              list="names"
              autoComplete="off"
            />
            <SelectField
              label={words('readings.form.class')}
              name={name(`a${k}.class`)}
              defaultValue={row.class}
              options={[
                { value: '', text: words('readings.form.by-rules') },
                ...addresseeClasses.map((value) => ({ value, text: words(`class.${value}`) })),
              ]}
            />
          </li>
        ))}
      </Rows>
      <Rows title={words('reading.condition-list')}>
        {[...draft.conditions, { asWritten: '', class: 'other' as const }].map((row, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move in a form that is sent whole
          <li key={k} className={styles.fields}>
            <TextField
              {...span}
              label={words('readings.form.as-written')}
              name={name(`l${k}.asWritten`)}
              defaultValue={row.asWritten}
              fault={fault('condition', k)}
            />
            <SelectField
              label={words('readings.form.class')}
              name={name(`l${k}.class`)}
              defaultValue={row.class}
              options={conditionClasses.map((value) => ({ value, text: words(`condition.${value}`) }))}
            />
          </li>
        ))}
      </Rows>
      <Rows title={words('reading.time')}>
        {[...draft.timings, noTiming].map((row, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows do not move in a form that is sent whole
          <TimingFields key={k} draft={row} name={name(`t${k}`)} fault={fault('time', k)} />
        ))}
      </Rows>
      <Rows title={words('reading.report')}>
        <li className={styles.fields}>
          <label className={styles.check}>
            <input type="checkbox" name={name('report')} value="yes" defaultChecked={draft.report} />{' '}
            {words('readings.form.is-report')}
          </label>
          <TextField
            label={words('readings.form.to-whom')}
            name={name('toWhom')}
            defaultValue={draft.toWhom}
            list="names"
          />
          <TextField label={words('readings.form.on-what')} name={name('onWhat')} defaultValue={draft.onWhat} />
        </li>
      </Rows>
      <div className={styles.bar}>
        <Button quiet name="step" value={`split:${at}`}>
          {words('readings.form.split')}
        </Button>
        {at + 1 < of && (
          <Button quiet name="step" value={`join:${at}`}>
            {words('readings.form.join')}
          </Button>
        )}
        <Button quiet name="step" value={`remove:${at}`}>
          {words('readings.form.remove')}
        </Button>
      </div>
    </fieldset>
  )
}

function Rows({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <div className={styles.rows}>
      <h3 id={id}>{title}</h3>
      <ul aria-labelledby={id}>{children}</ul>
    </div>
  )
}
