import {
  AnnotatedText,
  Day,
  directionOf,
  documentAddress,
  dossierAddress,
  Facts,
  Legend,
  type LoaderInput,
  lineAddress,
  mandateAddress,
  notFound,
  PageHead,
  type PageProps,
  paragraphAddress,
  Section,
  useWords,
  visitOf,
} from '#web'
import { surenessOf } from '../sureness.ts'
import { ClauseReading } from './clause-reading.tsx'
import styles from './mandate.module.css'
import { AskLines } from './margin.tsx'
import { readingAddress } from './reading-address.ts'
import { askOf, stretchesOf, tongueOf } from './reading-of.ts'

export async function loader(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const id = input.params['*'] ?? ''
  const [found, calendar, directory] = await Promise.all([
    rooms.mandates.mandate(id),
    rooms.calendar.table(),
    rooms.parties.directory(),
  ])
  const tongue = tongueOf(calendar, directory, reads.language)
  if (!found) throw notFound('mandate', id)
  const { mandate, obligations } = found
  const [siblings, document] = await Promise.all([
    rooms.mandates.ofDocument(mandate.document),
    rooms.documents.document(mandate.document),
  ])
  const read = siblings.filter((sibling) => sibling.mandate.id === mandate.id || sibling.mandate.clauses.length > 0)
  const at = read.findIndex((sibling) => sibling.mandate.id === mandate.id)
  const linked = new Map(
    siblings.flatMap(({ mandate: other, obligations: all }) =>
      all.map((obligation) => [obligation.id, { mandate: other.id, path: other.path, obligation }] as const),
    ),
  )
  return {
    mandate,
    language: document?.version.language ?? 'en',
    stretches: stretchesOf(mandate.text, mandate.clauses),
    sure: mandate.clauses.map(({ certainty }) => surenessOf(certainty)),
    obligations: obligations.map((obligation) => ({
      ...askOf(obligation, tongue),
      status: obligation.status,
      links: obligation.links.map((link) => {
        const other = linked.get(link.to)
        return {
          how: link.how,
          mandate: other?.mandate ?? null,
          path: other?.path ?? link.to,
          actor: other ? tongue.called(other.obligation.actor, other.obligation.actorName) : null,
          action: other?.obligation.act ?? null,
        }
      }),
    })),
    before: read[at - 1]?.mandate.id ?? null,
    after: read[at + 1]?.mandate.id ?? null,
    mayCall: rooms.submissions.may(visitor, 'submissions.make-call'),
  }
}

export default function MandatePage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { mandate, language, obligations, stretches, sure, before, after, mayCall } = loaderData
  const sheet = mandate.unit === mandate.document
  return (
    <article>
      <PageHead
        kicker={
          <a href={documentAddress(mandate.document, mandate.unit)}>
            {sheet ? mandate.document : `${mandate.document}, ${mandate.unit}`}
          </a>
        }
        title={words('mandate.title', { path: mandate.path, unit: mandate.unit })}
      >
        {mandate.unitTitle && <p>{mandate.unitTitle}</p>}
        <p>
          {mandate.organ}
          {mandate.adopted && (
            <>
              {', '}
              <Day date={mandate.adopted} />
            </>
          )}
        </p>
      </PageHead>
      <section aria-labelledby="text" className={styles.text}>
        <h2 id="text" className={styles.unseen}>
          {words('mandate.text')}
        </h2>
        {mandate.context.map((context) => (
          <p key={context} className={styles.context} lang={language} dir={directionOf(language)}>
            {context}
          </p>
        ))}
        <blockquote className={styles.quote} lang={language} dir={directionOf(language)}>
          <AnnotatedText text={mandate.text} stretches={stretches} />
        </blockquote>
        <Legend />
        <p className={styles.source}>
          <a href={paragraphAddress(mandate)}>{words('mandate.in-text')}</a>{' '}
          <a href={lineAddress(mandate)}>{words('mandate.line')}</a>{' '}
          {mayCall && <a href={`/calls/new?${new URLSearchParams({ from: mandate.id })}`}>{words('calls.new')}</a>}
        </p>
      </section>
      <Section
        id="asked"
        title={words('mandate.asked')}
        aside={words('mandate.asked-count', { count: obligations.length })}
      >
        {obligations.length === 0 && <p>{words('mandate.asks-nothing')}</p>}
        <ol className={styles.asks}>
          {obligations.map((ask, i) => (
            <li key={ask.id} id={`ask-${i + 1}`}>
              <p className={styles.action}>{ask.action}</p>
              <AskLines ask={ask} />
              {ask.links.map((link) => (
                <p key={`${link.how}-${link.path}`} className={styles.link}>
                  {words.rich(`mandate.link.${link.how}`, {
                    actor: link.actor ?? '',
                    action: link.action ?? link.path,
                    link: (text) => (link.mandate ? <a href={mandateAddress(link.mandate)}>{text}</a> : text),
                  })}
                </p>
              ))}
              <p className={styles.status}>
                {words(`status.long.${ask.status}`)} <a href={dossierAddress(ask.id)}>{words('dossier.open')}</a>
              </p>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="reading" title={words('mandate.reading')}>
        <p className={styles.note}>
          {mandate.reading.person && mandate.reading.look !== 'text-changed'
            ? words.rich('mandate.read-by-person', {
                date: <Day key="d" date={mandate.reading.person.at} />,
              })
            : words('mandate.read-by-rules')}{' '}
          <a href={readingAddress(mandate.id)}>{words('mandate.both-readings')}</a>
        </p>
        <p className={styles.note}>{words('mandate.reading-note')}</p>
        {mandate.clauses.map((clause, i) => (
          <ClauseReading
            // biome-ignore lint/suspicious/noArrayIndexKey: the clauses of a reading do not move
            key={i}
            clause={clause}
            sure={sure[i]!}
            number={i + 1}
            of={mandate.clauses.length}
          />
        ))}
        <Facts rows={[[words('mandate.id'), <code key="id">{mandate.id}</code>]]} />
      </Section>
      <nav className={styles.pages} aria-label={words('mandate.neighbours')}>
        {before && (
          <a rel="prev" href={mandateAddress(before)}>
            {words('mandate.before', { id: before.slice(before.lastIndexOf('#') + 1) })}
          </a>
        )}
        {after && (
          <a rel="next" href={mandateAddress(after)}>
            {words('mandate.after', { id: after.slice(after.lastIndexOf('#') + 1) })}
          </a>
        )}
      </nav>
    </article>
  )
}
