import type { Report, ReportEntry } from '#modules/reports'
import { Facts, useWords } from '#web'
import styles from './report.module.css'
import { type Editing, editAt } from './report-editing.ts'
import { Passage } from './report-passage.tsx'
import { ReportedList } from './reported-list.tsx'

interface Props {
  readonly report: Report
  readonly editing: Editing | null
}

/** One entry per paragraph, by the text that asks for it, numbered on from the introduction. */
export function ReportEntries({ report, editing }: Props) {
  const words = useWords()
  const units = [...Map.groupBy(report.entries, (entry) => `${entry.document} ${entry.unit}`)]
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{words(report.scope === null ? 'report.entries' : 'report.entries-of')}</h2>
      {units.map(([key, entries]) => (
        <section key={key} className={styles.unit}>
          <h3>{headingOf(entries[0]!)}</h3>
          {entries.map((entry) => (
            <Entry key={entry.mandate} entry={entry} report={report} editing={editing} />
          ))}
        </section>
      ))}
    </section>
  )
}

const headingOf = ({ unit, unitTitle }: ReportEntry): string => (unitTitle ? `${unit}: ${unitTitle}` : unit)

function Entry({ entry, report, editing }: Props & { readonly entry: ReportEntry }) {
  const words = useWords()
  const place = `remark/${entry.mandate}`
  const status = <a href={entry.statusAddress}>{entry.status}</a>
  return (
    <div className={styles.entry} id={`entry-${entry.number}`}>
      <p className={styles.numbered}>
        <span>{entry.number}.</span>
        <span>
          <a href={entry.address}>{entry.citation}</a>
          {': '}
          <span lang="en" dir="auto">
            {entry.text}
          </span>
        </span>
      </p>
      <Facts
        rows={[
          [words('report.column.action'), entry.actionRequired],
          [words('report.column.addressees'), entry.addressees.join(words('report.separator'))],
          ...(entry.conditions.length > 0
            ? [[words('report.column.conditions'), entry.conditions.join(words('report.separator'))] as const]
            : []),
          [words('report.column.due'), entry.due],
          [words('report.column.status'), status],
          ...(entry.calls.length > 0
            ? [
                [
                  words('report.column.calls'),
                  entry.calls.map(({ words: call, address }, i) => (
                    <span key={address}>
                      {i > 0 && words('report.separator')}
                      <a href={address}>{call}</a>
                    </span>
                  )),
                ] as const,
              ]
            : []),
          ...(entry.resources ? [[words('report.column.resources'), entry.resources] as const] : []),
        ]}
      />
      <ReportedList reported={entry.duties.flatMap(({ reported }) => reported)} />
      <Passage place={place} text={entry.remark ?? ''} edit={editAt(report, place)} editing={editing} />
    </div>
  )
}
