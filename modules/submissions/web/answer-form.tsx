import { FormFault, languageName, useWords } from '#web'
import styles from './answer.module.css'
import type { Refused } from './answer-acts.ts'
import type { AnswerData, AskedSection } from './answer-loader.ts'
import { AnswerQuestion, conditionIn } from './answer-question.tsx'
import { Said, saidIn } from './localised.tsx'

interface Props {
  readonly data: AnswerData
  readonly refused: Refused | null
}

/** The questions of the page with what is written so far. Saved by a button, and by itself where scripts run. */
export function AnswerForm({ data, refused }: Props) {
  const words = useWords()
  const { sections, onPage, next, many, invitation, once, language, address, names } = data
  const shown = sections.filter(({ id }) => onPage.includes(id))
  const here = new Set(shown.flatMap(({ questions }) => questions.map(({ question }) => question.id)))
  const mine = refused?.act === 'submissions.save' ? refused : null
  const locked = !data.may.write
  return (
    <form
      method="post"
      encType="multipart/form-data"
      noValidate
      className={styles.form}
      id="answers"
      data-invitation={invitation.id}
      data-locale={words.language}
      data-saving={words('answer.status.saving')}
      data-saved={words('answer.status.saved', { time: '%1' })}
      data-away={words('answer.status.away')}
      data-refused={words('answer.status.refused')}
      data-conflict={words('answer.status.conflict')}
      data-unsaved={words('answer.status.unsaved')}
      data-found={words('answer.status.found')}
      data-gone={words('answer.status.gone')}
      data-words={words('answer.words-of', { count: '%1', most: '%2' })}
    >
      <input type="hidden" name="act" value="submissions.save" />
      <input type="hidden" name="once" value={once} />
      {many && <input type="hidden" name="section" value={onPage[0]} />}
      {/* What the key Enter presses: saving, and none of the buttons beside the questions. */}
      <button type="submit" className={styles.unseen} tabIndex={-1} aria-hidden="true">
        {words('answer.save')}
      </button>
      {mine && <Summary data={data} refused={mine} />}
      {data.progress.filledIn > 0 && !locked && (
        <p className={styles.filled}>
          {words('answer.filled-in-count', { count: data.progress.filledIn })}{' '}
          <button type="submit" name="confirm" value="all" className={styles.small}>
            {words('answer.confirm-all')}
          </button>
        </p>
      )}
      {shown.map((section) => (
        <fieldset
          key={section.id}
          className={styles.section}
          id={section.id}
          hidden={!section.shown}
          disabled={locked}
          data-section={section.id}
          data-when={conditionIn(section.when, here)}
        >
          <legend>
            <h2>
              <Said text={section.title} />
            </h2>
          </legend>
          {Object.keys(section.help).length > 0 && (
            <p className={styles.help}>
              <Said text={section.help} />
            </p>
          )}
          {section.questions.map((asked) => {
            const { id } = asked.question
            return (
              <AnswerQuestion
                key={id}
                asked={asked}
                errors={mine?.errors ?? []}
                typed={mine?.typed[id]}
                conflict={mine?.conflicts.includes(id) ?? false}
                writer={asked.by === null ? null : (names[asked.by.replace(/^person:/, '')] ?? null)}
                files={`${address}/files`}
                here={here}
                disabled={false}
              />
            )
          })}
        </fieldset>
      ))}
      {!locked && (
        <div className={styles.bar}>
          <label className={styles.language}>
            <span>{words('answer.language')}</span>
            <select name="language" defaultValue={language}>
              {sixLanguageOptions.map((value) => (
                <option key={value} value={value} lang={value}>
                  {languageName(value)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={styles.save}>
            {words('answer.save')}
          </button>
          {next !== null && (
            <button type="submit" name="onward" value={`section ${next}`} className={styles.go}>
              {words('answer.save-and-next')}
            </button>
          )}
          <button type="submit" name="onward" value="check" className={next === null ? styles.go : styles.save}>
            {words('answer.check')}
          </button>
          <p role="status" className={styles.status} id="saving" />
        </div>
      )}
    </form>
  )
}

const sixLanguageOptions = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const

/** Everything that is wrong, first on the page, with a link to each. */
function Summary({ data, refused }: Props & { readonly refused: Refused }) {
  const words = useWords()
  const { sections, onPage } = data
  const byId = new Map(
    sections.flatMap(({ questions }) => questions.map((asked) => [asked.question.id, asked] as const)),
  )
  const labelOf = (field: string): string => {
    const asked = byId.get(field.split('.')[0] ?? '')
    return asked ? `${asked.number}. ${saidIn(asked.question.label, words.language.slice(0, 2))?.words ?? ''}` : field
  }
  const placeOf = (field: string): string => {
    const id = field.split('.')[0] ?? ''
    const section = sections.find(({ questions }) => questions.some(({ question }) => question.id === id))
    return section && !onPage.includes(section.id) ? `?section=${section.id}#at-${id}` : `#at-${id}`
  }
  return (
    <section
      className={styles.summary}
      id="wrong"
      tabIndex={-1}
      aria-labelledby="wrong-title"
      // biome-ignore lint/a11y/noAutofocus: after something went wrong the focus belongs where it is told, also without script
      autoFocus
    >
      <h2 id="wrong-title">{words('answer.wrong', { count: refused.errors.length + refused.conflicts.length })}</h2>
      {refused.refused && <FormFault>{words(`submissions.refusal.${refused.refused}`)}</FormFault>}
      {refused.refused === null && <p>{words('answer.others-kept')}</p>}
      <ul>
        {refused.errors.map(({ field, code, facts }) => (
          <li key={`${field}-${code}`}>
            <a href={placeOf(field)}>{labelOf(field)}</a>: {words(`submissions.invalid.${code}`, facts)}
          </li>
        ))}
        {refused.conflicts.map((field) => (
          <li key={field}>
            <a href={placeOf(field)}>{labelOf(field)}</a>: {words('answer.conflict')}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The sections of the form, with how far each is. */
export function SectionLinks({ data }: { readonly data: AnswerData }) {
  const words = useWords()
  const { sections, onPage, many, address } = data
  const open = sections.filter(({ shown }) => shown)
  if (open.length < 2) return null
  const link = (section: AskedSection) =>
    many && !onPage.includes(section.id) ? `${address}?section=${section.id}` : `#${section.id}`
  return (
    <nav className={styles.sections} aria-label={words('answer.sections')}>
      <ol>
        {open.map((section) => (
          <li key={section.id}>
            <a href={link(section)} aria-current={many && onPage.includes(section.id) ? 'true' : undefined}>
              <Said text={section.title} />
            </a>{' '}
            <span className={styles.quiet}>
              {words('answer.of', { answered: section.answered, asked: section.asked })}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
