import {
  DataTable,
  DifferenceLegend,
  directionOf,
  documentAddress,
  Keys,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  Section,
  useKeys,
  useWords,
} from '#web'
import styles from './line.module.css'
import { seriesAddress } from './line-address.ts'
import { loadLine } from './line-page.ts'
import { LineSteps } from './line-steps.tsx'
import { SayingPlace } from './saying-place.tsx'

export const handle = { interactive: true }

export async function loader(input: LoaderInput) {
  return loadLine(input)
}

/** The line of a paragraph: from when it was first said to when it was last said or dropped, step by step. */
export default function LinePage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const keys = useKeys()
  const { steps, at, end, branches, elsewhere, waiting } = loaderData
  const here = steps[at]!
  const [first, last] = [steps[0]!, steps.at(-1)!]
  return (
    <article>
      <PageHead
        kicker={<a href={documentAddress(here.document, here.unit)}>{here.unit}</a>}
        title={words('line.title', {
          unit: here.unit,
          place: words('compare.place', { kind: here.kind, path: here.path ?? 'none', n: here.recital ?? 0 }),
        })}
      >
        <p>
          {words('line.lede', { steps: steps.length, from: yearOf(first.of.day), to: yearOf(last.of.day) })}{' '}
          {words(`line.end.${end.how}`, { by: end.by?.unit ?? '', year: yearOf(end.by?.day ?? null) })}
        </p>
        <p>
          <a href={seriesAddress(here)}>{words('line.series')}</a>
        </p>
      </PageHead>
      {waiting > 0 && (
        <Notice>
          <p>{words('line.waiting', { count: waiting })}</p>
        </Notice>
      )}
      <Section id="steps" title={words('line.steps')}>
        {steps.some(({ words: changes }) => changes.some(({ kind }) => kind !== 'kept')) && <DifferenceLegend />}
        <LineSteps steps={steps} at={at} end={end} />
        <Keys keys={keys}>{words('line.keys')}</Keys>
      </Section>
      {branches.length > 0 && (
        <Section id="branches" title={words('line.branches')}>
          <p>{words('line.branches-note')}</p>
          <ul className={styles.list}>
            {branches.map((branch) => (
              <li key={branch.line}>
                <p>
                  <strong>{yearOf(branch.of.day)}</strong> <SayingPlace place={branch} /> · {branch.of.organ}
                </p>
                <p className={styles.quote} lang={branch.of.language} dir={directionOf(branch.of.language)}>
                  {branch.text}
                </p>
                <p>
                  <a href={branch.line}>{words('line.follow')}</a>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="elsewhere" title={words('line.elsewhere')}>
        {elsewhere === null ? (
          <p>{words('line.building')}</p>
        ) : (
          <DataTable
            caption={words('line.elsewhere-caption')}
            hideCaption
            rows={elsewhere}
            keyOf={(match) => `${match.first.document} ${match.first.n}`}
            columns={[
              {
                key: 'text',
                title: words('line.column.text'),
                heads: true,
                wide: true,
                cell: (match) => (
                  <span className={styles.quote} lang={match.language} dir={directionOf(match.language)}>
                    {match.text}
                  </span>
                ),
              },
              {
                key: 'similarity',
                title: words('line.column.similarity'),
                numeric: true,
                cell: (match) => words('line.share', { share: match.similarity }),
              },
              {
                key: 'texts',
                title: words('line.column.texts'),
                numeric: true,
                cell: (match) => words('line.number', { count: match.documents }),
              },
              {
                key: 'first',
                title: words('line.column.first'),
                cell: (match) => (
                  <>
                    {match.first.year} <SayingPlace place={match.first} />
                  </>
                ),
              },
              {
                key: 'last',
                title: words('line.column.last'),
                cell: (match) =>
                  match.times === 1 ? (
                    '–'
                  ) : (
                    <>
                      {match.last.year} <SayingPlace place={match.last} />
                    </>
                  ),
              },
            ]}
          />
        )}
      </Section>
    </article>
  )
}

/** Years are names of years: never grouped by thousands. */
const yearOf = (day: string | null): string => day?.slice(0, 4) ?? '?'
