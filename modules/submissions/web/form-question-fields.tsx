import type { Language, LocalisedText } from '@resolute/reader'
import type { ReactNode } from 'react'
import { directionOf, SelectField, TextArea, TextField, useWords } from '#web'
import type { Option, Question, TableColumn } from '../form.ts'
import styles from './calls.module.css'
import { Said } from './localised.tsx'

/** What a text says elsewhere, while it is written in a language that lacks it. */
export function elsewhere(text: LocalisedText, language: Language): ReactNode {
  return text[language] || Object.keys(text).length === 0 ? undefined : <Said text={text} />
}

interface WritingProps {
  readonly name: string
  readonly label: string
  readonly text: LocalisedText
  readonly language: Language
  readonly lines?: number
  readonly help?: string
}

/** One text in the language that is being written. */
export function Writing({ name, label, text, language, lines = 1, help }: WritingProps) {
  const given = {
    name,
    label,
    lang: language,
    dir: directionOf(language),
    help: elsewhere(text, language) ?? help,
    defaultValue: text[language] ?? '',
  }
  return lines > 1 ? <TextArea rows={lines} {...given} /> : <TextField {...given} />
}

const linesOf = (options: readonly Option[], language: Language): string =>
  options
    .map(({ label }) => label[language] ?? '')
    .filter((line) => line !== '')
    .join('\n')

interface OptionsProps {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly options: readonly Option[]
  readonly language: Language
}

/** Options, one on each line; what they say elsewhere stands above where the language has none of them. */
function OptionLines({ name, label, help, options, language }: OptionsProps) {
  const words = useWords()
  const unsaid = options.length > 0 && options.every((option) => !option.label[language])
  const others = options.map(({ label: text }) => Object.values(text)[0] ?? '')
  return (
    <TextArea
      name={name}
      label={label}
      lang={language}
      dir={directionOf(language)}
      rows={Math.max(4, options.length + 1)}
      help={unsaid ? words('calls.form-of.in-this-order', { options: others.join(' · ') }) : help}
      defaultValue={linesOf(options, language)}
    />
  )
}

/** The fields of a question that its kind has besides words and condition. */
export function KindFields({ question, language }: { readonly question: Question; readonly language: Language }) {
  const words = useWords()
  const number = (name: string, label: string, value: number | null) => (
    <TextField name={name} inputMode="numeric" dir="ltr" label={words(label)} defaultValue={value ?? ''} />
  )
  switch (question.kind) {
    case 'text':
      return (
        <div className={styles.grid}>
          <SelectField
            name="lines"
            label={words('calls.form-of.length')}
            defaultValue={question.lines}
            options={[
              { value: 'several', text: words('calls.form-of.several-lines') },
              { value: 'one', text: words('calls.form-of.one-line') },
            ]}
          />
          {number('max-words', 'calls.form-of.max-words', question.maxWords)}
        </div>
      )
    case 'choice':
    case 'several':
      return (
        <>
          <SelectField
            name="kind"
            label={words('calls.form-of.how-many')}
            defaultValue={question.kind}
            options={[
              { value: 'choice', text: words('calls.form-of.kind.choice') },
              { value: 'several', text: words('calls.form-of.kind.several') },
            ]}
          />
          <OptionLines
            name="options"
            label={words('calls.form-of.options')}
            help={words('calls.form-of.options-help')}
            options={question.options}
            language={language}
          />
          <Check name="other" checked={question.other} label={words('calls.form-of.other')} />
        </>
      )
    case 'number':
      return (
        <div className={styles.grid}>
          <Writing name="unit" label={words('calls.form-of.unit')} text={question.unit} language={language} />
          {number('min', 'calls.form-of.min', question.min)}
          {number('max', 'calls.form-of.max', question.max)}
          {number('decimals', 'calls.form-of.decimals', question.decimals)}
        </div>
      )
    case 'date':
      return (
        <div className={styles.grid}>
          <TextField name="from" type="date" label={words('calls.form-of.from')} defaultValue={question.from ?? ''} />
          <TextField name="to" type="date" label={words('calls.form-of.to')} defaultValue={question.to ?? ''} />
        </div>
      )
    case 'table':
      return (
        <>
          {question.columns.map((column) => (
            <ColumnFields key={column.id} column={column} name={column.id} language={language} />
          ))}
          {['new1', 'new2'].map((name) => (
            <ColumnFields key={name} column={null} name={name} language={language} />
          ))}
          <OptionLines
            name="rows"
            label={words('calls.form-of.rows')}
            help={words('calls.form-of.rows-help')}
            options={question.rows}
            language={language}
          />
          {number('max-rows', 'calls.form-of.max-rows', question.maxRows)}
        </>
      )
    case 'file':
      return number('max-files', 'calls.form-of.max-files', question.maxFiles)
    case 'comments':
      return (
        <>
          <TextField
            name="place"
            dir="ltr"
            list="documents"
            label={words('calls.form-of.text')}
            help={words('calls.form-of.text-help')}
            defaultValue={
              question.unit === question.document ? question.document : `${question.document}#${question.unit}`
            }
          />
          <TextField
            name="paths"
            dir="ltr"
            label={words('calls.form-of.paths')}
            help={words('calls.form-of.paths-help')}
            defaultValue={question.paths.join(', ')}
          />
        </>
      )
    default:
      return question satisfies never
  }
}

export function Check({
  name,
  checked,
  label,
  value = 'yes',
}: {
  readonly name: string
  readonly checked: boolean
  readonly label: ReactNode
  readonly value?: string
}) {
  return (
    <label>
      <input type="checkbox" name={name} value={value} defaultChecked={checked} /> {label}
    </label>
  )
}

const columnKinds = ['text', 'number', 'date', 'choice'] as const

function ColumnFields({
  column,
  name,
  language,
}: {
  readonly column: TableColumn | null
  readonly name: string
  readonly language: Language
}) {
  const words = useWords()
  const at = `column.${name}`
  return (
    <fieldset className={styles.grid}>
      <legend>{column === null ? words('calls.form-of.new-column') : words('calls.form-of.column')}</legend>
      <Writing
        name={`${at}.label`}
        label={words('calls.form-of.column-label')}
        text={column?.label ?? {}}
        language={language}
      />
      <SelectField
        name={`${at}.kind`}
        label={words('calls.form-of.column-kind')}
        defaultValue={column?.kind ?? 'text'}
        options={columnKinds.map((kind) => ({ value: kind, text: words(`calls.form-of.kind.${kind}`) }))}
      />
      <TextField
        name={`${at}.options`}
        lang={language}
        dir={directionOf(language)}
        label={words('calls.form-of.column-options')}
        defaultValue={(column?.options ?? []).flatMap(({ label }) => label[language] ?? []).join('; ')}
      />
      {column !== null && <Check name={`${at}.remove`} checked={false} label={words('calls.form-of.remove-column')} />}
    </fieldset>
  )
}
