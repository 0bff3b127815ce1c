import {
  Downloads,
  directionOf,
  documentAddress,
  LengthMeter,
  type LoaderInput,
  Notice,
  notFound,
  PageHead,
  type PageProps,
  sessionAddress,
  useWords,
  visitOf,
} from '#web'
import styles from './report.module.css'
import { ReportAnnex } from './report-annex.tsx'
import { ReportEntries } from './report-entries.tsx'

export async function loader(input: LoaderInput) {
  const { rooms, now, reads } = visitOf(input)
  const asked = new URL(input.request.url).searchParams.get('as-of') ?? ''
  const asOf = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : now().toISOString().slice(0, 10)
  const body = (await rooms.calendar.table()).body(input.params.body ?? '')
  const query = { body: body?.code ?? '', session: Number(input.params.number), asOf, language: reads.language }
  const report = body && (await rooms.reports.compile(query))
  if (!report) throw notFound('session', `${input.params.body} ${input.params.number}`)
  return { report }
}

/** The report as it would be issued, with what an editor needs around it: as-of date, length, files. */
export default function ReportPage({ loaderData: { report } }: PageProps<typeof loader>) {
  const words = useWords()
  const address = sessionAddress(report.body, report.session)
  const file = (format: string) => `${address}/report.${format}?as-of=${report.asOf}&lang=${report.language}`
  return (
    <>
      <div className={styles.tools}>
        <p>
          <a href={address}>{words('report.back', { body: report.body, number: String(report.session) })}</a>
        </p>
        <form method="get" className={styles.clock}>
          <label htmlFor="as-of">{words('due.as-of')}</label>
          <input id="as-of" name="as-of" type="date" defaultValue={report.asOf} required />
          <button type="submit">{words('shell.show')}</button>
        </form>
        <LengthMeter count={report.words.count} limit={report.words.limit} label={words('report.length')} />
        <Downloads
          label={words('shell.download')}
          links={[
            { href: file('docx'), text: words('report.word') },
            { href: file('html'), text: 'HTML' },
            { href: file('md'), text: 'Markdown' },
            { href: file('json'), text: 'JSON' },
          ]}
        />
      </div>
      <article className={styles.sheet} lang={report.language} dir={directionOf(report.language)}>
        <div className={styles.masthead}>
          <p className={styles.organ}>{report.masthead.organ}</p>
          <p>
            {report.masthead.symbol && <span>{report.masthead.symbol}</span>}
            <span>{report.masthead.distribution}</span>
            <span>{report.masthead.date}</span>
            <span>{report.masthead.originalLanguage}</span>
          </p>
        </div>
        <p className={styles.session}>{report.sessionLine}</p>
        <p className={styles.place}>{report.placeAndDates}</p>
        {report.agendaLine && <p className={styles.place}>{report.agendaLine}</p>}
        <PageHead title={report.title} kicker={report.genre} />
        <section className={styles.summary} aria-labelledby="summary">
          <h2 id="summary">{words('report.summary')}</h2>
          {report.summary.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
        <section aria-labelledby="action">
          <h2 id="action">{words('report.action')}</h2>
          {report.actionRequired.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
        <section aria-labelledby="introduction">
          <h2 id="introduction">{words('report.introduction')}</h2>
          {report.introduction.map((paragraph, i) => (
            <p key={paragraph} className={styles.numbered}>
              <span>{i + 1}.</span>
              <span>{paragraph}</span>
            </p>
          ))}
        </section>
        {report.entries.length === 0 ? (
          <Notice>
            <p>{words('report.nothing')}</p>
          </Notice>
        ) : (
          <ReportEntries entries={report.entries} />
        )}
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
      </article>
    </>
  )
}
