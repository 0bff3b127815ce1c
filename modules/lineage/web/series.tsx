import {
  DataTable,
  Day,
  documentAddress,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  Section,
  useWords,
} from '#web'
import { compareAddress, seriesAddress } from './line-address.ts'
import styles from './series.module.css'
import { loadSeries, type ShownSeries } from './series-page.ts'
import { SeriesThreads } from './series-threads.tsx'
import { SeriesTimeline } from './series-timeline.tsx'

export async function loader(input: LoaderInput) {
  return loadSeries(input)
}

/** A series of texts: who follows whom, how regularly, and what each added, changed and dropped. */
export default function SeriesPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { document, choices, series, waiting } = loaderData
  return (
    <article>
      <PageHead
        kicker={<a href={documentAddress(document, series?.unit ?? document)}>{series?.unit ?? document}</a>}
        title={words('series.title', { unit: series?.unit ?? document })}
      >
        {series && (
          <p>
            {words('series.lede', { count: series.members.length })} <RhythmInWords rhythm={series.rhythm} />
          </p>
        )}
      </PageHead>
      {waiting > 0 && (
        <Notice>
          <p>{words('line.waiting', { count: waiting })}</p>
        </Notice>
      )}
      {series === null ? (
        <Section id="units" title={words('series.units')}>
          <ul className={styles.units}>
            {choices.map(({ unit, title, members }) => (
              <li key={unit}>
                <a href={seriesAddress({ document, unit })}>{unit}</a> {title} ·{' '}
                {words('series.count', { count: members })}
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <Whole series={series} />
      )}
    </article>
  )
}

function Whole({ series }: { readonly series: ShownSeries }) {
  const words = useWords()
  return (
    <>
      <Section id="members" title={words('series.members')}>
        {series.members.length > 2 && <SeriesTimeline members={series.members} />}
        <DataTable
          caption={words('series.members-caption')}
          hideCaption
          rows={series.members}
          keyOf={(member) => `${member.document} ${member.unit}`}
          columns={[
            {
              key: 'text',
              title: words('series.column.text'),
              heads: true,
              wide: true,
              cell: (member) => (
                <>
                  <a
                    href={documentAddress(member.document, member.unit)}
                    aria-current={member.own ? 'true' : undefined}
                    className={member.own ? styles.own : undefined}
                  >
                    <bdi>{member.unit}</bdi>
                  </a>{' '}
                  {member.title && <span lang={member.language}>{member.title}</span>}
                </>
              ),
            },
            { key: 'organ', title: words('series.column.organ'), cell: (member) => member.organ ?? '–' },
            {
              key: 'day',
              title: words('series.column.day'),
              cell: (member) => (member.day ? <Day date={member.day} /> : '–'),
            },
            {
              key: 'why',
              title: words('series.column.why'),
              cell: (member) =>
                member.before === null ? (
                  words('series.first')
                ) : (
                  <>
                    {words('series.share', { share: member.share ?? 0 })}
                    {member.why.map((why) => (
                      <span key={why} className={styles.why}>
                        {words(`series.why.${why}`)}
                      </span>
                    ))}
                  </>
                ),
            },
            {
              key: 'counts',
              title: words('series.column.counts'),
              wide: true,
              cell: (member) => words(member.before ? 'series.counts' : 'series.counts-first', { ...member.counts }),
            },
            {
              key: 'compare',
              title: words('series.column.compare'),
              cell: (member) =>
                member.before ? (
                  <a href={compareAddress(member.before, member)}>
                    {words('series.compare', { unit: member.before.unit })}
                  </a>
                ) : (
                  '–'
                ),
            },
          ]}
        />
        {series.gaps.length > 0 && (
          <ul className={styles.units}>
            {series.gaps.map((gap) => (
              <li key={`${gap.after} ${gap.before}`}>
                {words('series.gap', { ...gap, years: Math.round(gap.months / 12) })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <SeriesThreads series={series} />
    </>
  )
}

function RhythmInWords({ rhythm }: { readonly rhythm: ShownSeries['rhythm'] }) {
  const words = useWords()
  switch (rhythm.kind) {
    case 'once':
      return null
    case 'irregular':
      return words('series.rhythm.irregular')
    case 'every':
      return rhythm.months % 12 === 0
        ? words('series.rhythm.years', { years: rhythm.months / 12 })
        : words('series.rhythm.months', { months: rhythm.months })
  }
}
