import { ActForm, Button, FormFault, languageName, Notice, Section, SelectField, useWords } from '#web'
import { visibilities } from '../call.ts'
import styles from './answer.module.css'
import type { Refused } from './answer-acts.ts'
import type { AnswerData, AskedQuestion } from './answer-loader.ts'
import { AnswerWords } from './answer-words.tsx'
import { Said } from './localised.tsx'

interface Props {
  readonly data: AnswerData
  readonly refused: Refused | null
}

/** Everything once more as it will stand, what is missing, who may see it, and the button that sends it. */
export function AnswerCheck({ data, refused }: Props) {
  const words = useWords()
  const { sections, address, may, invitation, progress, language, once } = data
  const open = sections.filter(({ shown }) => shown)
  const asked = open.flatMap(({ questions }) => questions).filter(({ shown }) => shown)
  const missing = asked.filter((one) => one.missing)
  const unconfirmed = asked.filter(({ from, answer }) => from !== null && answer !== null)
  const sending = refused?.act === 'submissions.send' ? refused : null
  return (
    <>
      <p>
        <a href={address}>{words('answer.back')}</a>
      </p>
      {missing.length > 0 && (
        <Notice title={words('answer.missing', { count: missing.length })}>
          <Links data={data} questions={missing} />
        </Notice>
      )}
      {unconfirmed.length > 0 && (
        <Notice title={words('answer.unconfirmed', { count: unconfirmed.length })}>
          <Links data={data} questions={unconfirmed} />
          {may.write && (
            <ActForm act="submissions.save" inline hidden={{ confirm: 'all', onward: 'check' }}>
              <Button quiet>{words('answer.confirm-all')}</Button>
            </ActForm>
          )}
        </Notice>
      )}
      {open.map((section) => (
        <Section
          key={section.id}
          id={section.id}
          title={<Said text={section.title} />}
          aside={words('answer.of', { answered: section.answered, asked: section.asked })}
        >
          <dl className={styles.answers}>
            {section.questions
              .filter(({ shown }) => shown)
              .map(({ question, number, answer }) => (
                <div key={question.id}>
                  <dt>
                    {number}. <Said text={question.label} />
                  </dt>
                  <dd>
                    <AnswerWords question={question} answer={answer} files={`${address}/files`} />
                  </dd>
                </div>
              ))}
          </dl>
        </Section>
      ))}
      <Section id="send" title={words('answer.send')}>
        {sending?.refused && (
          <FormFault>
            {sending.refused === 'invalid' && sending.errors.length > 0
              ? sending.errors.map(({ code, facts }) => words(`submissions.invalid.${code}`, facts)).join(' ')
              : words(`submissions.refusal.${sending.refused}`)}
          </FormFault>
        )}
        {!may.send && <p>{words(data.call.state === 'open' ? 'answer.not-yours' : 'answer.closed')}</p>}
        {may.send && (
          <ActForm act="submissions.send" hidden={{ once, seen: String(invitation.acts) }}>
            <VisibilityField
              chosen={sending?.fields.visibility || data.sent?.visibility || data.call.words.visibility}
            />
            <SelectField
              name="language"
              label={words('answer.language')}
              defaultValue={sending?.fields.language || language}
              options={(['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const).map((value) => ({
                value,
                text: languageName(value),
                lang: value,
              }))}
            />
            <p>{words('answer.send-note')}</p>
            {progress.answered === 0 && <p>{words('submissions.refusal.nothing-to-send')}</p>}
            <Button>{words(data.sent?.state === 'standing' ? 'answer.send-again' : 'answer.send')}</Button>
          </ActForm>
        )}
      </Section>
    </>
  )
}

/** Who may see it: each with one line that says what follows. */
export function VisibilityField({ chosen }: { readonly chosen: string }) {
  const words = useWords()
  return (
    <fieldset className={styles.choices}>
      <legend>{words('answer.visibility')}</legend>
      {visibilities.map((value) => (
        <label key={value} className={styles.option}>
          <input type="radio" name="visibility" value={value} defaultChecked={value === chosen} />
          <span>
            <strong>{words(`answer.visible.${value}`)}</strong>
            <span className={styles.line}>{words(`answer.visible-why.${value}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Questions, each leading to its place in the form. */
function Links({ data, questions }: { readonly data: AnswerData; readonly questions: readonly AskedQuestion[] }) {
  const sectionOf = (id: string) =>
    data.sections.find((section) => section.questions.some(({ question }) => question.id === id))?.id ?? ''
  return (
    <ul>
      {questions.map(({ question, number }) => (
        <li key={question.id}>
          <a href={`${data.address}${data.many ? `?section=${sectionOf(question.id)}` : ''}#at-${question.id}`}>
            {number}. <Said text={question.label} />
          </a>
        </li>
      ))}
    </ul>
  )
}
