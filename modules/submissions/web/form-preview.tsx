import type { Form, Question } from '../form.ts'
import type { ShownParagraph } from './answer-loader.ts'
import { AnswerQuestion } from './answer-question.tsx'
import styles from './calls.module.css'
import { Said } from './localised.tsx'

/** Paragraphs that questions ask comments on, by the id of the question. */
export type Commented = Readonly<Record<string, readonly ShownParagraph[]>>

const asked = (question: Question, number: number, paragraphs: readonly ShownParagraph[] = []) => ({
  question,
  number,
  shown: true,
  missing: false,
  answer: null,
  mark: '',
  from: null,
  by: null,
  at: null,
  paragraphs,
})

/** A form as who answers sees it; nothing can be written in. */
export function FormPreview({ form, commented }: { readonly form: Form; readonly commented: Commented }) {
  let number = 0
  return (
    <fieldset disabled className={styles.preview}>
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
            return (
              <AnswerQuestion
                key={question.id}
                asked={asked(question, number, commented[question.id])}
                files=""
                disabled
              />
            )
          })}
        </section>
      ))}
    </fieldset>
  )
}
