import { ActForm, Button, useWords } from '#web'
import { AnswerWords } from './answer-words.tsx'
import type { Refusing } from './mark-form.tsx'
import { MarkForm } from './mark-form.tsx'
import { Marked } from './marked.tsx'
import styles from './replies.module.css'
import type { RepliesData, ShownReply } from './replies-loader.ts'

interface Props {
  readonly reply: ShownReply
  readonly data: RepliesData
  readonly refused: Refusing | null
}

/** One reply: the words as they were written, what is marked in them, and the form to mark more. */
export function Reply({ reply, data, refused }: Props) {
  const words = useWords()
  const { call, question, mayMark, once } = data
  const { submission, invitation, name, answer, texts, visibility } = reply
  const passages = texts.flatMap((text) => text.passages)
  const place = `reply-${invitation}`
  return (
    <li id={place} className={styles.reply}>
      <h3>
        <a href={`/calls/${call.id}/submissions/${invitation}#${question.id}`}>{name}</a>
        {visibility !== 'public' && <span className={styles.quiet}> · {words(`replies.shown.${visibility}`)}</span>}
      </h3>
      <AnswerWords
        question={question}
        answer={answer}
        files={`/api/v1/calls/${call.id}/submissions/${invitation}/files`}
        show={(part, text) => (
          <Marked
            text={text}
            passages={texts.find((one) => one.part === part)?.passages ?? []}
            of={mayMark ? `${submission} ${part ?? ''}` : null}
          />
        )}
      />
      {passages.length > 0 && (
        <ul className={styles.passages}>
          {passages.map(({ id, finding, quote }) => (
            <li key={id}>
              <a href={`/calls/${call.id}/findings#finding-${finding}`}>{words('replies.marked', { finding })}</a>{' '}
              {mayMark && (
                <ActForm act="submissions.unmark-passage" inline hidden={{ once, passage: id, submission }}>
                  <Button quiet aria-label={words('replies.unmark-of', { quote: shortened(quote) })}>
                    {words('replies.unmark')}
                  </Button>
                </ActForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayMark &&
        texts.map(({ part, text }) => (
          <MarkForm
            key={part ?? ''}
            of={{ submission, part, text, name }}
            data={data}
            refused={
              refused?.written.submission === submission && (refused.written.part || null) === part ? refused : null
            }
          />
        ))}
    </li>
  )
}

const shortened = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`)
