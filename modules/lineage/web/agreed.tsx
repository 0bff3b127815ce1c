import { type ActionProps, Downloads, type LoaderInput, Notice, PageHead, type PageProps, useWords } from '#web'
import styles from './agreed.module.css'
import { AgreedForm, DraftFiles } from './agreed-form.tsx'
import { answerDraft, loadAgreed } from './agreed-page.ts'
import { AgreedResults } from './agreed-results.tsx'

export const handle = { acts: ['lineage.find-agreed'] }

export async function loader(input: LoaderInput) {
  return loadAgreed(input)
}

export async function action(input: LoaderInput) {
  return answerDraft(input)
}

/** A paragraph or a draft beside everything that was agreed before. Nothing of it is kept. */
export default function AgreedPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const given = actionData?.given ?? loaderData.given
  const result = actionData ? actionData.result : loaderData.result
  const form = <AgreedForm given={given} bodies={loaderData.bodies} />
  const shown = result?.state === 'found' ? result : null
  return (
    <>
      <PageHead kicker={shown?.title ? words('agreed.title') : undefined} title={shown?.title || words('agreed.title')}>
        <p>
          {shown ? words('agreed.summary', { ...shown.summary }) : words('agreed.lede')}{' '}
          {shown && words('agreed.scope', { ...shown.scope })}
        </p>
      </PageHead>
      {result?.state === 'building' && (
        <Notice title={words('agreed.building.title')}>
          <p role="status">{words('agreed.building.text', { done: result.done, of: result.of })}</p>
          {loaderData.address && !actionData && <a href={loaderData.address}>{words('agreed.building.again')}</a>}
        </Notice>
      )}
      {result?.state === 'refused' && (
        <Notice title={words('agreed.refused.title')}>
          <p role="alert">{words(refusalMessage(result.refusal.code), { ...result.refusal })}</p>
        </Notice>
      )}
      {shown ? (
        <>
          {loaderData.files && !actionData ? (
            <Downloads
              label={words('agreed.files')}
              links={[
                { href: `${loaderData.files}&format=csv`, text: 'CSV' },
                { href: `${loaderData.files}&format=json`, text: 'JSON' },
              ]}
            />
          ) : (
            given.text !== '' && <DraftFiles given={given} />
          )}
          <AgreedResults paragraphs={shown.paragraphs} language={shown.language} />
          <details className={styles.others}>
            <summary>{words('agreed.another')}</summary>
            {form}
          </details>
        </>
      ) : (
        form
      )}
    </>
  )
}

/** Refusals of a file are said as on the page that reads texts. */
const refusalMessage = (code: string): string => (own.has(code) ? `agreed.refused.${code}` : `read.refused.${code}`)

const own: ReadonlySet<string> = new Set(['no-words', 'text-too-long', 'too-many-paragraphs', 'too-large'])
