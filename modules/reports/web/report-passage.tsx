import type { ReactNode } from 'react'
import type { EditedPassage } from '#modules/reports'
import { ActForm, Button, Instant, Tag, TextArea, useWords } from '#web'
import styles from './report.module.css'
import { type Editing, passageId } from './report-editing.ts'

interface Props {
  readonly place: string
  /** What stands there; empty where nothing was added yet. */
  readonly text: string
  /** The same with its links, where it has any. */
  readonly shown?: ReactNode
  readonly edit: EditedPassage | undefined
  readonly editing: Editing | null
  /** Its number in the report. */
  readonly number?: number
}

/** A paragraph of the report. Where the office put its own words there, it is marked and the generated ones stand beside. */
export function Passage({ place, text, shown = text, edit, editing, number }: Props) {
  if (editing?.open === place) return <PassageForm place={place} text={text} edit={edit} editing={editing} />
  return (
    <div id={passageId(place)} className={edit ? styles.edited : undefined}>
      {number === undefined ? (
        text !== '' && <p>{shown}</p>
      ) : (
        <p className={styles.numbered}>
          <span>{number}.</span>
          <span>{shown}</span>
        </p>
      )}
      {edit && <Beside edit={edit} />}
      {editing && <EditLink place={place} empty={text === ''} editing={editing} />}
    </div>
  )
}

function EditLink({ place, empty, editing }: { place: string; empty: boolean; editing: Editing }) {
  const words = useWords()
  return (
    <p className={styles.tool}>
      <a href={`${editing.addressOf(place)}#${passageId(place)}`}>
        {words(empty ? 'report.edit.add' : 'report.edit.open')}
      </a>
    </p>
  )
}

function Beside({ edit }: { readonly edit: EditedPassage }) {
  const words = useWords()
  return (
    <details className={styles.beside}>
      <summary>
        {words('report.edit.edited')} <Instant at={edit.at} />{' '}
        {edit.outdated && <Tag tone="warn">{words('report.edit.outdated')}</Tag>}
      </summary>
      <p>{edit.generatedNow || words('report.edit.nothing-generated')}</p>
    </details>
  )
}

function PassageForm({ place, text, edit, editing }: Props & { readonly editing: Editing }) {
  const words = useWords()
  return (
    <div id={passageId(place)} className={styles.form}>
      <ActForm act="reports.edit-words" hidden={{ place }}>
        <TextArea
          label={words('report.edit.label')}
          help={words('report.edit.help')}
          fault={editing.fault && words(`report.edit.fault.${editing.fault}`)}
          name="words"
          defaultValue={text}
          rows={6}
          maxLength={10_000}
          dir="auto"
        />
        <p className={styles.buttons}>
          <Button>{words('report.edit.save')}</Button>
          {edit && (
            <Button quiet name="generated" value="yes">
              {words('report.edit.generated')}
            </Button>
          )}
          <a href={`${editing.addressOf('')}#${passageId(place)}`}>{words('report.edit.leave')}</a>
        </p>
      </ActForm>
      {edit && <p className={styles.beside}>{edit.generatedNow || words('report.edit.nothing-generated')}</p>}
    </div>
  )
}
