import {
  type ActionProps,
  Downloads,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  Section,
  useWords,
} from '#web'
import { FindingForm } from './finding-form.tsx'
import { FindingParts } from './finding-parts.tsx'
import { actOnFindings, findingActs } from './findings-action.ts'
import { loadFindings } from './findings-loader.ts'
import { Said, saidIn } from './localised.tsx'
import styles from './replies.module.css'

export const handle = { acts: findingActs }

export const loader = (input: LoaderInput) => loadFindings(input)

export const action = (input: LoaderInput) => actOnFindings(input)

const saids: readonly string[] = findingActs.map((act) => act.replace('submissions.', ''))

/** What was found in the submissions, finding by finding, each with the passages it rests on. */
export default function FindingsPage({
  loaderData,
  actionData,
}: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { call, findings, may, questions, said, once, language } = loaderData
  const dropped = actionData?.act === 'submissions.drop-finding' && actionData.refused === null ? actionData : null
  const made = actionData?.act === 'submissions.make-finding' ? actionData : null
  const themes = Map.groupBy(findings, ({ theme }) => saidIn(theme, language)?.words ?? '')
  return (
    <article>
      <PageHead
        kicker={
          <a href={`/calls/${call.id}`}>
            <Said text={call.subject} />
          </a>
        }
        title={words('findings.title')}
      >
        <p>{words('findings.lede')}</p>
        <p>
          <a href={`/calls/${call.id}/section`}>{words('findings.in-section')}</a>
        </p>
      </PageHead>
      {said !== null && !actionData && saids.includes(said) && <Notice>{words(`findings.said.${said}`)}</Notice>}
      {dropped && (
        <Notice title={words('findings.said.drop-finding')}>
          <p>{words('findings.drop-undo')}</p>
          <FindingForm act="submissions.make-finding" once={once} language={language} words={dropped} refused={null} />
        </Notice>
      )}
      {findings.length === 0 && <Notice>{words(may ? 'findings.none-yet' : 'findings.none')}</Notice>}
      {[...themes].map(([theme, own], at) => (
        <Section
          key={theme}
          id={`theme-${at + 1}`}
          title={theme === '' ? words('findings.no-theme') : <Said text={own[0]!.theme} />}
        >
          {own.map((finding) => (
            <FindingParts
              key={finding.id}
              finding={finding}
              data={loaderData}
              refused={actionData?.finding === finding.id && actionData.refused !== null ? actionData : null}
            />
          ))}
        </Section>
      ))}
      {may && (
        <Section id="make" title={words('findings.make')}>
          <FindingForm
            act="submissions.make-finding"
            once={once}
            language={language}
            words={made ?? { statement: {}, theme: {} }}
            refused={made}
          />
          {questions.length > 0 && (
            <>
              <p>{words('findings.mark-where')}</p>
              <ol className={styles.list}>
                {questions.map(({ question, label }) => (
                  <li key={question}>
                    <a href={`/calls/${call.id}/replies/${question}`}>{label}</a>
                  </li>
                ))}
              </ol>
            </>
          )}
        </Section>
      )}
      <Downloads
        label={words('shell.download')}
        links={[{ href: `/api/v1/calls/${call.id}/findings`, text: 'JSON' }]}
      />
    </article>
  )
}
