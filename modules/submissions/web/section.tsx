import { type Language, languages } from '@resolute/reader'
import {
  AnswersSaid,
  Button,
  directionOf,
  LinkedSentences,
  type LoaderInput,
  languageName,
  Notice,
  notFound,
  PageHead,
  type PageProps,
  SelectField,
  SessionName,
  sessionAddress,
  TextField,
  useWords,
  visitOf,
} from '#web'
import { writingIn } from './call-words-reading.ts'
import { Said } from './localised.tsx'
import styles from './replies.module.css'

export async function loader(input: LoaderInput) {
  const { rooms, visitor, reads, now } = visitOf(input)
  const id = input.params.call ?? ''
  const call = await rooms.submissions.call(id, visitor)
  if (!call) throw notFound('page', id)
  const asked = new URL(input.request.url).searchParams
  const language: Language = languages.find((one) => one === asked.get('in')) ?? writingIn(reads.language)
  const day = asked.get('as-of') ?? ''
  const asOf = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : now().toISOString().slice(0, 10)
  const section = await rooms.submissions.section(id, language, asOf)
  return { call: { id, subject: call.words.subject, report: call.words.report }, section, language, asOf }
}

/** What the report will say of a call, in any of six languages, as it stood on a day. */
export default function SectionPage({ loaderData }: PageProps<typeof loader>) {
  const words = useWords()
  const { call, section, language, asOf } = loaderData
  return (
    <article>
      <PageHead
        kicker={
          <a href={`/calls/${call.id}`}>
            <Said text={call.subject} />
          </a>
        }
        title={words('section.title')}
      >
        <p>{words('section.lede')}</p>
        {call.report && (
          <p>
            <a href={`${sessionAddress(call.report.body, call.report.session)}/report#call-${call.id}`}>
              {words('section.in-report')} <SessionName body={call.report.body} number={call.report.session} />
            </a>
          </p>
        )}
      </PageHead>
      <form method="get" className={styles.tools}>
        <SelectField
          name="in"
          label={words('section.language')}
          defaultValue={language}
          options={languages.map((value) => ({ value, text: languageName(value), lang: value }))}
        />
        <TextField name="as-of" type="date" label={words('section.as-of')} defaultValue={asOf} />
        <Button>{words('section.show')}</Button>
      </form>
      {section === null ? <Notice>{words('section.none')}</Notice> : <Drafted section={section} />}
    </article>
  )
}

type Section = NonNullable<Awaited<ReturnType<typeof loader>>['section']>

function Drafted({ section }: { readonly section: Section }) {
  const words = useWords()
  const { language, paragraphs, annex, title } = section
  const own = { lang: language, dir: directionOf(language) }
  return (
    <>
      <section className={styles.text} aria-labelledby="drafted" {...own}>
        <h2 id="drafted">{title}</h2>
        {paragraphs.map(({ place, heading, sentences }) => (
          <div key={place} id={place}>
            {heading !== null && <h3>{heading}</h3>}
            <p>
              <LinkedSentences sentences={sentences} language={language} />
            </p>
          </div>
        ))}
      </section>
      {annex.length > 0 && (
        <section className={styles.annex} aria-labelledby="annex">
          <h2 id="annex">{words('section.annex')}</h2>
          {annex.map(({ name, address, sent, answers }) => (
            <details key={address} className={styles.marking}>
              <summary>
                <span {...own}>
                  {name}, {sent}
                </span>
              </summary>
              <p>
                <a href={address}>
                  {words('section.whole')} <span {...own}>{name}</span>
                </a>
              </p>
              <AnswersSaid answers={answers} own={own} />
            </details>
          ))}
        </section>
      )}
    </>
  )
}
