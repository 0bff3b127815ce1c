import { directionOf, Section, useWords } from '#web'
import { seriesAddress } from './line-address.ts'
import styles from './series.module.css'
import type { ShownSeries } from './series-page.ts'

/** What each sign stands for, also for those who see none: the words are in the cell. */
const signs = { first: '●', same: '=', edited: '≠', dropped: '×' } as const

/** Every paragraph of the series as a row: in which texts it stands, where it came in, changed, left. */
export function SeriesThreads({ series }: { readonly series: ShownSeries }) {
  const words = useWords()
  const { members, from, threads, shows, standing, dropped, unit } = series
  const own = members.find((member) => member.own) ?? members.at(-1)!
  const address = seriesAddress({ document: own.document, unit })
  const other = `${address}${address.includes('?') ? '&' : '?'}show=dropped`
  const columns = members.slice(from)
  return (
    <Section
      id="paragraphs"
      title={words(`series.threads.${shows}`)}
      aside={
        shows === 'standing' ? (
          dropped > 0 && <a href={`${other}#paragraphs`}>{words('series.threads.to-dropped', { count: dropped })}</a>
        ) : (
          <a href={`${address}#paragraphs`}>{words('series.threads.to-standing', { count: standing })}</a>
        )
      }
    >
      <p className={styles.legend}>
        {(['first', 'same', 'edited', 'dropped'] as const).map((how) => (
          <span key={how}>
            <span aria-hidden="true" className={styles[how]}>
              {signs[how]}
            </span>{' '}
            {words(`series.how.${how}`)}
          </span>
        ))}
        {from > 0 && (
          <span>{words('series.threads.from', { year: columns[0]?.day?.slice(0, 4) ?? '?', count: from })}</span>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={words('series.threads.label')}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{words('series.column.paragraph')}</th>
              {columns.map((member) => (
                <th key={`${member.document} ${member.unit}`} scope="col">
                  <abbr title={member.unit}>{member.day?.slice(0, 4) ?? '?'}</abbr>
                </th>
              ))}
              <th scope="col">{words('series.column.since')}</th>
            </tr>
          </thead>
          <tbody>
            {threads.map((thread) => (
              <tr key={thread.key}>
                <th scope="row">
                  <a href={thread.line}>
                    {words('compare.place', {
                      kind: thread.place.kind,
                      path: thread.place.path ?? 'none',
                      n: thread.place.recital ?? 0,
                    })}
                  </a>{' '}
                  <span className={styles.words} lang={thread.language} dir={directionOf(thread.language)}>
                    {thread.text}
                  </span>
                </th>
                {thread.cells.map((cell, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                  <td key={i}>{cell && <Cell cell={cell} />}</td>
                ))}
                <td>{thread.since}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

function Cell({ cell }: { readonly cell: NonNullable<ShownSeries['threads'][number]['cells'][number]> }) {
  const words = useWords()
  const { how, line } = cell
  const sign = (
    <>
      <span aria-hidden="true" className={styles[how]}>
        {signs[how]}
      </span>
      <span className={styles.unseen}>{words(`series.how.${how}`)}</span>
    </>
  )
  return line !== null && how === 'edited' ? <a href={line}>{sign}</a> : sign
}
