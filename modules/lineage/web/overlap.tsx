import { type ActionProps, Choice, type LoaderInput, Notice, PageHead, PageLinks, type PageProps, useWords } from '#web'
import styles from './overlap.module.css'
import { judge, loadOverlaps, pairKey } from './overlap-page.ts'
import { OverlapPair } from './overlap-pair.tsx'

export const handle = { interactive: true, acts: ['lineage.judge-overlap'] }

export async function loader(input: LoaderInput) {
  return loadOverlaps(input)
}

export async function action(input: LoaderInput) {
  return judge(input)
}

/** New mandates beside standing ones they may overlap with, most similar first; persons say which do. */
export default function OverlapPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { rows, total, next, facets, query, mayJudge, waiting, said } = loaderData
  const asked = new URLSearchParams(query)
  asked.delete('said')
  const values = {
    state: facets.state.map((one) => ({ ...one, label: words(`overlap.state.${one.value}`) })),
    session: facets.session.map(({ value, body, session, count }) => ({ value, count, label: `${body} ${session}` })),
    actor: facets.actor,
  }
  const filtered = ['state', 'session', 'actor', 'document'].some((name) => asked.has(name))
  return (
    <>
      <PageHead title={words('overlap.title')}>
        <p>{words('overlap.lede')}</p>
        <p>
          <a href="/recurring">{words('overlap.recurring')}</a>
        </p>
      </PageHead>
      {said && (
        <p role="status">
          <strong>{words(`overlap.said.${said}`)}</strong>
        </p>
      )}
      {waiting > 0 && (
        <Notice>
          <p>{words('line.waiting', { count: waiting })}</p>
        </Notice>
      )}
      <div className={styles.columns}>
        <section className={styles.results} aria-labelledby="results">
          <h2 id="results" className={styles.count}>
            {words('overlap.count', { count: total })}
          </h2>
          {rows.length === 0 ? (
            <Notice title={words('overlap.empty.title')}>
              <p>{words(filtered ? 'overlap.empty.filtered' : 'overlap.empty.text')}</p>
            </Notice>
          ) : (
            <ol className={styles.pairs}>
              {rows.map((row) => {
                const key = pairKey(row.newer, row.older)
                return (
                  <OverlapPair
                    key={key}
                    row={row}
                    mayJudge={mayJudge}
                    again={actionData?.pair === key ? actionData : null}
                  />
                )
              })}
            </ol>
          )}
          <PageLinks at="/overlap" asked={asked} next={next} />
        </section>
        <search id="facets" aria-label={words('register.narrow')}>
          {filtered && (
            <p>
              <a href="/overlap">{words('overlap.all')}</a>
            </p>
          )}
          {(['state', 'session', 'actor'] as const).map((name) => (
            <Choice
              key={name}
              page="/overlap"
              title={words(`overlap.facet.${name}`)}
              name={name}
              asked={asked}
              values={values[name]}
              open={name !== 'actor'}
            />
          ))}
        </search>
      </div>
    </>
  )
}
