import type { Report, ReportOnCall } from '#modules/reports'
import { AnswersSaid, LinkedSentences, useWords } from '#web'
import styles from './report.module.css'
import { type Editing, editAt } from './report-editing.ts'
import { Passage } from './report-passage.tsx'

/** What came in answer to calls for views that feed the session, one chapter for each, every name leading to its submission. */
export function ReportSubmissions({ report, editing }: { readonly report: Report; readonly editing: Editing | null }) {
  const words = useWords()
  if (report.submissions.length === 0) return null
  return (
    <section aria-labelledby="submissions">
      <h2 id="submissions">{words('report.submissions')}</h2>
      {report.submissions.map((chapter) => (
        <section key={chapter.call} className={styles.chapter} id={`call-${chapter.call}`}>
          <h3>
            <a href={chapter.address}>{chapter.title}</a>
          </h3>
          {chapter.paragraphs.map(({ place, heading, number, sentences }) => (
            <div key={place}>
              {heading !== null && <h4>{heading}</h4>}
              <Passage
                place={place}
                text={sentences.map((one) => one.words).join(report.language === 'zh' ? '' : ' ')}
                shown={<LinkedSentences sentences={sentences} language={report.language} />}
                edit={editAt(report, place)}
                editing={editing}
                number={number}
              />
            </div>
          ))}
        </section>
      ))}
    </section>
  )
}

/** The replies, whole; folded, since they are long. */
export function ReportReplies({ chapters }: { readonly chapters: readonly ReportOnCall[] }) {
  const words = useWords()
  const answered = chapters.filter(({ annex }) => annex.length > 0)
  if (answered.length === 0) return null
  return (
    <section aria-labelledby="replies">
      <h2 id="replies">{words('report.replies')}</h2>
      {answered.flatMap(({ call, annex }) =>
        annex.map(({ name, address, sent, answers }) => (
          <details key={`${call} ${address}`} className={styles.reply}>
            <summary>{words('report.reply', { name, date: sent })}</summary>
            <p>
              <a href={address}>{words('report.reply-whole', { name })}</a>
            </p>
            <AnswersSaid answers={answers} />
          </details>
        )),
      )}
    </section>
  )
}
