import { Difference, DifferenceLegend, directionOf, documentAddress, paragraphAddress, Tag, useWords } from '#web'
import type { AgreedPlace } from '../agreed.ts'
import styles from './agreed.module.css'
import type { ShownMatch, ShownParagraph } from './agreed-shown.ts'

interface Props {
  readonly paragraphs: readonly ShownParagraph[]
  readonly language: string | null
}

/** Each paragraph of the draft with what was agreed before. */
export function AgreedResults({ paragraphs, language }: Props) {
  return (
    <>
      {paragraphs.some(({ standing }) => standing !== 'verbatim') && <DifferenceLegend />}
      <ol className={styles.paragraphs}>
        {paragraphs.map((paragraph, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of a draft do not move
          <Paragraph key={i} paragraph={paragraph} n={i + 1} language={language} />
        ))}
      </ol>
    </>
  )
}

function Paragraph({ paragraph, n, language }: Omit<Props, 'paragraphs'> & { paragraph: ShownParagraph; n: number }) {
  const words = useWords()
  const { text, number, standing, matches } = paragraph
  const [nearest, ...others] = matches
  return (
    <li id={`p${n}`} className={styles[standing]}>
      <p className={styles.head}>
        <a href={`#p${n}`}>{number ?? words('agreed.nth', { n })}</a>{' '}
        <Tag tone={standing === 'new' ? 'warn' : 'plain'}>{words(`agreed.standing.${standing}`)}</Tag>
      </p>
      <p className={styles.text} lang={language ?? undefined} dir={language ? directionOf(language) : 'auto'}>
        {text}
      </p>
      {nearest ? <Match match={nearest} /> : <p className={styles.facts}>{words('agreed.none')}</p>}
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>{words('agreed.more', { count: others.length })}</summary>
          {others.map((match) => (
            <Match key={`${match.last.document} ${match.last.n}`} match={match} />
          ))}
        </details>
      )}
    </li>
  )
}

/** What was agreed before: how near, how often, by whom, first and last where; and what differs. */
function Match({ match }: { readonly match: ShownMatch }) {
  const words = useWords()
  const { similarity, verbatim, times, first, last, bodies, changes, language } = match
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' })
  return (
    <div className={styles.match}>
      <p className={styles.facts}>
        {verbatim ? words('agreed.verbatim', { times }) : words('agreed.close', { times, share: similarity })}{' '}
        {times === 1 ? (
          <Where place={last} />
        ) : (
          <>
            {words('agreed.first')} <Where place={first} /> · {words('agreed.last')} <Where place={last} />
          </>
        )}
        {bodies.length > 0 && <> · {list.format(bodies)}</>}
      </p>
      {!verbatim && (
        <p className={styles.text} lang={language} dir={directionOf(language)}>
          <Difference changes={changes} />
        </p>
      )}
    </div>
  )
}

function Where({ place }: { readonly place: AgreedPlace }) {
  const { document, unit, path, year } = place
  const address = path === null ? documentAddress(document, unit) : paragraphAddress({ document, unit, path })
  return (
    <>
      <a href={address}>
        <bdi>
          {unit}
          {path !== null && ` § ${path}`}
        </bdi>
      </a>
      {unit !== document && (
        <>
          {' '}
          <bdi>{document}</bdi>
        </>
      )}
      {year !== null && ` (${year})`}
    </>
  )
}
