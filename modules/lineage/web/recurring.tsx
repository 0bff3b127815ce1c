import {
  DataTable,
  directionOf,
  type LoaderInput,
  Notice,
  PageHead,
  PageLinks,
  type PageProps,
  useWords,
  visitOf,
} from '#web'
import styles from './line.module.css'
import { sayingAddress } from './line-address.ts'
import { SayingPlace } from './saying-place.tsx'

const perPage = 25

export async function loader(input: LoaderInput) {
  const { rooms } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  const offset = /^\d{1,6}$/.test(asked.get('after') ?? '') ? Number(asked.get('after')) : 0
  const [{ rows, total, figures }, tracing] = await Promise.all([
    rooms.lineage.recurring({ offset, limit: perPage }),
    rooms.lineage.tracing(),
  ])
  return {
    total,
    figures,
    waiting: tracing.waiting,
    query: asked.toString(),
    next: offset + rows.length < total ? String(offset + rows.length) : null,
    rows: rows.map(({ instances }) => {
      const last = instances.at(-1)!
      const { document, n, of, kind, path, recital, text } = last
      return {
        place: { document, unit: of.unit, kind, path, recital },
        line: sayingAddress({ document, unit: of.unit, path, recital, n }),
        text,
        language: of.language,
        times: instances.length,
        years: [...new Set(instances.flatMap((one) => one.of.day?.slice(0, 4) ?? []))],
      }
    }),
  }
}

/** Mandates that were renewed: each counted once, with every year it was said. */
export default function RecurringPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { rows, total, figures, next, query, waiting } = loaderData
  const asked = new URLSearchParams(query)
  return (
    <>
      <PageHead title={words('recurring.title')}>
        <p>
          {figures
            ? words('recurring.lede', { ...figures, once: figures.mandates - figures.renewals })
            : words('recurring.not-counted')}
        </p>
        <p>
          <a href="/overlap">{words('recurring.overlap')}</a>
        </p>
      </PageHead>
      {waiting > 0 && (
        <Notice>
          <p>{words('line.waiting', { count: waiting })}</p>
        </Notice>
      )}
      {rows.length === 0 ? (
        <Notice title={words('recurring.empty.title')}>
          <p>{words('recurring.empty.text')}</p>
        </Notice>
      ) : (
        <DataTable
          caption={words('recurring.caption', { count: total })}
          rows={rows}
          keyOf={(row) => row.line}
          columns={[
            {
              key: 'mandate',
              title: words('recurring.column.last'),
              heads: true,
              cell: (row) => <SayingPlace place={row.place} />,
            },
            {
              key: 'text',
              title: words('recurring.column.text'),
              wide: true,
              cell: (row) => (
                <span className={styles.quote} lang={row.language} dir={directionOf(row.language)}>
                  {row.text}
                </span>
              ),
            },
            {
              key: 'times',
              title: words('recurring.column.times'),
              numeric: true,
              cell: (row) => words('line.number', { count: row.times }),
            },
            { key: 'years', title: words('recurring.column.years'), wide: true, cell: (row) => row.years.join(', ') },
            {
              key: 'line',
              title: words('recurring.column.line'),
              cell: (row) => <a href={row.line}>{words('recurring.line')}</a>,
            },
          ]}
        />
      )}
      <PageLinks at="/recurring" asked={asked} next={next} />
    </>
  )
}
