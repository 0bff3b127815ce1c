import { ActForm, Button, FormFault, Instant, Section, SelectField, TextField, useWords } from '#web'
import styles from './answer.module.css'
import type { Refused } from './answer-acts.ts'
import type { AnswerData } from './answer-loader.ts'

interface Props {
  readonly data: AnswerData
  readonly refused: Refused | null
}

/** Whom it lies with, the way it went, and handing it on to a colleague or back. */
export function AnswerHands({ data, refused }: Props) {
  const words = useWords()
  const { may, holder, person, names, invitation, colleagues, once, befell, name } = data
  if (invitation.actor === null || person === null) return null
  const hidden = { once, seen: String(invitation.acts) }
  const of = (act: string) => (refused?.act === act && refused.refused ? refused : null)
  const fault = (act: string) => {
    const found = of(act)
    return found && <FormFault>{words(`submissions.refusal.${found.refused}`)}</FormFault>
  }
  const handing = of('submissions.hand-on')
  return (
    <Section id="hands" title={words('answer.hands')}>
      <p className={styles.line}>{lies()}</p>
      {may.handOn && colleagues.length > 0 && (
        <details className={styles.act} open={handing !== null}>
          <summary>{words('dossier.hand-on')}</summary>
          <ActForm act="submissions.hand-on" hidden={hidden}>
            {fault('submissions.hand-on')}
            <p className={styles.line}>{words('dossier.hand-on-note')}</p>
            <SelectField
              name="person"
              label={words('dossier.field.person')}
              defaultValue={handing?.fields.person}
              options={colleagues.map(({ id, name: called, unit }) => ({
                value: id,
                text: unit === null ? called : `${called} (${unit})`,
              }))}
            />
            <TextField name="reason" label={words('dossier.field.message')} defaultValue={handing?.fields.reason} />
            <Button quiet>{words('dossier.hand-on')}</Button>
          </ActForm>
        </details>
      )}
      {may.takeBack && (
        <ActForm act="submissions.take-back" inline hidden={hidden}>
          {fault('submissions.take-back')}
          <Button quiet>{words(holder === person ? 'answer.give-back' : 'dossier.take-back')}</Button>
        </ActForm>
      )}
      {befell.length > 0 && (
        <details className={styles.act}>
          <summary>{words('dossier.handovers', { count: befell.length })}</summary>
          <ol>
            {befell.map(({ act, by, at, facts }) => (
              <li key={at} dir="auto">
                {words.rich(`dossier.handover.${act.replace('submissions.', '')}`, {
                  at: <Instant at={at} />,
                  who: names[by.replace(/^person:/, '')] ?? words('dossier.nobody'),
                  to: names[String(facts.to ?? '')] ?? words('dossier.nobody'),
                })}
                {typeof facts.reason === 'string' && <> – {facts.reason}</>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
  )

  function lies(): string {
    if (holder === null) return words('dossier.lies.nobody', { actor: name })
    const facts = { name: names[holder] ?? holder, first: names[invitation.answers ?? ''] ?? '' }
    if (invitation.chain.length > 0) return words('dossier.lies.handed-on', facts)
    return words(holder === person ? 'dossier.lies.you' : 'dossier.lies.other', facts)
  }
}
