import {
  DataTable,
  Downloads,
  Instant,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  useWords,
  visitOf,
  withFilters,
} from '#web'
import styles from './ledger.module.css'

const pageLength = 100

export async function loader(input: LoaderInput) {
  const { ledger } = visitOf(input).rooms
  const asked = new URL(input.request.url).searchParams
  const before = Number(asked.get('before')) || undefined
  const on = asked.get('on') || undefined
  const [entries, verdict] = await Promise.all([
    ledger.entries({ ...(before && { before }), ...(on && { on }), limit: pageLength }),
    asked.get('verify') === 'yes' ? ledger.verify() : null,
  ])
  return {
    entries,
    on: on ?? null,
    next: entries.length === pageLength ? entries.at(-1)!.seq : null,
    verdict: verdict && { ...verdict, said: verdict.faults.map((fault) => ledger.sayFault(fault)) },
    query: asked.toString(),
  }
}

export default function LedgerPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { entries, verdict, next, on, query } = loaderData
  const asked = new URLSearchParams(query)
  return (
    <>
      <PageHead title={words('ledger-page.title')}>
        <p>{words('ledger-page.lede')}</p>
      </PageHead>
      {verdict ? (
        <Notice
          title={words(verdict.faults.length === 0 ? 'ledger-page.whole' : 'ledger-page.broken', {
            entries: verdict.entries,
            faults: verdict.faults.length,
          })}
        >
          <p className={styles.seal}>{words.rich('ledger-page.head', { head: <code key="h">{verdict.head}</code> })}</p>
          {verdict.said.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </Notice>
      ) : (
        <form method="get" action="/ledger">
          <input type="hidden" name="verify" value="yes" />
          <button type="submit" className={styles.verify}>
            {words('ledger-page.verify')}
          </button>
        </form>
      )}
      <div className={styles.entries}>
        {entries.length === 0 ? (
          <p>{words('ledger-page.empty')}</p>
        ) : (
          <DataTable
            caption={on ? words('ledger-page.caption-on', { on }) : words('ledger-page.caption')}
            rows={entries}
            keyOf={(entry) => String(entry.seq)}
            columns={[
              {
                key: 'seq',
                title: words('ledger-page.column.seq'),
                numeric: true,
                heads: true,
                cell: (entry) => entry.seq,
              },
              { key: 'at', title: words('ledger-page.column.at'), cell: (entry) => <Instant at={entry.at} /> },
              { key: 'who', title: words('ledger-page.column.who'), cell: (entry) => entry.who },
              { key: 'act', title: words('ledger-page.column.act'), cell: (entry) => <code>{entry.act}</code> },
              {
                key: 'on',
                title: words('ledger-page.column.on'),
                cell: (entry) => (
                  <a href={withFilters('/ledger', new URLSearchParams(), { on: entry.on })}>{entry.on}</a>
                ),
              },
              {
                key: 'facts',
                title: words('ledger-page.column.facts'),
                wide: true,
                cell: (entry) => <code className={styles.facts}>{JSON.stringify(entry.data)}</code>,
              },
              {
                key: 'hash',
                title: words('ledger-page.column.hash'),
                cell: (entry) => <code title={entry.hash}>{entry.hash.slice(0, 12)}…</code>,
              },
            ]}
          />
        )}
      </div>
      <p className={styles.pages}>
        {on && <a href="/ledger">{words('ledger-page.all')}</a>}
        {next !== null && (
          <a rel="next" href={withFilters('/ledger', asked, { before: String(next) })}>
            {words('ledger-page.older')}
          </a>
        )}
      </p>
      <Downloads
        label={words('shell.download')}
        links={[
          { href: '/ledger.csv', text: 'CSV' },
          { href: '/ledger.xlsx', text: 'XLSX' },
        ]}
      />
    </>
  )
}
