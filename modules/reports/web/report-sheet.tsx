import type { Report } from '#modules/reports'
import { directionOf, documentAddress, Notice, PageHead, useWords } from '#web'
import styles from './report.module.css'
import { ReportAnnex } from './report-annex.tsx'
import { type Editing, editAt } from './report-editing.ts'
import { ReportEntries } from './report-entries.tsx'
import { Passage } from './report-passage.tsx'
import { ReportReplies, ReportSubmissions } from './report-submissions.tsx'

/** A report as it is read; with the tools of an editor where `editing` is given. */
export function ReportSheet({ report, editing }: { readonly report: Report; readonly editing: Editing | null }) {
  const words = useWords()
  const passages = (part: 'summary' | 'introduction' | 'actionRequired', numbered = false) =>
    report[part].map((text, i) => {
      const place = report.places[part][i] ?? `${part}/${i}`
      const number = numbered ? { number: i + 1 } : {}
      return (
        <Passage key={place} place={place} text={text} edit={editAt(report, place)} editing={editing} {...number} />
      )
    })
  return (
    <article className={styles.sheet} lang={report.language} dir={directionOf(report.language)}>
      <div className={styles.masthead}>
        <p className={styles.organ}>{report.masthead.organ}</p>
        <p>
          {report.masthead.symbol && <span>{report.masthead.symbol}</span>}
          <span>{words('reports.masthead.distribution', { distribution: report.masthead.distribution })}</span>
          <span>{report.masthead.date}</span>
          <span>{words('reports.masthead.original', { language: report.masthead.originalLanguage })}</span>
        </p>
      </div>
      <p className={styles.session}>{report.sessionLine}</p>
      <p className={styles.place}>{report.placeAndDates}</p>
      {report.agendaLine && <p className={styles.place}>{report.agendaLine}</p>}
      <PageHead title={report.title} kicker={report.genre} />
      <section className={styles.summary} aria-labelledby="summary">
        <h2 id="summary">{words('report.summary')}</h2>
        {passages('summary')}
      </section>
      <section aria-labelledby="action">
        <h2 id="action">{words('report.action')}</h2>
        {passages('actionRequired')}
      </section>
      <section aria-labelledby="introduction">
        <h2 id="introduction">{words('report.introduction')}</h2>
        {passages('introduction', true)}
      </section>
      {report.entries.length === 0 ? (
        <Notice>
          <p>{words('report.nothing')}</p>
        </Notice>
      ) : (
        <ReportEntries report={report} editing={editing} />
      )}
      <ReportSubmissions report={report} editing={editing} />
      <ReportAnnex undated={report.undated} />
      <section aria-labelledby="sources" className={styles.sources}>
        <h2 id="sources">{words('report.sources')}</h2>
        <ul>
          {report.sources.map((source) => (
            <li key={source.document}>
              <a href={documentAddress(source.document)}>{source.document}</a>{' '}
              {words('report.source', { version: source.version, seal: source.sha256.slice(0, 16) })}
            </li>
          ))}
        </ul>
      </section>
      <ReportReplies chapters={report.submissions} />
    </article>
  )
}
