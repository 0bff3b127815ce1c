import { Button, Downloads, directionOf, Section, useWords, withFilters } from '#web'
import { comparisonViews } from '../compare-rows.ts'
import styles from './compare.module.css'
import { draftForm } from './compare-forms.tsx'
import { hashOf, usePlaceInWords } from './compare-place.ts'
import type { ShownComparison } from './compare-shown.ts'

interface Props {
  readonly shown: ShownComparison
  readonly query: string
  /** The comparison is of a draft: what else is asked of it goes by its form, since no address holds it. */
  readonly draft: boolean
  readonly oneColumn: boolean
}

/** How much changed, the way to each kind of change, and the comparison as a file. */
export function Summary({ shown, query, draft, oneColumn }: Props) {
  const words = useWords()
  const { figures, show } = shown
  const asked = new URLSearchParams(query)
  const counts = { all: figures.pairs, ...figures }
  const kinds = (['same', 'edited', 'renumbered', 'split', 'merged'] as const).filter((kind) => figures[kind] > 0)
  const files = new URLSearchParams([...asked].filter(([name]) => /^(?:old|new)(?:-version)?$/.test(name)))
  return (
    <Section id="summary" title={words('compare.summary')}>
      <ul className={styles.figures}>
        {kinds.map((kind) => (
          <li key={kind}>{words(`compare.figures.${kind}`, { count: figures[kind] })}</li>
        ))}
      </ul>
      <nav aria-label={words('compare.show.label')}>
        <ul className={styles.filters}>
          {comparisonViews.map((view) => {
            const text = words(`compare.show.${view}`, { count: counts[view] })
            return (
              <li key={view}>
                {view === show ? (
                  <strong aria-current="true">{text}</strong>
                ) : counts[view] === 0 ? (
                  <span>{text}</span>
                ) : draft ? (
                  <Button quiet form={draftForm} name="show" value={view}>
                    {text}
                  </Button>
                ) : (
                  <a href={withFilters('/compare', asked, { show: view === 'all' ? null : view })}>{text}</a>
                )}
              </li>
            )
          })}
        </ul>
      </nav>
      {draft ? (
        <p className={styles.file}>
          <Button quiet form={draftForm} formAction="/compare.docx">
            {words('compare.word')}
          </Button>
        </p>
      ) : (
        <>
          <p className={styles.views}>
            <a className={styles.column} href={withFilters('/compare', asked, { view: oneColumn ? null : 'column' })}>
              {words(oneColumn ? 'compare.view.sides' : 'compare.view.column')}
            </a>
            <a href={swapped(asked)}>{words('compare.view.swap')}</a>
          </p>
          <Downloads
            label={words('shell.download')}
            links={[
              { href: `/compare.docx?${files}`, text: words('compare.word') },
              { href: `/api/v1/comparison?${files}`, text: 'JSON' },
            ]}
          />
        </>
      )}
    </Section>
  )
}

/** The same comparison from the new text to the old. */
function swapped(asked: URLSearchParams): string {
  const other = (name: string) => name.replace(/^(old|new)/, (side) => (side === 'old' ? 'new' : 'old'))
  return `/compare?${new URLSearchParams([...asked].map(([name, value]) => [other(name), value]))}`
}

/** As many as are read at a glance; the rest is folded. */
const atOnce = 5

/** The words of the old text that the new one does not have, each with the way to its place. */
export function Dropped({ shown }: { readonly shown: ShownComparison }) {
  const words = useWords()
  const placeInWords = usePlaceInWords()
  const { dropped, old } = shown
  if (dropped.length === 0) return null
  const row = ({ anchor, piece, whole, text }: (typeof dropped)[number], i: number) => (
    <li key={i}>
      <a href={hashOf(anchor)}>
        {words('compare.dropped.place', { place: placeInWords(piece), whole: String(whole) })}
      </a>
      <blockquote lang={old.language} dir={directionOf(old.language)}>
        {text}
      </blockquote>
    </li>
  )
  return (
    <Section
      id="dropped"
      title={words('compare.dropped.title')}
      aside={words('compare.dropped.count', { count: dropped.length })}
    >
      <ul className={styles.dropped}>{dropped.slice(0, atOnce).map(row)}</ul>
      {dropped.length > atOnce && (
        <details>
          <summary>{words('compare.dropped.more', { count: dropped.length - atOnce })}</summary>
          <ul className={styles.dropped}>{dropped.slice(atOnce).map((one, i) => row(one, atOnce + i))}</ul>
        </details>
      )}
    </Section>
  )
}
