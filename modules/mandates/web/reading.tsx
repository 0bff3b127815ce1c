import {
  type ActionProps,
  AnnotatedText,
  directionOf,
  documentAddress,
  FormFault,
  Instant,
  Keys,
  Legend,
  type LoaderInput,
  mandateAddress,
  Notice,
  PageHead,
  type PageProps,
  Section,
  Tag,
  useKeys,
  useWords,
} from '#web'
import { ClauseForm } from './clause-form.tsx'
import { ClauseReading } from './clause-reading.tsx'
import { Decide } from './decide.tsx'
import { Differences } from './differences.tsx'
import { AskLines } from './margin.tsx'
import styles from './reading.module.css'
import { readingAddress } from './reading-address.ts'
import { decideReading, loadReading } from './reading-page.ts'

export const handle = {
  interactive: true,
  acts: [
    'mandates.accept-reading',
    'mandates.correct-reading',
    'mandates.mark-no-mandate',
    'mandates.withdraw-correction',
  ],
}

export async function loader(input: LoaderInput) {
  return loadReading(input)
}

export async function action(input: LoaderInput) {
  return decideReading(input)
}

/** One reading: the paragraph, what the rules read and what a person says, what follows from it, and how to decide. */
export default function ReadingPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const keys = useKeys()
  const { mandate, counts, mayDecide, language, stretches, asks, near, filters, said, history } = loaderData
  const { reading } = mandate
  const drafts = actionData?.drafts ?? (loaderData.editing ? loaderData.drafts : null)
  const state = reading.look ?? reading.state
  const sheet = mandate.unit === mandate.document
  return (
    <article data-keys={keys.on ? 'on' : undefined} className={styles.reading}>
      <PageHead
        kicker={
          <a href={documentAddress(mandate.document, mandate.unit)}>
            {sheet ? mandate.document : `${mandate.document}, ${mandate.unit}`}
          </a>
        }
        title={words('readings.of', { path: mandate.path, unit: mandate.unit })}
      >
        <p>
          <Tag tone={state === 'open' || reading.look ? 'warn' : 'quiet'}>
            {words(`mandates.reading-state.${state}`)}
          </Tag>{' '}
          {reading.person && counts && (
            <>
              {loaderData.name && <bdi>{loaderData.name}, </bdi>}
              <Instant at={reading.person.at} />
            </>
          )}
        </p>
      </PageHead>
      <nav className={styles.pages} aria-label={words('readings.queue')}>
        {near.before && (
          <a rel="prev" data-key="k" href={`${readingAddress(near.before)}${filters}`}>
            {words('readings.before')} <kbd>k</kbd>
          </a>
        )}
        <a href={`/readings${filters}`}>{words('readings.back')}</a>
        {near.after && (
          <a rel="next" data-key="j" href={`${readingAddress(near.after)}${filters}`}>
            {words('readings.after')} <kbd>j</kbd>
          </a>
        )}
      </nav>
      {said && (
        <div className={styles.said}>
          <Notice>{words(`readings.said.${said}`)}</Notice>
        </div>
      )}
      {actionData?.refused && (
        <FormFault>{words(`mandates.refused.${actionData.refused}`, { limit: actionData.limit })}</FormFault>
      )}
      <section aria-labelledby="text" className={styles.text} data-editing={drafts ? true : undefined}>
        <h2 id="text">{words('mandate.text')}</h2>
        {mandate.context.map((context) => (
          <p key={context} data-quote className={styles.context} lang={language} dir={directionOf(language)}>
            {context}
          </p>
        ))}
        <blockquote data-quote className={styles.quote} lang={language} dir={directionOf(language)}>
          <AnnotatedText text={mandate.text} stretches={stretches} />
        </blockquote>
        <Legend />
        <p className={styles.source}>
          <a href={mandateAddress(mandate.id)}>{words('readings.mandate')}</a>
        </p>
      </section>
      {reading.doubts.length > 0 && !counts && (
        <Notice title={words('readings.doubts')}>
          <ul>
            {reading.doubts.map((doubt) => (
              <li key={doubt}>{words(`mandates.doubt.${doubt}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {reading.look === 'rules-differ' && (
        <Notice title={words('readings.rules-differ')}>
          <p>{words('readings.rules-differ-what')}</p>
          <Differences rows={loaderData.since} one={words('readings.rules-then')} other={words('readings.rules-now')} />
        </Notice>
      )}
      {reading.look === 'text-changed' && reading.person && (
        <Notice title={words('readings.text-changed')}>
          <p>{words('readings.text-changed-what', { name: loaderData.name ?? words('readings.somebody') })}</p>
          <blockquote className={styles.before} lang={language} dir={directionOf(language)}>
            {reading.person.text}
          </blockquote>
        </Notice>
      )}
      <Section id="asked" title={words('mandate.asked')} aside={words('mandate.asked-count', { count: asks.length })}>
        {asks.length === 0 && <p>{words('mandate.asks-nothing')}</p>}
        <ol className={styles.asks}>
          {asks.map((ask) => (
            <li key={ask.id} value={Number(ask.id.slice(ask.id.lastIndexOf('/') + 1))}>
              <p className={styles.action}>{ask.action}</p>
              <AskLines ask={ask} />
            </li>
          ))}
        </ol>
      </Section>
      {mayDecide && <Decide loaded={loaderData} note={actionData?.note ?? ''} editing={drafts !== null} />}
      {mayDecide && drafts && (
        <ClauseForm
          drafts={drafts}
          faults={actionData?.faults ?? []}
          preview={actionData?.preview ?? null}
          note={actionData?.note ?? ''}
          seen={reading.seen}
          address={`${readingAddress(mandate.id)}${filters === '' ? '?edit' : `${filters}&edit`}`}
          names={loaderData.names}
          bodies={loaderData.bodies}
          picking={keys.ready}
        />
      )}
      {counts && (
        <Section id="person" title={words('readings.by-person')}>
          {mandate.clauses.length === 0 && <p>{words('reading.no-mandate')}</p>}
          {mandate.clauses.map((clause, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the clauses of a reading do not move
            <ClauseReading key={i} clause={clause} sure="sure" number={i + 1} of={mandate.clauses.length} />
          ))}
          <Differences
            rows={loaderData.differences}
            one={words('readings.by-rules')}
            other={words('readings.by-person')}
            none={words('readings.same')}
          />
        </Section>
      )}
      <Section id="rules" title={words('readings.by-rules')}>
        {reading.ruleClauses.length === 0 && <p>{words('readings.nothing-read')}</p>}
        {reading.ruleClauses.map((clause, i) => (
          <ClauseReading
            // biome-ignore lint/suspicious/noArrayIndexKey: the clauses of a reading do not move
            key={i}
            clause={clause}
            sure={loaderData.ruleSure[i]!}
            number={i + 1}
            of={reading.ruleClauses.length}
          />
        ))}
      </Section>
      {history.length > 0 && (
        <Section id="history" title={words('readings.history')}>
          <ol className={styles.history}>
            {history.map((one) => (
              <li key={one.key}>
                <Instant at={one.at} /> <bdi>{one.name ?? words('readings.somebody')}</bdi>:{' '}
                {words(`readings.did.${one.kind}`)}
                {one.note && <q className={styles.note}>{one.note}</q>}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {mayDecide && <Keys keys={keys}>{words('readings.keys')}</Keys>}
    </article>
  )
}
