import {
  Choice,
  Citation,
  DataTable,
  type LoaderInput,
  Notice,
  PageHead,
  PageLinks,
  type PageProps,
  Tag,
  useWords,
  visitOf,
} from '#web'
import { surenessOf } from '../sureness.ts'
import facets from './facets.module.css'
import { queueFacets, queueQuery, readingAddress } from './reading-address.ts'
import styles from './readings.module.css'
import { queueFilterFrom } from './readings-filter.ts'

export async function loader(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  const filter = queueFilterFrom(asked)
  const [{ rows, total, next }, choices, directory] = await Promise.all([
    rooms.mandates.readings(filter),
    rooms.mandates.readingFacets(filter),
    rooms.parties.directory(),
  ])
  const called = (name: string) => directory.called(directory.find(name)?.id ?? null, name, reads.language)
  return {
    total,
    next,
    choices: {
      ...choices,
      actors: choices.actors.map((one) => ({ ...one, label: directory.called(one.value, one.label, reads.language) })),
    },
    query: asked.toString(),
    rows: rows.map(({ mandate: { id, document, unit, path, text, reading }, actors }) => ({
      ...{ id, document, unit, path, text, actors: actors.map(called) },
      state: reading.state,
      look: reading.look,
      doubts: reading.doubts,
      certainty: reading.certainty,
      sure: reading.certainty === null ? null : surenessOf(reading.certainty),
    })),
  }
}

/** The queue *Readings to check*: what the rules are not sure of, most doubtful first. */
export default function ReadingsPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { rows, total, next, choices, query } = loaderData
  const asked = new URLSearchParams(query)
  const filters = queueQuery(asked)
  const values = {
    state: choices.states.map((one) => ({ ...one, label: words(`mandates.reading-state.${one.value}`) })),
    doubt: choices.doubts.map((one) => ({ ...one, label: words(`mandates.doubt.${one.value}`) })),
    body: choices.bodies.map((one) => ({ ...one, label: one.value })),
    actor: choices.actors,
    document: choices.documents.map((one) => ({ ...one, label: one.value })),
  }
  return (
    <>
      <PageHead title={words('readings.title')}>
        <p>{words('readings.lede')}</p>
      </PageHead>
      <div className={styles.columns}>
        <section className={styles.results} aria-labelledby="results">
          <h2 id="results" className={styles.count}>
            {words('readings.count', { count: total })}
          </h2>
          <p>
            <a className={styles.narrow} href="#facets">
              {words('register.narrow')}
            </a>
          </p>
          {rows.length === 0 ? (
            <Notice title={words('readings.empty.title')}>
              <p>{words(filters === '' ? 'readings.empty.text' : 'readings.empty.filtered')}</p>
            </Notice>
          ) : (
            <DataTable
              caption={words('readings.caption')}
              rows={rows}
              keyOf={(row) => row.id}
              columns={[
                {
                  key: 'paragraph',
                  title: words('register.column.paragraph'),
                  heads: true,
                  cell: (row) => (
                    <a className={styles.place} href={`${readingAddress(row.id)}${filters}`}>
                      <Citation place={row} />
                    </a>
                  ),
                },
                {
                  key: 'text',
                  title: words('readings.column.text'),
                  wide: true,
                  cell: (row) => <span className={styles.text}>{row.text}</span>,
                },
                {
                  key: 'actors',
                  title: words('register.column.actor'),
                  cell: (row) => words.list(row.actors) || words('reading.nobody'),
                },
                {
                  key: 'sure',
                  title: words('readings.column.sure'),
                  wide: true,
                  cell: (row) => (
                    <>
                      {row.look !== null && <Tag tone="warn">{words(`mandates.reading-state.${row.look}`)}</Tag>}{' '}
                      {row.state !== 'open' && row.look === null && (
                        <Tag tone="quiet">{words(`mandates.reading-state.${row.state}`)}</Tag>
                      )}{' '}
                      {row.sure && (
                        <strong>
                          {words('readings.sure', {
                            sure: words(`mandates.sureness.${row.sure}`),
                            certainty: row.certainty,
                          })}
                        </strong>
                      )}
                      {row.doubts.map((doubt) => (
                        <span key={doubt} className={styles.doubt}>
                          {words(`mandates.doubt.${doubt}`)}
                        </span>
                      ))}
                    </>
                  ),
                },
              ]}
            />
          )}
          <PageLinks at="/readings" asked={asked} next={next} />
        </section>
        <search id="facets" className={facets.facets} aria-label={words('register.narrow')}>
          {filters !== '' && (
            <p className={facets.reset}>
              <a href="/readings">{words('readings.all')}</a>
            </p>
          )}
          {queueFacets.map((name) => (
            <Choice
              key={name}
              page="/readings"
              title={words(`readings.facet.${name}`)}
              name={name}
              asked={asked}
              values={values[name]}
              open={name !== 'document' && name !== 'actor'}
            />
          ))}
        </search>
      </div>
    </>
  )
}
