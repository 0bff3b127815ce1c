import { ActForm, Button, FormFault, Instant, Notice, TextField, useWords } from '#web'
import styles from './answer.module.css'
import type { Refused } from './answer-acts.ts'
import { VisibilityField } from './answer-check.tsx'
import type { AnswerData } from './answer-loader.ts'

interface Props {
  readonly data: AnswerData
  readonly refused: Refused | null
}

/** What was sent and how it stands: the receipt, and what may be done with it afterwards. */
export function AnswerSent({ data, refused }: Props) {
  const words = useWords()
  const { sent, history, may, address, once, invitation } = data
  if (!sent) return null
  const stands = sent.state === 'standing'
  const of = (act: string) => (refused?.act === act && refused.refused ? refused.refused : null)
  const hidden = { once, seen: String(invitation.acts) }
  return (
    <Notice title={words(stands ? 'answer.sent' : 'answer.withdrawn')}>
      <p>
        {words.rich('answer.sent-on', {
          at: <Instant at={sent.at} />,
          visibility: words(`answer.visible.${sent.visibility}`),
        })}
        {sent.late && <> {words('answer.sent-late')}</>}
      </p>
      <p>
        <a href={`${address}/receipt.docx?number=${sent.number}`} download>
          {words('answer.receipt')}
        </a>
        {stands && (
          <>
            {' · '}
            <a href={`/calls/${data.call.id}/submissions/${invitation.n}`}>{words('answer.as-sent')}</a>
          </>
        )}
      </p>
      <p>{words(stands ? 'answer.correct' : 'answer.send-anew')}</p>
      {stands && may.withdraw && (
        <>
          <details className={styles.act} open={of('submissions.show') !== null}>
            <summary>{words('answer.show')}</summary>
            <ActForm act="submissions.show" hidden={hidden}>
              {of('submissions.show') && <FormFault>{words(`submissions.refusal.${refused?.refused}`)}</FormFault>}
              <VisibilityField chosen={sent.visibility} />
              <Button quiet>{words('answer.show')}</Button>
            </ActForm>
          </details>
          <details className={styles.act} open={of('submissions.withdraw') !== null}>
            <summary>{words('answer.withdraw')}</summary>
            <ActForm act="submissions.withdraw" hidden={hidden}>
              {of('submissions.withdraw') && <FormFault>{words(`submissions.refusal.${refused?.refused}`)}</FormFault>}
              <p className={styles.line}>{words('dossier.withdraw-note')}</p>
              <TextField name="reason" label={words('dossier.field.why')} />
              <Button quiet>{words('answer.withdraw')}</Button>
            </ActForm>
          </details>
        </>
      )}
      {history.length > 1 && (
        <details className={styles.act}>
          <summary>{words('answer.history', { count: history.length })}</summary>
          <ol>
            {history.map(({ id, at, number, state }) => (
              <li key={id}>
                <Instant at={at} />: {words(`answer.state.${state}`)}{' '}
                <a href={`${address}/receipt.docx?number=${number}`} download>
                  {words('answer.receipt')}
                </a>
              </li>
            ))}
          </ol>
        </details>
      )}
    </Notice>
  )
}
