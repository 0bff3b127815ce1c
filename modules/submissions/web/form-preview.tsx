import type { Form, Question } from '../form.ts'
import { AnswerQuestion } from './answer-question.tsx'
import styles from './calls.module.css'
import { Said } from './localised.tsx'

const asked = (question: Question, number: number) => ({
  question,
  number,
  shown: true,
  missing: false,
  answer: null,
  mark: '',
  from: null,
  by: null,
  at: null,
  paragraphs: [],
})

/** A form as who answers sees it; nothing can be written in. */
export function FormPreview({ form }: { readonly form: Form }) {
  let number = 0
  return (
    <div className={styles.preview}>
      <p className={styles.said}>
        <Said text={form.introduction} />
      </p>
      {form.sections.map(({ id, title, help, questions }) => (
        <section key={id} aria-labelledby={`preview-${id}`}>
          <h3 id={`preview-${id}`}>
            <Said text={title} />
          </h3>
          <p className={styles.about}>
            <Said text={help} />
          </p>
          {questions.map((question) => {
            number += 1
            return <AnswerQuestion key={question.id} asked={asked(question, number)} files="" disabled />
          })}
        </section>
      ))}
    </div>
  )
}
