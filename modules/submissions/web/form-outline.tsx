import { Tag, useWords } from '#web'
import type { Condition, Form, FormNote, Question } from '../form.ts'
import { questionsOf } from '../shown.ts'
import styles from './calls.module.css'
import { AddQuestion, AddSection, HeadForm, Moves, QuestionForm, SectionForm, type Sent } from './form-item.tsx'
import { Said, saidIn } from './localised.tsx'

interface Props {
  readonly form: Form
  readonly notes: readonly FormNote[]
  /** What is open to be written: `form`, the id of a section or a question. */
  readonly editing: string
  /** Section to which another question may be added at once. */
  readonly adding: string
  readonly sent: Sent
}

/** The form in its order, each part with what may be done to it; what is being written is open in its place. */
export function FormOutline({ form, notes, editing, adding, sent }: Props) {
  const words = useWords()
  const all = questionsOf(form)
  const before = (id: string): readonly Question[] =>
    all.slice(
      0,
      all.findIndex((one) => one.id === id),
    )
  const open = (place: string) => `?in=${sent.in}&edit=${place}#${place}`
  const faulty = new Set(
    notes.flatMap(({ severity, place }) => (severity === 'blocks' && place ? [place.split('.')[0]!] : [])),
  )
  return (
    <ol className={styles.outline}>
      <li className={styles.section} id="form">
        <div className={styles.line}>
          <p>
            <strong>
              <Said text={form.title} />
            </strong>{' '}
            <a href={open('form')}>{words('calls.form-of.write-head')}</a>
          </p>
        </div>
        {editing === 'form' && <HeadForm form={form} sent={sent} />}
      </li>
      {form.sections.map((section, at) => {
        const earlier = form.sections.slice(0, at).flatMap(({ questions }) => questions)
        return (
          <li key={section.id} className={styles.section} id={section.id}>
            <div className={styles.line}>
              <p>
                <a href={open(section.id)}>
                  <strong>
                    {Object.keys(section.title).length > 0 ? (
                      <Said text={section.title} />
                    ) : (
                      words('calls.form-of.section', { number: at + 1 })
                    )}
                  </strong>
                </a>
                {faulty.has(section.id) && <> {<Tag tone="warn">{words('calls.form-of.amiss')}</Tag>}</>}
                <When when={section.when} all={all} />
              </p>
              <Moves place={section.id} first={at === 0} last={at === form.sections.length - 1} sent={sent} />
            </div>
            {editing === section.id && <SectionForm section={section} earlier={earlier} sent={sent} />}
            <ol>
              {section.questions.map((question, index) => (
                <li key={question.id} id={question.id} className={styles.question}>
                  <div className={styles.line}>
                    <div>
                      <a href={open(question.id)}>
                        {all.indexOf(question) + 1}.{' '}
                        {Object.keys(question.label).length > 0 ? <Said text={question.label} /> : question.id}
                      </a>{' '}
                      {faulty.has(question.id) && <Tag tone="warn">{words('calls.form-of.amiss')}</Tag>}
                      <p className={styles.about}>
                        {words(`calls.form-of.kind.${question.kind}`)} · {question.id}
                        {question.required && <> · {words('calls.form-of.is-required')}</>}
                        <When when={question.when} all={all} />
                      </p>
                    </div>
                    <Moves
                      place={question.id}
                      first={at === 0 && index === 0}
                      last={at === form.sections.length - 1 && index === section.questions.length - 1}
                      sent={sent}
                    />
                  </div>
                  {editing === question.id && (
                    <QuestionForm question={question} earlier={before(question.id)} sent={sent} />
                  )}
                </li>
              ))}
            </ol>
            <AddQuestion section={section.id} open={adding === section.id} sent={sent} />
          </li>
        )
      })}
      <li>
        <AddSection sent={sent} />
      </li>
    </ol>
  )
}

function When({ when, all }: { readonly when: Condition | null; readonly all: readonly Question[] }) {
  const words = useWords()
  if (when === null) return null
  const asked = all.find(({ id }) => id === when.question)
  const options = asked?.kind === 'choice' || asked?.kind === 'several' ? asked.options : []
  const called = (id: string) =>
    saidIn(options.find((one) => one.id === id)?.label ?? {}, words.language.slice(0, 2))?.words ?? id
  return (
    <>
      {' · '}
      {'anyOf' in when
        ? words('calls.form-of.only-if', { question: when.question, options: words.list(when.anyOf.map(called)) })
        : words('calls.form-of.only-if-answered', { question: when.question })}
    </>
  )
}
