import { ActForm, Button, Notice, Section, useWords } from '#web'
import type { CallData } from './call-loader.ts'
import styles from './calls.module.css'
import { NoteLine } from './form-notes.tsx'

/** For the office: the steps of a call, what keeps it from going out, and what may be done with it now. */
export function CallOffice({ data }: { readonly data: CallData }) {
  const words = useWords()
  const { call, office, once, counts } = data
  if (!office) return null
  const address = `/calls/${call.id}`
  const hidden = { once, seen: String(call.acts) }
  const blocked = office.blocking.length > 0
  const noDeadline = call.words.deadline === null
  const steps = [
    {
      href: `${address}/setup`,
      text: words('calls.setup'),
      about: words('calls.missing-texts', { count: office.missing.call }),
    },
    {
      href: `${address}/form`,
      text: words('calls.form'),
      about: words.list([
        words('calls.questions', { count: office.questions }),
        words('calls.missing-texts', { count: office.missing.form }),
      ]),
    },
    {
      href: `${address}/invitations`,
      text: words('calls.invitations'),
      about: words('calls.invited-count', { count: counts.total }),
    },
  ]
  return (
    <Section id="office" title={words('calls.office')}>
      <ol className={styles.steps}>
        {steps.map(({ href, text, about }) => (
          <li key={href}>
            <a href={href}>{text}</a> <span className={styles.about}>{about}</span>
          </li>
        ))}
      </ol>
      {call.state === 'draft' && (blocked || noDeadline) && (
        <Notice title={words('calls.not-ready')}>
          <ul className={styles.notes}>
            {noDeadline && <li>{words('submissions.refusal.no-deadline')}</li>}
            {office.blocking.map((note, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: notes do not move on a rendered page
              <NoteLine key={i} note={note} address={`${address}/form`} />
            ))}
          </ul>
        </Notice>
      )}
      <div className={styles.buttons}>
        {call.state === 'draft' && !blocked && !noDeadline && (
          <ActForm act="submissions.open-call" inline hidden={hidden}>
            <Button>{words('calls.open')}</Button>
          </ActForm>
        )}
        {call.state === 'open' && !office.isOut && !blocked && (
          <ActForm act="submissions.issue-form" inline hidden={hidden}>
            <Button>{words('calls.issue', { version: call.version + 1 })}</Button>
          </ActForm>
        )}
        {call.state === 'open' && (
          <ActForm act="submissions.close-call" inline hidden={hidden}>
            <Button quiet>{words('calls.close')}</Button>
          </ActForm>
        )}
        {call.state === 'closed' && (
          <ActForm act="submissions.open-call" inline hidden={hidden}>
            <Button quiet>{words('calls.open-again')}</Button>
          </ActForm>
        )}
        {call.state === 'draft' && (
          <ActForm act="submissions.drop-call" inline hidden={hidden}>
            <Button quiet>{words('calls.drop')}</Button>
          </ActForm>
        )}
      </div>
      {call.state === 'draft' && <p className={styles.about}>{words('calls.open-note')}</p>}
    </Section>
  )
}
