import type { OutlineUnit } from '@resolute/reader'
import { nameIn } from '#platform/i18n'
import {
  Day,
  documentAddress,
  Legend,
  type LoaderInput,
  notFound,
  PageHead,
  type PageProps,
  sessionAddress,
  useSessionName,
  useWords,
  visitOf,
} from '#web'
import styles from './document.module.css'
import { DocumentLinks } from './document-links.tsx'
import { readingOf, tongueOf } from './reading-of.ts'
import { TextLanguages } from './text-languages.tsx'
import { UnitText } from './unit-text.tsx'

export async function loader(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const id = input.params['*'] ?? ''
  const found = await rooms.documents.document(id)
  if (!found) throw notFound('document', id)
  const query = new URL(input.request.url).searchParams
  const asked = query.get('unit')
  const [languages, versions] = await Promise.all([rooms.documents.languages(id), rooms.documents.versions(id)])
  const wanted = languages.find((language) => language === query.get('text')) ?? found.version.language
  const leads = wanted === found.version.language
  const version = leads ? found.version : await rooms.documents.languageVersion(id, wanted)
  if (!version) throw notFound('document', id)
  const { units } = version.outline
  const whole = asked === 'all' || units.length === 1
  const chosen = units.filter((unit) => whole || unit.id === asked)
  if (asked !== null && chosen.length === 0) throw notFound('unit', asked)
  const [mandates, citations, calendar, directory] = await Promise.all([
    rooms.mandates.ofDocument(found.document.id),
    rooms.citations.counts([found.document.id]),
    rooms.calendar.table(),
    rooms.parties.directory(),
  ])
  const tongue = tongueOf(calendar, directory, reads.language)
  const bodyOf = (code: string) => {
    const body = calendar.body(code)
    return body ? nameIn(body.name, reads.language) : code
  }
  const shown = new Set(chosen.map((unit) => unit.id))
  return {
    document: found.document,
    citations: citations.get(found.document.id) ?? { citesTexts: 0, citedBy: 0 },
    body: found.document.session && bodyOf(found.document.session.body),
    contents: units.map((unit) => ({
      id: unit.id,
      title: unit.title,
      depth: depthOf(unit, units),
      holds: units.some((inner) => inner.parent === unit.id),
      asks: mandates
        .filter(({ mandate }) => mandate.unit === unit.id)
        .reduce((sum, { obligations }) => sum + obligations.length, 0),
    })),
    language: version.language,
    languages,
    leading: found.version.language,
    before: versions.find((other) => other.language === version.language && other.version < version.version)?.version,
    version: version.version,
    whole,
    units: chosen,
    // read from the words of the leading text: beside others they would point at nothing
    readings: (leads ? mandates : [])
      .filter(({ mandate }) => shown.has(mandate.unit))
      .map(({ mandate, obligations }) => readingOf(mandate, obligations, tongue)),
  }
}

/** How many units stand around this one. */
function depthOf(unit: OutlineUnit, units: readonly OutlineUnit[]): number {
  const parent = units.find((outer) => outer.id === unit.parent)
  return parent ? 1 + depthOf(parent, units) : 0
}

export default function DocumentPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const nameOf = useSessionName()
  const { document, citations, contents, units, readings, whole, body, language, languages, leading } = loaderData
  const only = units.length === 1 && !whole ? units[0]! : null
  return (
    <article>
      <PageHead
        kicker={only ? <a href={documentAddress(document.id)}>{document.id}</a> : document.id}
        title={only ? titleOf(only) : document.title}
      >
        <p>
          {document.adopted && words.rich('document.adopted', { date: <Day key="d" date={document.adopted} /> })}{' '}
          {document.session && body && (
            <a href={sessionAddress(document.session.body, document.session.number)}>
              {nameOf(body, document.session.number)}
            </a>
          )}
        </p>
        <p>
          {words.rich('document.figures', {
            units: document.units,
            paragraphs: document.paragraphs,
            version: loaderData.version,
            asks: contents.reduce((sum, unit) => sum + unit.asks, 0),
            register: (text) => <a href={`/register?document=${encodeURIComponent(document.id)}`}>{text}</a>,
          })}
        </p>
      </PageHead>
      <DocumentLinks
        document={document.id}
        version={loaderData.version}
        before={loaderData.before}
        citations={citations}
      />
      <TextLanguages document={document.id} languages={languages} shown={language} leading={leading} />
      {contents.length > 1 && (
        <Contents document={document.id} contents={contents} current={only?.id ?? null} whole={whole} />
      )}
      {units.length > 0 && language === leading && <Legend />}
      {units.map((unit) => (
        <UnitText
          key={unit.id}
          document={document.id}
          language={language}
          unit={unit}
          readings={readings.filter((reading) => reading.unit === unit.id)}
          heading={contents.length > 1 && only === null}
        />
      ))}
    </article>
  )
}

const titleOf = (unit: OutlineUnit): string => unit.title ?? unit.id

interface ContentsRow {
  readonly id: string
  readonly title: string | null
  readonly depth: number
  /** Whether other units stand in it: a section, which asks nothing itself. */
  readonly holds: boolean
  readonly asks: number
}

interface ContentsProps {
  readonly document: string
  readonly contents: readonly ContentsRow[]
  readonly current: string | null
  readonly whole: boolean
}

/** The units of a document that holds several: a page for each, or all on one. */
function Contents({ document, contents, current, whole }: ContentsProps) {
  const words = useWords()
  const list = (
    <ol className={styles.contents}>
      {contents.map((unit) => (
        <li key={unit.id} data-depth={unit.depth}>
          <a href={documentAddress(document, unit.id)} aria-current={unit.id === current ? 'page' : undefined}>
            <span className={styles.unitId}>{unit.id}</span>
            {unit.title && <span>{unit.title}</span>}
          </a>
          {!unit.holds && <span className={styles.asks}>{words('document.asks', { count: unit.asks })}</span>}
        </li>
      ))}
    </ol>
  )
  return (
    <nav className={styles.nav} aria-label={words('document.contents')}>
      {current === null ? (
        list
      ) : (
        <details>
          <summary>{words('document.contents')}</summary>
          {list}
        </details>
      )}
      {!whole && (
        <p className={styles.whole}>
          <a href={`${documentAddress(document)}?unit=all`}>{words('document.whole')}</a>
        </p>
      )}
    </nav>
  )
}
