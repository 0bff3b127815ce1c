import type { Language } from '@resolute/reader'
import { ActForm, Button, SelectField, useWords } from '#web'
import { type Condition, type Form, type Question, questionKinds, type Section } from '../form.ts'
import styles from './calls.module.css'
import { Check, KindFields, Writing } from './form-question-fields.tsx'
import { saidIn } from './localised.tsx'

const act = 'submissions.change-form'

/** What every form of the editor sends along. */
export interface Sent {
  readonly once: string
  readonly seen: string
  readonly in: Language
}

const hiddenOf = (sent: Sent, what: string, place: string) => ({ ...sent, do: what, 'place-of': place })

interface ConditionProps {
  readonly when: Condition | null
  /** Questions asked before, of which any answer or certain options may be needed. */
  readonly earlier: readonly Question[]
  readonly language: Language
}

/** Asked always, or only where an earlier question was answered: at all, or with one of these. */
function ConditionFields({ when, earlier, language }: ConditionProps) {
  const words = useWords()
  if (earlier.length === 0 && when === null) return null
  const label = ({ id, label: text }: Pick<Question, 'id' | 'label'>) =>
    `${id} · ${saidIn(text, language)?.words.slice(0, 80) ?? ''}`
  const needed = when !== null && 'anyOf' in when ? when.anyOf : []
  const chosen = earlier.flatMap((one) => (one.kind === 'choice' || one.kind === 'several' ? [one] : []))
  return (
    <details open={when !== null}>
      <summary>{words('calls.form-of.condition')}</summary>
      <div className={styles.texts}>
        <SelectField
          name="when"
          label={words('calls.form-of.when')}
          defaultValue={when?.question ?? ''}
          options={[
            { value: '', text: words('calls.form-of.always') },
            ...earlier.map((one) => ({ value: one.id, text: label(one) })),
          ]}
        />
        {chosen.length > 0 && <p className={styles.about}>{words('calls.form-of.when-options')}</p>}
        {chosen.map(({ id, label: text, options }) => (
          <fieldset key={id} className={styles.checks}>
            <legend>{label({ id, label: text })}</legend>
            {options.map((option) => (
              <Check
                key={option.id}
                name="when-option"
                value={`${id} ${option.id}`}
                checked={when?.question === id && needed.includes(option.id)}
                label={saidIn(option.label, language)?.words ?? option.id}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </details>
  )
}

interface QuestionProps {
  readonly question: Question
  readonly earlier: readonly Question[]
  readonly sent: Sent
}

/** Everything of one question, in the language that is being written. */
export function QuestionForm({ question, earlier, sent }: QuestionProps) {
  const words = useWords()
  const language = sent.in
  return (
    <div className={styles.editing}>
      <ActForm act={act} wide hidden={hiddenOf(sent, 'write-question', question.id)}>
        <Writing
          name="label"
          label={words('calls.form-of.label')}
          text={question.label}
          language={language}
          lines={2}
        />
        <Writing name="help" label={words('calls.form-of.help')} text={question.help} language={language} lines={2} />
        <KindFields question={question} language={language} />
        <Check name="required" checked={question.required} label={words('calls.form-of.required')} />
        <ConditionFields when={question.when} earlier={earlier} language={language} />
        <Button>{words('calls.form-of.save')}</Button>
      </ActForm>
    </div>
  )
}

export function SectionForm({
  section,
  earlier,
  sent,
}: {
  readonly section: Section
  readonly earlier: readonly Question[]
  readonly sent: Sent
}) {
  const words = useWords()
  return (
    <div className={styles.editing}>
      <ActForm act={act} wide hidden={hiddenOf(sent, 'write-section', section.id)}>
        <Writing name="title" label={words('calls.form-of.heading')} text={section.title} language={sent.in} />
        <Writing name="help" label={words('calls.form-of.help')} text={section.help} language={sent.in} lines={3} />
        <ConditionFields when={section.when} earlier={earlier} language={sent.in} />
        <Button>{words('calls.form-of.save')}</Button>
      </ActForm>
    </div>
  )
}

export function HeadForm({ form, sent }: { readonly form: Form; readonly sent: Sent }) {
  const words = useWords()
  return (
    <div className={styles.editing}>
      <ActForm act={act} wide hidden={hiddenOf(sent, 'write-form', 'form')}>
        <Writing name="title" label={words('calls.form-of.title')} text={form.title} language={sent.in} />
        <Writing
          name="introduction"
          label={words('calls.form-of.introduction')}
          text={form.introduction}
          language={sent.in}
          lines={4}
        />
        <Button>{words('calls.form-of.save')}</Button>
      </ActForm>
    </div>
  )
}

interface AddProps {
  readonly section: string
  readonly open: boolean
  readonly sent: Sent
}

/** At the end of a section: another question, with its options where it has any. */
export function AddQuestion({ section, open, sent }: AddProps) {
  const words = useWords()
  return (
    <details className={styles.add} id={`add-${section}`} open={open}>
      <summary>{words('calls.form-of.add-question')}</summary>
      <ActForm act={act} wide hidden={hiddenOf(sent, 'add-question', section)}>
        <SelectField
          name="kind"
          label={words('calls.form-of.kind-of')}
          options={questionKinds.map((kind) => ({ value: kind, text: words(`calls.form-of.kind.${kind}`) }))}
        />
        <Writing name="label" label={words('calls.form-of.label')} text={{}} language={sent.in} lines={2} />
        <Writing
          name="options"
          label={words('calls.form-of.options')}
          help={words('calls.form-of.options-if')}
          text={{}}
          language={sent.in}
          lines={4}
        />
        <Button>{words('calls.form-of.add')}</Button>
      </ActForm>
    </details>
  )
}

export function AddSection({ sent }: { readonly sent: Sent }) {
  const words = useWords()
  return (
    <details className={styles.add}>
      <summary>{words('calls.form-of.add-section')}</summary>
      <ActForm act={act} hidden={hiddenOf(sent, 'add-section', '')}>
        <Writing name="title" label={words('calls.form-of.heading')} text={{}} language={sent.in} />
        <Button>{words('calls.form-of.add')}</Button>
      </ActForm>
    </details>
  )
}

/** Up, down, away. The name of what is moved is said to who cannot see where the button stands. */
export function Moves({
  place,
  first,
  last,
  sent,
}: {
  readonly place: string
  readonly first: boolean
  readonly last: boolean
  readonly sent: Sent
}) {
  const words = useWords()
  const fields = Object.entries({ ...sent, 'place-of': place })
  const button = (what: 'up' | 'down' | 'remove', sign: string) => (
    <button type="submit" name="do" value={what} aria-label={words(`calls.form-of.${what}`, { place })}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <form method="post" className={styles.moves}>
      <input type="hidden" name="act" value={act} />
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!first && button('up', '↑')}
      {!last && button('down', '↓')}
      {button('remove', '×')}
    </form>
  )
}
