import { useWords } from '#web'
import styles from './series.module.css'
import type { ShownSeries } from './series-page.ts'

const width = 720
const height = 74
const edge = 28

/** When the texts of a series were adopted, drawn on the server; the table below says the same in words. */
export function SeriesTimeline({ members }: { readonly members: ShownSeries['members'] }) {
  const words = useWords()
  const dated = members.flatMap((member) => (member.day === null ? [] : [{ ...member, time: Date.parse(member.day) }]))
  const [first, last] = [dated[0], dated.at(-1)]
  if (!first || !last || last.time === first.time) return null
  const x = (time: number): number => edge + ((time - first.time) / (last.time - first.time)) * (width - 2 * edge)
  const years = yearsBetween(first.time, last.time)
  return (
    <figure className={styles.timeline}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words('series.timeline')} direction="ltr">
        <line x1={edge} x2={width - edge} y1="34" y2="34" className={styles.axis} />
        {years.map((year) => {
          const at = x(Date.UTC(year, 0, 1))
          return (
            <g key={year}>
              <line x1={at} x2={at} y1="30" y2="38" className={styles.axis} />
              <text x={at} y="58" textAnchor="middle" className={styles.year}>
                {year}
              </text>
            </g>
          )
        })}
        {dated.map((member) => (
          <circle
            key={`${member.document} ${member.unit}`}
            cx={x(member.time)}
            cy="34"
            r={member.own ? 8 : 5}
            className={member.own ? styles.ownDot : styles.dot}
          >
            <title>{`${member.unit}, ${member.day}`}</title>
          </circle>
        ))}
      </svg>
    </figure>
  )
}

/** At most nine years to write below the line, evenly apart. */
function yearsBetween(from: number, to: number): readonly number[] {
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()]
  const step = Math.max(1, Math.ceil((last - first + 1) / 9))
  const years: number[] = []
  for (let year = first; year <= last; year += step) years.push(year)
  return years
}
