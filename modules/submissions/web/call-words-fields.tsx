import { type Language, type LocalisedText, languages } from '@resolute/reader'
import type { ReactNode } from 'react'
import { directionOf, languageName, SelectField, TextArea, TextField, useWords } from '#web'
import { type CallWords, visibilities } from '../call.ts'
import type { FieldError } from '../refusal.ts'
import styles from './calls.module.css'

interface TextsProps {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly text: LocalisedText
  readonly first: Language
  readonly lines?: number
  readonly faultOf: (field: string) => string | undefined
}

/** One text in six languages: the page's own in sight, the others folded away with how many of them are missing. */
export function Texts({ name, label, help, text, first, lines = 1, faultOf }: TextsProps) {
  const words = useWords()
  const others = languages.filter((language) => language !== first)
  const missing = others.filter((language) => !text[language])
  const field = (language: Language, spoken: string) => {
    const given = {
      name: `${name}.${language}`,
      lang: language,
      dir: directionOf(language),
      label: spoken,
      fault: faultOf(`${name}.${language}`) ?? (language === first ? faultOf(name) : undefined),
      defaultValue: text[language] ?? '',
    }
    return lines > 1 ? (
      <TextArea key={language} rows={lines} {...given} help={language === first ? help : undefined} />
    ) : (
      <TextField key={language} {...given} help={language === first ? help : undefined} />
    )
  }
  return (
    <div className={styles.texts}>
      {field(first, words('calls.in-language', { label, language: languageName(first) }))}
      <details open={others.some((language) => faultOf(`${name}.${language}`) !== undefined)}>
        <summary>
          {missing.length === 0
            ? words('calls.all-languages')
            : words('calls.languages-missing', { languages: words.list(missing.map(languageName)) })}
        </summary>
        <div className={styles.texts}>{others.map((language) => field(language, languageName(language)))}</div>
      </details>
    </div>
  )
}

interface Props {
  readonly given: CallWords
  readonly callers: readonly { readonly value: string; readonly text: string }[]
  readonly errors: readonly FieldError[]
  readonly language: Language
  /** Letters have said subject and deadline: they are shown and not asked for. */
  readonly fixed?: boolean
  /** How the deadline was counted, in a sentence. */
  readonly why?: ReactNode
}

/** Everything that is said of a call. */
export function CallWordsFields({ given, callers, errors, language, fixed = false, why }: Props) {
  const words = useWords()
  const faultOf = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && words(`submissions.invalid.${found.code}`, found.facts)
  }
  const { report } = given
  return (
    <>
      <Texts
        name="subject"
        label={words('calls.field.subject')}
        text={given.subject}
        first={language}
        faultOf={faultOf}
      />
      <Texts
        name="introduction"
        label={words('calls.field.introduction')}
        help={words('calls.help.introduction')}
        text={given.introduction}
        first={language}
        lines={6}
        faultOf={faultOf}
      />
      <SelectField
        name="caller"
        label={words('calls.field.caller')}
        defaultValue={given.caller ?? ''}
        fault={faultOf('caller')}
        options={[{ value: '', text: words('calls.nobody') }, ...callers]}
      />
      <TextField
        name="report"
        label={words('calls.field.report')}
        help={words('calls.help.report')}
        placeholder="CCPCJ/22"
        dir="ltr"
        fault={faultOf('report')}
        defaultValue={report === null ? '' : `${report.body}/${report.session}`}
      />
      <TextField
        name="deadline"
        type="date"
        label={words('calls.field.deadline')}
        help={fixed ? words('calls.help.deadline-fixed') : why}
        fault={faultOf('deadline')}
        readOnly={fixed}
        defaultValue={given.deadline ?? ''}
      />
      <SelectField
        name="visibility"
        label={words('calls.field.visibility')}
        help={words('calls.help.visibility')}
        fault={faultOf('visibility')}
        defaultValue={given.visibility}
        options={visibilities.map((value) => ({ value, text: words(`calls.visibility.${value}`) }))}
      />
      <TextField
        name="reminders"
        label={words('calls.field.reminders')}
        help={words('calls.help.reminders')}
        dir="ltr"
        fault={faultOf('reminders')}
        defaultValue={given.reminders.join(', ')}
      />
      <TextField
        name="contact"
        type="email"
        label={words('calls.field.contact')}
        help={words('calls.help.contact')}
        dir="ltr"
        fault={faultOf('contact')}
        defaultValue={given.contact ?? ''}
      />
    </>
  )
}
