import { redirect } from 'react-router'
import {
  type ActionProps,
  Downloads,
  fieldOf,
  LengthMeter,
  type LoaderInput,
  notFound,
  type PageProps,
  sessionAddress,
  turnedAway,
  useWords,
  visitOf,
  withFilters,
} from '#web'
import { IssuedBefore, IssueForm } from './issue-form.tsx'
import styles from './report.module.css'
import { ReportSheet } from './report-sheet.tsx'
import { ReportTools } from './report-tools.tsx'

/** Which report the address asks for, whatever its parameters hold. */
async function askedFor(input: LoaderInput) {
  const { rooms, now, reads } = visitOf(input)
  const parameters = new URL(input.request.url).searchParams
  const asked = parameters.get('as-of') ?? ''
  const asOf = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : now().toISOString().slice(0, 10)
  const scope = parameters.get('of') ?? ''
  const body = (await rooms.calendar.table()).body(input.params.body ?? '')
  const query = { body: body?.code ?? '', session: Number(input.params.number), asOf, language: reads.language }
  return { query: { ...query, ...(scope && { scope }) }, parameters }
}

export async function loader(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const { query, parameters } = await askedFor(input)
  const report = query.body === '' ? null : await rooms.reports.compile(query)
  if (!report) throw notFound('session', `${input.params.body} ${input.params.number}`)
  const { body, session } = query
  const issues = await rooms.reports.issues({ body, session })
  const units = await rooms.reports.scopes({ body, session, asOf: query.asOf, language: query.language })
  const may = rooms.reports.mayEdit(visitor)
  return { report, issues, units, may, open: may ? parameters.get('edit') : null, query: parameters.toString() }
}

/** What its forms ask for: the report goes out, words of the office in place of generated ones. */
export const handle = { acts: ['reports.issue', 'reports.edit-words'] }

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const { query, parameters } = await askedFor(input)
  const form = await input.request.formData()
  const address = new URL(input.request.url).pathname
  if (fieldOf(form, 'act') === 'reports.issue') {
    const done = await rooms.reports.issue(visitor, query)
    if ('issued' in done) return redirect(`/reports/${done.issued}`, 303)
    if (done.refused === 'not-allowed') throw turnedAway(input, done)
    throw notFound('session', `${input.params.body} ${input.params.number}`)
  }
  const words = form.has('generated') ? null : fieldOf(form, 'words')
  const done = await rooms.reports.editWords(visitor, { ...query, place: fieldOf(form, 'place'), words })
  if ('done' in done) return redirect(withFilters(address, parameters, { edit: null }), 303)
  if (done.refused === 'not-allowed') throw turnedAway(input, done)
  return { fault: done.refused }
}

/** The report as it would be issued, with what an editor needs around it: as-of date, length, files, words, issuing. */
export default function ReportPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { report, may, open, units, issues } = loaderData
  const address = `${sessionAddress(report.body, report.session)}/report`
  const parameters = new URLSearchParams(loaderData.query)
  const addressOf = (place: string) => withFilters(address, parameters, { edit: place === '' ? null : place })
  const file = (format: string) =>
    withFilters(`${address}.${format}`, parameters, { edit: null, lang: report.language })
  const editing = may ? { open, fault: actionData?.fault ?? null, addressOf } : null
  return (
    <>
      <div className={styles.tools}>
        <ReportTools report={report} units={units} />
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
        {may && <IssueForm />}
      </div>
      <IssuedBefore issues={issues} />
      <ReportSheet report={report} editing={editing} />
    </>
  )
}
