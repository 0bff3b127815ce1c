import {
  actorAddress,
  Citation,
  DataTable,
  Downloads,
  type LoaderInput,
  mandateAddress,
  Notice,
  PageHead,
  PageLinks,
  type PageProps,
  useWords,
  visitOf,
  withFilters,
} from '#web'
import { DueDates } from './due-dates.tsx'
import { Facets } from './facets.tsx'
import styles from './register.module.css'
import { filterFrom } from './register-filter.ts'

export async function loader(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  const filter = filterFrom(asked)
  const [page, facets, calendar, directory] = await Promise.all([
    rooms.mandates.obligations(filter),
    rooms.mandates.facets(filter),
    rooms.calendar.table(),
    rooms.parties.directory(),
  ])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      actorName: directory.called(row.actor, row.actorName, reads.language),
      reasons: row.dues.map((due) => calendar.explain(due.why, reads.language)),
    })),
    facets: {
      ...facets,
      actors: facets.actors.map((one) => ({ ...one, label: directory.called(one.value, one.label, reads.language) })),
    },
    query: asked.toString(),
    sort: filter.sort,
  }
}

export default function Register({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { rows, total, next, facets, query, sort } = loaderData
  const asked = new URLSearchParams(query)
  const sorted = (by: string) => ({ sorted: sort === by, sortBy: withFilters('/register', asked, { sort: by }) })
  const filtered = [...asked.keys()].some((key) => key !== 'sort' && key !== 'after')
  return (
    <>
      <PageHead title={words('register.title')}>
        <p>{words('register.lede')}</p>
        <p>
          {words.rich('register.see', {
            recurring: (chunks) => <a href="/recurring">{chunks}</a>,
            overlap: (chunks) => <a href="/overlap">{chunks}</a>,
          })}
        </p>
      </PageHead>
      <div className={styles.columns}>
        <section className={styles.results} aria-labelledby="results">
          <div className={styles.bar}>
            <h2 id="results" className={styles.count}>
              {words('register.count', { count: total })}
            </h2>
            <a className={styles.narrow} href="#facets">
              {words('register.narrow')}
            </a>
            <Downloads
              label={words('shell.download')}
              links={[
                { href: withFilters('/register.csv', asked, {}), text: 'CSV' },
                { href: withFilters('/register.xlsx', asked, {}), text: 'XLSX' },
              ]}
            />
          </div>
          {rows.length === 0 ? (
            <Notice title={words('register.empty.title')}>
              <p>{filtered ? words('register.empty.filtered') : words('register.empty.text')}</p>
              {filtered && (
                <p>
                  <a href="/register">{words('register.all')}</a>
                </p>
              )}
            </Notice>
          ) : (
            <DataTable
              caption={words('register.caption', { sort: sort ?? 'text' })}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  key: 'paragraph',
                  title: words('register.column.paragraph'),
                  heads: true,
                  ...sorted('text'),
                  cell: (row) => (
                    <a className={styles.place} href={mandateAddress(row.mandate)}>
                      <Citation place={row} />
                    </a>
                  ),
                },
                {
                  key: 'actor',
                  title: words('register.column.actor'),
                  ...sorted('actor'),
                  cell: (row) => (row.actor ? <a href={actorAddress(row.actor)}>{row.actorName}</a> : row.actorName),
                },
                {
                  key: 'force',
                  title: words('register.column.force'),
                  cell: (row) => words(`force.${row.force}`),
                },
                {
                  key: 'action',
                  title: words('register.column.action'),
                  wide: true,
                  cell: (row) => row.act,
                },
                {
                  key: 'due',
                  title: words('register.column.due'),
                  ...sorted('due'),
                  cell: (row) => <DueDates dues={row.dues} reasons={row.reasons} />,
                },
              ]}
            />
          )}
          <PageLinks at="/register" asked={asked} next={next} />
        </section>
        <Facets facets={facets} asked={asked} />
      </div>
    </>
  )
}
