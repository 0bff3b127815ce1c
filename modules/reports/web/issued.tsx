import {
  Downloads,
  Instant,
  type LoaderInput,
  Notice,
  notFound,
  type PageProps,
  sessionAddress,
  useWords,
  visitOf,
} from '#web'
import styles from './report.module.css'
import { ReportSheet } from './report-sheet.tsx'

export async function loader(input: LoaderInput) {
  const issued = await visitOf(input).rooms.reports.issued(input.params.id ?? '')
  if (!issued) throw notFound('page')
  return { issued }
}

/** A report as it went out, with its files and their fingerprints. */
export default function IssuedReport({ loaderData: { issued } }: PageProps<typeof loader>) {
  const words = useWords()
  const { id, body, session, number, at, report, files } = issued
  const names: Readonly<Record<string, string>> = {
    docx: words('report.word'),
    html: 'HTML',
    md: 'Markdown',
    json: 'JSON',
  }
  return (
    <>
      <div className={styles.tools}>
        <p>
          <a href={sessionAddress(body, session)}>{words('report.back', { body, number: String(session) })}</a>
        </p>
        <Downloads
          label={words('shell.download')}
          links={files.map(({ format }) => ({
            href: `/reports/${id}/report.${format}`,
            text: names[format] ?? format,
          }))}
        />
      </div>
      <Notice title={words('report.issue.frozen', { number })}>
        <p>
          <Instant at={at} />. {words('report.issue.frozen-help')}
        </p>
        <ul className={styles.sources}>
          {files.map(({ format, sha256 }) => (
            <li key={format}>{words('report.issue.seal', { format: names[format] ?? format, sha256 })}</li>
          ))}
        </ul>
      </Notice>
      <ReportSheet report={report} editing={null} />
    </>
  )
}
