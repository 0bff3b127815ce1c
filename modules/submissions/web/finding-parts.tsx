import { languages } from '@resolute/reader'
import { ActForm, Button, languageName, Tag, useWords } from '#web'
import { FindingForm } from './finding-form.tsx'
import type { FindingsAnswer } from './findings-action.ts'
import type { FindingsData, ShownFinding } from './findings-loader.ts'
import { Said, tongue } from './localised.tsx'
import styles from './replies.module.css'

interface Props {
  readonly finding: ShownFinding
  readonly data: FindingsData
  readonly refused: FindingsAnswer | null
}

/** One finding: what is said, in which languages, on which passages it rests, and what may be done with it. */
export function FindingParts({ finding, data, refused }: Props) {
  const words = useWords()
  const { may, once, language } = data
  const { id, n, statement, theme, order, missing, passages } = finding
  const standing = passages.filter(({ stands }) => stands)
  const of = [...new Set(standing.map(({ invitation }) => invitation))].length
  return (
    <section id={`finding-${n}`} className={styles.finding} aria-labelledby={`statement-${n}`}>
      <h3 id={`statement-${n}`} className={styles.statement}>
        <span className={styles.number}>{n}.</span> … <Said text={statement} />
      </h3>
      <p className={styles.quiet}>
        {words('findings.rests', { passages: standing.length, submissions: of })}
        {may && missing.length > 0 && (
          <> · {words('findings.missing', { languages: words.list(missing.map(languageName)) })}</>
        )}
      </p>
      <Passages finding={finding} data={data} />
      {may && (
        <>
          <details className={styles.marking} open={refused?.act === 'submissions.change-finding'}>
            <summary>
              {words('findings.change')}
              <span className={styles.unseen}> {n}</span>
            </summary>
            <FindingForm
              act="submissions.change-finding"
              once={once}
              language={language}
              words={refused ?? { statement, theme }}
              finding={{ id, order }}
              refused={refused}
            />
          </details>
          <ActForm
            act="submissions.drop-finding"
            inline
            hidden={{ once, finding: id, ...hiddenTexts('statement', statement), ...hiddenTexts('theme', theme) }}
          >
            <Button quiet aria-label={words('findings.drop-of', { n })}>
              {words('findings.drop')}
            </Button>
          </ActForm>
        </>
      )}
    </section>
  )
}

/** Sent along when a finding is dropped, so that it can be made again at once. */
const hiddenTexts = (name: string, text: ShownFinding['statement']): Readonly<Record<string, string>> =>
  Object.fromEntries(languages.flatMap((one) => (text[one] ? [[`${name}.${one}`, text[one]]] : [])))

function Passages({ finding: { n, passages }, data: { call, may, once } }: Omit<Props, 'refused'>) {
  const words = useWords()
  if (passages.length === 0) return <p className={styles.quiet}>{words('findings.no-passages')}</p>
  return (
    <ul className={styles.quotes}>
      {passages.map(({ id, quote, language, name, invitation, question, stands, submission }) => (
        <li key={id}>
          <blockquote {...tongue(language, words.language)} dir="auto">
            {quote}
          </blockquote>
          <p className={styles.quiet}>
            <a href={addressOf(call.id, invitation, submission, question, stands)}>{name}</a> ·{' '}
            <a href={`/calls/${call.id}/replies/${question}#reply-${invitation}`}>{words('findings.beside')}</a>
            {!stands && (
              <>
                {' '}
                <Tag tone="warn">{words('findings.no-longer')}</Tag>
              </>
            )}
          </p>
          {may && (
            <ActForm act="submissions.unmark-passage" inline hidden={{ once, passage: id }}>
              <Button quiet aria-label={words('findings.unmark-of', { name, n })}>
                {words('replies.unmark')}
              </Button>
            </ActForm>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The submission as it stands, or the one the passage was marked in where that stands no more. */
const addressOf = (call: string, invitation: number, submission: string, question: string, stands: boolean): string =>
  `/calls/${call}/submissions/${invitation}${stands ? '' : `?number=${submission.split('/')[2]}`}#${question}`
