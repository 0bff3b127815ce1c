import type { ListOrder } from '#modules/citations'
import { inAddress } from '#platform/addresses'
import {
  Downloads,
  directionOf,
  documentAddress,
  type LoaderInput,
  notFound,
  PageHead,
  type PageProps,
  Section,
  useWords,
  visitOf,
} from '#web'
import styles from './citations.module.css'
import { NameOf, nameOf } from './name-of.tsx'
import { naming } from './named.ts'
import { Picture } from './picture.tsx'
import { TextRows } from './text-list.tsx'

/** Texts of one side on one page. */
const rowsOfPage = 200

const orders: readonly ListOrder[] = ['body', 'times', 'place']

/** A row to start at, as the address gives it. */
const startOf = (asked: URLSearchParams, side: string) => {
  const from = Number(asked.get(`${side}-from`) ?? 0)
  return Number.isSafeInteger(from) && from > 0 ? from : 0
}

export async function loader(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const id = input.params['*'] ?? ''
  const asked = new URL(input.request.url).searchParams
  const unit = asked.get('unit') ?? undefined
  const order = orders.find((one) => one === asked.get('order')) ?? 'body'
  const starts = { cited: startOf(asked, 'cited'), citing: startOf(asked, 'citing') }
  const query = { unit, order, limit: rowsOfPage }
  const [found, cited, citing, graph, slips, calendar, directory] = await Promise.all([
    rooms.documents.document(id),
    rooms.citations.texts('cited', id, { ...query, offset: starts.cited }),
    rooms.citations.texts('citing', id, { ...query, offset: starts.citing }),
    rooms.citations.graph(id, { unit }),
    rooms.citations.slips(id),
    rooms.calendar.table(),
    rooms.parties.directory(),
  ])
  if (!found) throw notFound('document', id)
  if (!cited || !citing || !graph) throw notFound('unit', unit ?? id)
  const named = naming(directory, calendar, reads.language)
  const inWords = ({ rows, ...list }: typeof cited) => ({
    ...list,
    rows: rows.map((row) => ({ ...row, target: named(row.target) })),
  })
  const units = found.version.outline.units.filter(({ type }) => type !== 'report' && type !== 'other')
  return {
    document: found.document.id,
    unit: unit ?? null,
    units: units.length > 1 ? units.map(({ id, title }) => ({ id, title })) : [],
    language: found.version.language,
    rightToLeft: reads.direction === 'rtl',
    order,
    starts,
    cited: inWords(cited),
    citing: inWords(citing),
    graph: { ...graph, nodes: graph.nodes.map((node) => ({ ...node, ...named(node) })) },
    // notes do not say their unit: they are told for the whole document
    slips: unit === undefined ? slips.map(({ code, facts }) => ({ code, facts })) : [],
  }
}

export default function CitationsPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { document, unit, units, language, order, starts, cited, citing, graph, slips, rightToLeft } = loaderData
  const address = `/citations/${inAddress(document)}`
  const here = graph.nodes.find(({ step }) => step === 0)
  const at = (changes: Readonly<Record<string, string | number | null>>) => {
    const asked = Object.entries({ unit, order: order === 'body' ? null : order, ...changes })
    const query = new URLSearchParams(asked.flatMap(([key, value]) => (value ? [[key, String(value)]] : [])))
    return query.size === 0 ? address : `${address}?${query}`
  }
  const download = (format: string) => {
    const query = new URLSearchParams({ format, ...(unit !== null && { unit }) })
    return `/api/v1/citations/${inAddress(document)}?${query}`
  }
  const pages = (side: 'cited' | 'citing', texts: number) => ({
    previous: starts[side] > 0 ? at({ [`${side}-from`]: Math.max(0, starts[side] - rowsOfPage) }) : null,
    next: starts[side] + rowsOfPage < texts ? at({ [`${side}-from`]: starts[side] + rowsOfPage }) : null,
  })
  return (
    <article>
      <PageHead
        kicker={<a href={documentAddress(document, unit ?? undefined)}>{document}</a>}
        title={words('citations-page.title', { label: here ? nameOf(words, here) : document })}
      >
        <p>{here && <NameOf named={{ ...here, label: here.found?.title ?? here.label, act: null }} />}</p>
        <p>{words('citations-page.lede', { texts: cited.texts, citing: citing.texts })}</p>
        <Downloads
          label={words('shell.download')}
          links={[
            { href: download('graphml'), text: 'GraphML' },
            { href: download('json-ld'), text: 'JSON-LD' },
            { href: download('csv'), text: 'CSV' },
          ]}
        />
      </PageHead>
      {units.length > 0 && (
        <details className={styles.units}>
          <summary>{words('citations-page.units')}</summary>
          <ul>
            <li>
              <a href={at({ unit: null })} aria-current={unit === null ? 'page' : undefined}>
                {words('citations-page.whole')}
              </a>
            </li>
            {units.map(({ id, title }) => (
              <li key={id}>
                <a href={at({ unit: id })} aria-current={unit === id ? 'page' : undefined}>
                  <bdi>{id}</bdi>
                </a>{' '}
                {title && (
                  <span lang={language} dir={directionOf(language)}>
                    {title}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {graph.nodes.length > 1 && (
        <Section id="picture" title={words('citations-page.picture.title')}>
          <Picture graph={graph} rightToLeft={rightToLeft} />
        </Section>
      )}
      <nav className={styles.bar} aria-label={words('citations-page.order.label')}>
        <span>{words('citations-page.order.label')}</span>
        {orders.map((one) => (
          <a
            key={one}
            href={at({ order: one === 'body' ? null : one })}
            aria-current={one === order ? 'true' : undefined}
          >
            {words(`citations-page.order.${one}`)}
          </a>
        ))}
      </nav>
      <Section
        id="cited"
        title={words('citations-page.cited.title')}
        aside={words('citations-page.count', { texts: cited.texts, places: cited.places })}
      >
        {cited.texts === 0 ? (
          <p>{words('citations-page.cited.none')}</p>
        ) : (
          <TextRows list={cited} grouped={order === 'body'} {...pages('cited', cited.texts)} />
        )}
      </Section>
      <Section
        id="citing"
        title={words('citations-page.citing.title')}
        aside={words('citations-page.count', { texts: citing.texts, places: citing.places })}
      >
        {citing.texts === 0 ? (
          <p>{words('citations-page.citing.none')}</p>
        ) : (
          <TextRows list={citing} grouped={order === 'body'} {...pages('citing', citing.texts)} />
        )}
      </Section>
      {slips.length > 0 && (
        <Section id="slips" title={words('citations-page.slips')}>
          <ul className={styles.slips}>
            {slips.map(({ code, facts }) => (
              <li key={`${code} ${JSON.stringify(facts)}`}>{words(`read.note.${code}`, facts)}</li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  )
}
