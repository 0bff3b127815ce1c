import { Day, Instant, Tag, useWords } from '#web'
import { notes } from '../answer.ts'
import type { Condition, Question } from '../form.ts'
import type { FieldError } from '../refusal.ts'
import styles from './answer.module.css'
import { ChoiceAnswer, DateAnswer, FileAnswer, NumberAnswer, TextAnswer } from './answer-fields.tsx'
import { CommentsAnswer, TableAnswer } from './answer-grids.tsx'
import type { AskedQuestion } from './answer-loader.ts'
import { type Given, givenOf, nameOf } from './answer-names.ts'
import { AnswerWords } from './answer-words.tsx'
import { Said } from './localised.tsx'

interface Props {
  readonly asked: AskedQuestion
  readonly errors?: readonly FieldError[]
  /** What was typed, where it was not taken. */
  readonly typed?: Given | undefined
  /** Somebody else changed it meanwhile: their wording is shown beside. */
  readonly conflict?: boolean
  /** Name of who wrote last, where the visitor may know it. */
  readonly writer?: string | null
  /** Address of the files of this answer. */
  readonly files: string
  /** Questions whose answers the condition may rest on, on this page. */
  readonly here?: ReadonlySet<string>
  readonly disabled?: boolean
}

/** What a condition says, for the script of the page: `q1 yes no`, or `q1` where any answer will do. */
export const conditionIn = (when: Condition | null, here: ReadonlySet<string> | undefined): string | undefined =>
  when === null || !here?.has(when.question)
    ? undefined
    : [when.question, ...('anyOf' in when ? when.anyOf : [])].join(' ')

/** One question as it is answered: its words, what stands in it, what was wrong, and a note in the place of an answer. */
export function AnswerQuestion({
  asked,
  errors = [],
  typed,
  conflict = false,
  writer = null,
  files,
  here,
  disabled = false,
}: Props) {
  const words = useWords()
  const { question, number, shown, answer, mark, from, at } = asked
  const { id } = question
  const mine = errors.filter(({ field }) => field === id)
  const inParts = errors.filter(({ field }) => field.startsWith(`${id}.`))
  const sentence = ({ code, facts }: FieldError) => words(`submissions.invalid.${code}`, facts)
  const limit = question.kind === 'text' ? question.maxWords : null
  const about = [
    hasWords(question.help) && `${id}-help`,
    limit !== null && `${id}-limit`,
    mine.length > 0 && `${id}-fault`,
  ]
    .filter(Boolean)
    .join(' ')
  const title = (
    <>
      <span className={styles.number}>{number}.</span> <Said text={question.label} />{' '}
      {question.required && <Tag>{words('answer.required')}</Tag>}
    </>
  )
  const single = question.kind === 'text' || question.kind === 'number' || question.kind === 'date'
  const body = (
    <>
      {hasWords(question.help) && (
        <p id={`${id}-help`} className={styles.help}>
          <Said text={question.help} />
        </p>
      )}
      {from && answer && (
        <p className={styles.filled}>
          {words.rich('answer.filled-in', { call: <bdi>{from.call}</bdi>, date: <Day date={from.at} /> })}{' '}
          {!disabled && (
            <button type="submit" name="confirm" value={id} className={styles.small}>
              {words('answer.confirm')}
            </button>
          )}
        </p>
      )}
      {mine.map((error) => (
        <p key={error.code} id={`${id}-fault`} className={styles.fault} data-fault="">
          {sentence(error)}
        </p>
      ))}
      {conflict && (
        <div className={styles.conflict} data-conflict="">
          <p>
            {writer === null
              ? words('answer.conflict')
              : words.rich('answer.conflict-by', { who: writer, at: at === null ? '' : <Instant at={at} /> })}
          </p>
          <AnswerWords question={question} answer={answer} files={files} />
          <button type="submit" name="take" value={id} className={styles.small}>
            {words('answer.take-theirs')}
          </button>
        </div>
      )}
      <Control
        asked={asked}
        given={typed ?? givenOf(answer)}
        about={about || undefined}
        invalid={mine.length > 0 ? true : undefined}
        files={files}
        disabled={disabled}
        faultOf={(field) => {
          const found = inParts.find((error) => error.field === field)
          return found && sentence(found)
        }}
      />
      {limit !== null && (
        <p id={`${id}-limit`} className={styles.help} data-count={id}>
          {words('answer.most-words', { count: limit })}
        </p>
      )}
      <p className={styles.note}>
        <label htmlFor={`${id}-note`}>{words('answer.instead')}</label>{' '}
        <select
          id={`${id}-note`}
          name={nameOf('note', id)}
          defaultValue={(typed ?? givenOf(answer)).note}
          aria-describedby={`${id}-title`}
          disabled={disabled}
        >
          <option value="">{words('answer.no-note')}</option>
          {notes.map((note) => (
            <option key={note} value={note}>
              {words(`answer.note.${note}`)}
            </option>
          ))}
        </select>
      </p>
      {!disabled && <input type="hidden" name={nameOf('was', id)} value={mark} />}
    </>
  )
  const frame = {
    className: styles.question,
    id: `at-${id}`,
    hidden: !shown,
    'data-question': disabled ? undefined : id,
    'data-when': conditionIn(question.when, here),
  }
  return single ? (
    <div {...frame}>
      <label id={`${id}-title`} htmlFor={id} className={styles.title}>
        {title}
      </label>
      {body}
    </div>
  ) : (
    <fieldset {...frame} aria-describedby={about || undefined}>
      <legend id={`${id}-title`} className={styles.title}>
        {title}
      </legend>
      {body}
    </fieldset>
  )
}

const hasWords = (text: Question['help']): boolean => Object.keys(text).length > 0

interface ControlProps {
  readonly asked: AskedQuestion
  readonly given: Given
  readonly about: string | undefined
  readonly invalid: true | undefined
  readonly files: string
  readonly disabled: boolean
  readonly faultOf: (field: string) => string | undefined
}

function Control({ asked, files, faultOf, ...field }: ControlProps) {
  const { question } = asked
  switch (question.kind) {
    case 'text':
      return <TextAnswer question={question} {...field} />
    case 'number':
      return <NumberAnswer question={question} {...field} />
    case 'date':
      return <DateAnswer question={question} {...field} />
    case 'choice':
    case 'several':
      return <ChoiceAnswer question={question} {...field} />
    case 'file':
      return <FileAnswer question={question} files={files} {...field} />
    case 'table':
      return <TableAnswer question={question} faultOf={faultOf} {...field} />
    case 'comments':
      return <CommentsAnswer question={question} faultOf={faultOf} paragraphs={asked.paragraphs} {...field} />
    default:
      return question satisfies never
  }
}
