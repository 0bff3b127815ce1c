import type { Issue } from '#modules/reports'
import { ActForm, Button, Instant, Section, useWords } from '#web'

/** Freezes the report as it stands today. */
export function IssueForm() {
  const words = useWords()
  return (
    <ActForm act="reports.issue" inline>
      <Button>{words('report.issue.button')}</Button>
      <span>{words('report.issue.help')}</span>
    </ActForm>
  )
}

/** Issues of the reports for this session; nothing where there are none. */
export function IssuedBefore({ issues }: { readonly issues: readonly Issue[] }) {
  const words = useWords()
  if (issues.length === 0) return null
  return (
    <Section id="issued" title={words('report.issue.before')}>
      <ul>
        {issues.map((issue) => (
          <li key={issue.id}>
            <a href={`/reports/${issue.id}`} lang={issue.language} dir="auto">
              {issue.title}
            </a>{' '}
            {words('report.issue.number', { number: issue.number })}, <Instant at={issue.at} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
