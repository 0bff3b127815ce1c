import type { Language, LocalisedText } from '@resolute/reader'
import { ActForm, Button, FormFault, TextField, useWords } from '#web'
import { Texts } from './call-words-fields.tsx'
import type { FindingsAnswer } from './findings-action.ts'

interface Props {
  readonly act: 'submissions.make-finding' | 'submissions.change-finding'
  readonly once: string
  /** Of the page: asked for first. */
  readonly language: Language
  readonly words: { readonly statement: LocalisedText; readonly theme: LocalisedText }
  /** Of one that is changed. */
  readonly finding?: { readonly id: string; readonly order: number }
  readonly refused: FindingsAnswer | null
}

/** The words of a finding in six languages, and its place in the section. */
export function FindingForm({ act, once, language, words: given, finding, refused }: Props) {
  const words = useWords()
  const faultOf = (field: string) => {
    const found = refused?.errors.find((error) => error.field === field)
    return found && words(`submissions.invalid.${found.code}`, found.facts)
  }
  return (
    <ActForm act={act} hidden={{ once, ...(finding && { finding: finding.id }) }}>
      {refused?.refused && refused.refused !== 'invalid' && (
        <FormFault>{words(`submissions.refusal.${refused.refused}`)}</FormFault>
      )}
      <Texts
        name="statement"
        label={words('findings.field.statement')}
        help={words('findings.help.statement')}
        text={given.statement}
        first={language}
        lines={3}
        faultOf={faultOf}
      />
      <Texts
        name="theme"
        label={words('findings.field.theme')}
        help={words('findings.help.theme')}
        text={given.theme}
        first={language}
        faultOf={faultOf}
      />
      {finding && (
        <TextField
          name="order"
          label={words('findings.field.order')}
          help={words('findings.help.order')}
          inputMode="numeric"
          fault={faultOf('order')}
          defaultValue={String(finding.order)}
        />
      )}
      <Button>{words(finding ? 'findings.change' : 'findings.make')}</Button>
    </ActForm>
  )
}
