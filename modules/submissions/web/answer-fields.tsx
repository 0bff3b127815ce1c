import type { ReactNode } from 'react'
import { useWords } from '#web'
import type { ChoiceQuestion, DateQuestion, FileQuestion, NumberQuestion, TextQuestion } from '../form.ts'
import { longest } from '../reading-words.ts'
import styles from './answer.module.css'
import { type Given, keptFile, nameOf } from './answer-names.ts'
import { Said } from './localised.tsx'

/** What every control of a question is given. */
export interface Field<Kind> {
  readonly question: Kind
  readonly given: Given
  /** Ids of what describes it: help, limit, what was wrong. */
  readonly about: string | undefined
  readonly invalid: true | undefined
  /** Shown and not to be changed: the preview of a form. */
  readonly disabled: boolean
}

export function TextAnswer({ question, given, about, invalid, disabled }: Field<TextQuestion>) {
  const { id, lines, maxWords } = question
  const common = {
    id,
    name: nameOf('text', id),
    className: styles.input,
    dir: 'auto',
    defaultValue: given.text,
    maxLength: longest.text,
    'aria-describedby': about,
    'aria-invalid': invalid,
    disabled,
    ...(maxWords !== null && { 'data-most': maxWords }),
  } as const
  return lines === 'one' ? <input {...common} /> : <textarea rows={6} {...common} />
}

export function NumberAnswer({ question, given, about, invalid, disabled }: Field<NumberQuestion>) {
  const unit = Object.keys(question.unit).length > 0
  return (
    <p className={styles.unit}>
      <input
        id={question.id}
        name={nameOf('text', question.id)}
        className={styles.short}
        inputMode={question.decimals > 0 || (question.min ?? 0) < 0 ? 'text' : 'numeric'}
        dir="ltr"
        autoComplete="off"
        defaultValue={given.text}
        aria-describedby={[about, unit && `${question.id}-unit`].filter(Boolean).join(' ') || undefined}
        aria-invalid={invalid}
        disabled={disabled}
      />{' '}
      {unit && (
        <span id={`${question.id}-unit`}>
          <Said text={question.unit} />
        </span>
      )}
    </p>
  )
}

export function DateAnswer({ question, given, about, invalid, disabled }: Field<DateQuestion>) {
  // What was typed and is no day would vanish from a field that takes days alone.
  const isDay = given.text === '' || /^\d{4}-\d{2}-\d{2}$/.test(given.text)
  return (
    <input
      id={question.id}
      name={nameOf('text', question.id)}
      className={styles.short}
      type={isDay ? 'date' : 'text'}
      defaultValue={given.text}
      aria-describedby={about}
      aria-invalid={invalid}
      disabled={disabled}
    />
  )
}

/** Buttons for one, boxes for several; what else there is, in words of one's own. */
export function ChoiceAnswer({ question, given, about, disabled }: Field<ChoiceQuestion>) {
  const words = useWords()
  const { id, kind, options, other } = question
  const box = (value: string, label: ReactNode, first: boolean) => (
    <label key={value} className={styles.option}>
      <input
        id={first ? id : undefined}
        type={kind === 'choice' ? 'radio' : 'checkbox'}
        name={nameOf('options', id)}
        value={value}
        defaultChecked={value === '' ? given.options.length === 0 : given.options.includes(value)}
        disabled={disabled}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <>
      {options.map((option, at) => box(option.id, <Said text={option.label} />, at === 0))}
      {kind === 'choice' && box('', words(other ? 'answer.none-of-these' : 'answer.no-choice'), false)}
      {other && (
        <label className={styles.other}>
          <span>{words('answer.other')}</span>
          <input
            name={nameOf('other', id)}
            className={styles.input}
            dir="auto"
            maxLength={longest.other}
            defaultValue={given.other}
            aria-describedby={about}
            disabled={disabled}
          />
        </label>
      )}
    </>
  )
}

/** Files given before, each to be kept or not, and a place for new ones. */
export function FileAnswer({
  question,
  given,
  about,
  invalid,
  disabled,
  files,
}: Field<FileQuestion> & { readonly files: string }) {
  const words = useWords()
  const { id, maxFiles } = question
  return (
    <>
      {given.files.length > 0 && (
        <ul className={styles.files}>
          {given.files.map((file) => (
            <li key={file.sha256}>
              <label className={styles.option}>
                <input
                  type="checkbox"
                  name={nameOf('keep', id)}
                  value={keptFile(file)}
                  defaultChecked
                  disabled={disabled}
                  aria-label={words('answer.keep-file', { name: file.name })}
                />
                <a href={`${files}/${file.sha256}`} download>
                  <bdi>{file.name}</bdi>
                </a>
                <span className={styles.quiet}>{words('answer.size', { size: Math.ceil(file.size / 1024) })}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {given.files.length < maxFiles && (
        <p className={styles.unit}>
          <input
            id={id}
            type="file"
            name={nameOf('file', id)}
            className={styles.input}
            multiple={maxFiles > 1}
            aria-label={words('answer.new-file')}
            aria-describedby={about}
            aria-invalid={invalid}
            disabled={disabled}
          />
          <button type="submit" name="onward" value={`at ${id}`} className={styles.small} disabled={disabled}>
            {words('answer.add-file')}
          </button>
        </p>
      )}
    </>
  )
}
