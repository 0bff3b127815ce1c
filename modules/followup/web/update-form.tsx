import {
  ActForm,
  Button,
  FormFault,
  languageName,
  SelectField,
  sixLanguages,
  TextArea,
  TextField,
  useWords,
} from '#web'
import { reportable } from '../transitions.ts'
import styles from './dossier.module.css'
import type { Refused, Typed } from './update-fields.ts'

const acceptances = ['accepted', 'partly_accepted', 'not_accepted'] as const

/** What was wrong with each field of a form, in words; and with the form as a whole. */
export function useFaults(refused: Refused | null) {
  const words = useWords()
  const errors = refused?.errors ?? []
  return {
    of: (field: string): string | undefined => {
      const found = errors.find((error) => error.field === field)
      return found && words(`dossier.invalid.${found.code}`, found.facts)
    },
    whole: refused === null ? null : words(`dossier.refused.${refused.refused}`),
  }
}

interface FieldsProps {
  readonly typed: Typed
  readonly fault: (field: string) => string | undefined
  readonly acceptable: boolean
  readonly language: string
  readonly today: string
}

/** The fields of an update. */
export function UpdateFields({ typed, fault, acceptable, language, today }: FieldsProps) {
  const words = useWords()
  return (
    <>
      <SelectField
        name="status"
        label={words('dossier.field.status')}
        fault={fault('status')}
        defaultValue={typed.status ?? ''}
        options={[
          { value: '', text: words('dossier.choose') },
          ...reportable.map((value) => ({ value, text: words(`status.${value}`) })),
        ]}
      />
      {acceptable && (
        <SelectField
          name="acceptance"
          label={words('dossier.field.acceptance')}
          fault={fault('acceptance')}
          defaultValue={typed.acceptance ?? ''}
          options={[
            { value: '', text: words('dossier.unsaid') },
            ...acceptances.map((value) => ({ value, text: words(`acceptance.${value}`) })),
          ]}
        />
      )}
      <TextField
        name="as-of"
        type="date"
        label={words('dossier.field.as-of')}
        help={words('dossier.help.as-of')}
        fault={fault('as-of')}
        defaultValue={typed['as-of'] ?? today}
      />
      <TextArea
        name="narrative"
        rows={7}
        label={words('dossier.field.narrative')}
        help={words('dossier.help.narrative')}
        fault={fault('narrative')}
        defaultValue={typed.narrative ?? ''}
      />
      <SelectField
        name="language"
        label={words('dossier.field.language')}
        fault={fault('language')}
        defaultValue={typed.language ?? language}
        options={sixLanguages.map((value) => ({ value, text: languageName(value), lang: value }))}
      />
      <TextField
        name="reason"
        label={words('dossier.field.reason')}
        help={words('dossier.help.reason')}
        fault={fault('reason')}
        defaultValue={typed.reason ?? ''}
      />
    </>
  )
}

/** A file, a link, a paragraph: any of them, or none. A file has to be chosen again where something was wrong. */
export function EvidenceFields({ typed, fault }: Pick<FieldsProps, 'typed' | 'fault'>) {
  const words = useWords()
  return (
    <fieldset className={styles.fields}>
      <legend>{words('dossier.evidence')}</legend>
      <TextField
        name="file"
        type="file"
        dir={undefined}
        label={words('dossier.field.file')}
        help={words('dossier.help.file')}
        fault={fault('file')}
      />
      <TextField
        name="url"
        inputMode="url"
        label={words('dossier.field.url')}
        help={words('dossier.help.url')}
        fault={fault('url')}
        defaultValue={typed.url ?? ''}
      />
      <TextField
        name="paragraph"
        label={words('dossier.field.paragraph')}
        help={words('dossier.help.paragraph')}
        fault={fault('document')}
        defaultValue={typed.paragraph ?? ''}
      />
    </fieldset>
  )
}

interface FormProps extends Omit<FieldsProps, 'fault' | 'typed'> {
  readonly actor: string
  readonly seen: number | null
  readonly once: string
  /** Update this one stands in the place of. */
  readonly corrects?: string
  readonly before?: Typed
  readonly clears: boolean
  readonly refused: Refused | null
}

/** Reporting on a reply of one's own: a draft, or sent at once by who clears. */
export function UpdateForm({ actor, seen, once, corrects, before = {}, clears, refused, ...fields }: FormProps) {
  const words = useWords()
  const faults = useFaults(refused)
  const typed = refused?.typed ?? before
  const hidden = { actor, once, ...(seen !== null && { seen: String(seen) }), ...(corrects && { corrects }) }
  return (
    <ActForm act="followup.record-update" hidden={hidden} files>
      {faults.whole && <FormFault>{faults.whole}</FormFault>}
      <UpdateFields typed={typed} fault={faults.of} {...fields} />
      <EvidenceFields typed={typed} fault={faults.of} />
      <p className={styles.buttons}>
        {clears && (
          <Button name="send" value="yes">
            {words('dossier.send')}
          </Button>
        )}
        <Button quiet={clears}>{words('dossier.keep-draft')}</Button>
      </p>
    </ActForm>
  )
}
