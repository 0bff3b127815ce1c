import type { ReactNode } from 'react'
import { Day, languageName, useWords } from '#web'
import type { Answer } from '../answer.ts'
import type { Option, Question, TableQuestion } from '../form.ts'
import styles from './answer.module.css'
import { Said, tongue } from './localised.tsx'

interface Props {
  readonly question: Question
  readonly answer: Answer | null
  /** Address files are fetched below: `<files>/<sha256>`. */
  readonly files: string
  /** How free text is shown, by the part of the answer a passage names; as it is where this is left out. */
  readonly show?: Show
}

type Show = (part: string | null, text: string) => ReactNode

const asItIs: Show = (_, text) => text

/** An answer as it stands, to be read. */
export function AnswerWords({ question, answer, files, show = asItIs }: Props) {
  const words = useWords()
  if (answer === null) return <p className={styles.quiet}>{words('answer.none')}</p>
  switch (answer.kind) {
    case 'note':
      return <p>{words(`answer.note.${answer.note}`)}</p>
    case 'text':
      return <Written text={show(null, answer.text)} language={answer.language} />
    case 'number':
      return (
        <p>
          <bdi>{show(null, answer.number)}</bdi> {question.kind === 'number' && <Said text={question.unit} />}
        </p>
      )
    case 'date':
      return (
        <p>
          <Day date={answer.day} />
        </p>
      )
    case 'choice':
      return (
        <Chosen
          question={question}
          options={answer.option === null ? [] : [answer.option]}
          other={answer.other === null ? null : show('other', answer.other)}
        />
      )
    case 'several':
      return (
        <Chosen
          question={question}
          options={answer.options}
          other={answer.other === null ? null : show('other', answer.other)}
        />
      )
    case 'table':
      return question.kind === 'table' ? <TableWords question={question} rows={answer.rows} show={show} /> : null
    case 'file':
      return (
        <ul>
          {answer.files.map(({ sha256, name }) => (
            <li key={sha256}>
              <a href={`${files}/${sha256}`} download>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )
    case 'comments':
      return (
        <dl className={styles.comments}>
          {answer.comments.map(({ path, text, proposal }) => (
            <div key={path}>
              <dt>{words('answer.paragraph', { path })}</dt>
              <dd>
                {text && <Written text={show(path, text)} language={answer.language} />}
                {proposal && (
                  <>
                    <p className={styles.quiet}>{words('answer.proposal')}</p>
                    <Written text={show(`${path}/proposal`, proposal)} language={answer.language} />
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )
    default:
      return answer satisfies never
  }
}

/** Free text, in its own language and direction. */
export function Written({ text, language }: { readonly text: ReactNode; readonly language: string }) {
  const words = useWords()
  const other = tongue(language, words.language)
  return (
    <>
      <p className={styles.written} {...other} dir={other.dir ?? 'auto'}>
        {text}
      </p>
      {other.lang && <p className={styles.quiet}>{words('answer.written-in', { language: languageName(language) })}</p>}
    </>
  )
}

interface ChosenProps {
  readonly question: Question
  readonly options: readonly string[]
  readonly other: ReactNode
}

function Chosen({ question, options, other }: ChosenProps) {
  const known = question.kind === 'choice' || question.kind === 'several' ? question.options : []
  return (
    <ul>
      {options.map((id) => (
        <li key={id}>
          <OptionName options={known} id={id} />
        </li>
      ))}
      {other !== null && (
        <li>
          <bdi>{other}</bdi>
        </li>
      )}
    </ul>
  )
}

function OptionName({ options, id }: { readonly options: readonly Option[]; readonly id: string }) {
  const option = options.find((one) => one.id === id)
  return option ? <Said text={option.label} /> : <bdi>{id}</bdi>
}

interface TableProps {
  readonly question: TableQuestion
  readonly rows: Extract<Answer, { kind: 'table' }>['rows']
  readonly show: Show
}

function TableWords({ question, rows, show }: TableProps) {
  const words = useWords()
  const own = question.rows.length === 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved by the keyboard too
    <section className={styles.scroll} tabIndex={0} aria-label={words('answer.table')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {!own && <td />}
            {question.columns.map(({ id, label }) => (
              <th key={id} scope="col">
                <Said text={label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }, at) => (
            <tr key={row ?? at}>
              {!own && (
                <th scope="row">
                  <OptionName options={question.rows} id={row ?? ''} />
                </th>
              )}
              {question.columns.map(({ id, kind, options }) => (
                <td key={id} dir="auto">
                  {cells[id] &&
                    (kind === 'choice' ? (
                      <OptionName options={options} id={cells[id]} />
                    ) : (
                      show(`${row ?? at + 1}.${id}`, cells[id])
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
