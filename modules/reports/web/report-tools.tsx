import type { Report, ReportScope } from '#modules/reports'
import { Button, sessionAddress, useWords } from '#web'
import styles from './report.module.css'

/** Which report: as of which day, and on all that is due or on one text. */
export function ReportTools({ report, units }: { readonly report: Report; readonly units: readonly ReportScope[] }) {
  const words = useWords()
  return (
    <>
      <p>
        <a href={sessionAddress(report.body, report.session)}>
          {words('report.back', { body: report.body, number: String(report.session) })}
        </a>
      </p>
      <form method="get" className={styles.clock}>
        <label htmlFor="as-of">{words('due.as-of')}</label>
        <input id="as-of" name="as-of" type="date" defaultValue={report.asOf} required />
        <label htmlFor="of">{words('report.of')}</label>
        <select id="of" name="of" defaultValue={report.scope ?? ''}>
          <option value="">{words('report.of-all')}</option>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Button quiet>{words('shell.show')}</Button>
      </form>
    </>
  )
}
