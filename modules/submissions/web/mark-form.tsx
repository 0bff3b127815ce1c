import { ActForm, Button, FormFault, SelectField, TextArea, TextField, useWords } from '#web'
import type { FieldError } from '../refusal.ts'
import styles from './replies.module.css'
import type { RepliesData } from './replies-loader.ts'

/** What was refused, and what had been written in the form. */
export interface Refusing {
  readonly refused: string
  readonly errors: readonly FieldError[]
  readonly written: Readonly<Record<string, string>>
}

interface Props {
  readonly of: {
    readonly submission: string
    readonly part: string | null
    readonly text: string
    readonly name: string
  }
  readonly data: RepliesData
  readonly refused: Refusing | null
}

/**
 * Marks words of a text for a finding. The field holds the whole text: without script what does not count is taken out
 * of it; where scripts run it is enough to select the words, here by the keyboard or in the text above by the mouse.
 */
export function MarkForm({ of: { submission, part, text, name }, data, refused }: Props) {
  const words = useWords()
  const { findings, once } = data
  const written = refused?.written
  const faultOf = (field: string) => {
    const found = refused?.errors.find((error) => error.field === field)
    return found && words(`submissions.invalid.${found.code}`, found.facts)
  }
  return (
    <details className={styles.marking} open={refused !== null} data-marking={`${submission} ${part ?? ''}`}>
      <summary>
        {words('replies.mark')}
        <span className={styles.unseen}> {name}</span>
      </summary>
      <ActForm act="submissions.mark-passage" hidden={{ once, submission, part: part ?? '', start: '' }}>
        {refused && refused.refused !== 'invalid' && (
          <FormFault>{words(`submissions.refusal.${refused.refused}`)}</FormFault>
        )}
        <TextArea
          name="quote"
          label={words('replies.field.quote')}
          help={words('replies.help.quote')}
          rows={Math.min(10, 2 + Math.ceil(text.length / 60))}
          fault={faultOf('quote')}
          defaultValue={written?.quote ?? text}
        />
        {findings.length > 0 && (
          <SelectField
            name="finding"
            label={words('replies.field.finding')}
            defaultValue={written?.finding ?? findings[0]?.id}
            options={findings.map(({ id, n, words: said }) => ({ value: id, text: `${n}. ${shortened(said)}` }))}
          />
        )}
        <TextField
          name="statement"
          label={words(findings.length > 0 ? 'replies.field.new-instead' : 'replies.field.new')}
          help={words('findings.help.statement')}
          fault={faultOf('statement')}
          defaultValue={written?.statement ?? ''}
        />
        <Button>{words('replies.mark')}</Button>
      </ActForm>
    </details>
  )
}

const shortened = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`)
