import { ActForm, Button, SelectField, TextArea, TextField, useWords } from '#web'
import styles from './agreed.module.css'
import type { GivenDraft } from './agreed-page.ts'

interface Props {
  readonly given: GivenDraft
  readonly bodies: readonly { readonly value: string; readonly text: string }[]
}

/** A text pasted or a file, and what it is set beside. */
export function AgreedForm({ given, bodies }: Props) {
  const words = useWords()
  const year = { inputMode: 'numeric', pattern: '[0-9]{4}', maxLength: 4, dir: 'ltr', autoComplete: 'off' } as const
  return (
    <ActForm act="lineage.find-agreed" action="/agreed" files>
      <TextArea name="text" label={words('agreed.text')} rows={10} defaultValue={given.text} />
      <TextField
        name="file"
        type="file"
        label={words('agreed.file')}
        help={words('agreed.accepts')}
        accept=".txt,.md,.html,.htm,.docx,.pdf,.xml,.akn"
        dir={undefined}
      />
      <div className={styles.filters}>
        <SelectField
          name="body"
          label={words('agreed.body')}
          options={[{ value: '', text: words('agreed.any-body') }, ...bodies]}
          defaultValue={given.body}
        />
        <TextField name="from" label={words('agreed.from')} defaultValue={given.from} {...year} />
        <TextField name="to" label={words('agreed.to')} defaultValue={given.to} {...year} />
      </div>
      <Button>{words('agreed.act')}</Button>
    </ActForm>
  )
}

/** What the page shows as a file: the draft is sent again, since nothing of it was kept. */
export function DraftFiles({ given }: { readonly given: GivenDraft }) {
  const words = useWords()
  return (
    <form method="post" action="/api/v1/agreed" encType="multipart/form-data" className={styles.files}>
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <span>{words('agreed.files')}</span>
      <Button quiet name="format" value="csv">
        CSV
      </Button>
      <Button quiet name="format" value="json">
        JSON
      </Button>
    </form>
  )
}
