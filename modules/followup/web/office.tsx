import { ActForm, Button, FormFault, Instant, Section, SelectField, TextArea, useWords } from '#web'
import styles from './dossier.module.css'
import type { DossierData } from './dossier-loader.ts'
import type { Refused } from './update-fields.ts'
import { EvidenceFields, UpdateFields, useFaults } from './update-form.tsx'
import { Who } from './updates.tsx'

const findings = ['borne_out', 'more_would_help', 'no_evidence_given', 'later_records_differ'] as const

interface Props {
  readonly data: DossierData
  readonly refused: Refused | null
}

/** What the office found in the record: never who did well, only what is on file. */
export function Assessments({ data, refused }: Props) {
  const words = useWords()
  const { dossier, names, office } = data
  const standing = dossier.assessments.filter(({ replacedBy }) => replacedBy === null)
  const past = dossier.assessments.filter(({ replacedBy }) => replacedBy !== null)
  if (standing.length === 0 && !office) return null
  const line = (one: (typeof standing)[number]) => (
    <li key={one.id}>
      <p>
        <strong>{words(`finding.${one.finding}`)}</strong>
        {one.actor && <> · {dossier.replies.find(({ actor }) => actor === one.actor)?.actorName ?? one.actor}</>}
      </p>
      <p className={styles.narrative} dir="auto">
        {one.narrative}
      </p>
      <p className={styles.line}>
        {words.rich('dossier.assessed', { who: <Who by={one.by} names={names} />, at: <Instant at={one.at} /> })}
      </p>
    </li>
  )
  return (
    <Section id="assessment" title={words('dossier.assessment')}>
      <p className={styles.line}>{words('dossier.assessment-note')}</p>
      <ol className={styles.timeline}>{standing.map(line)}</ol>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{words('dossier.past-assessments', { count: past.length })}</summary>
          <ol className={styles.timeline}>{past.map(line)}</ol>
        </details>
      )}
      {office && <AssessForm data={data} refused={refused?.act === 'followup.assess' ? refused : null} />}
    </Section>
  )
}

function AssessForm({ data, refused }: Props) {
  const words = useWords()
  const faults = useFaults(refused)
  const replies = data.dossier.replies
  return (
    <details className={styles.act} open={refused !== null}>
      <summary>{words('dossier.assess')}</summary>
      <ActForm act="followup.assess" hidden={{ once: data.once }}>
        {faults.whole && <FormFault>{faults.whole}</FormFault>}
        <SelectField
          name="actor"
          label={words('dossier.field.about')}
          defaultValue={refused?.typed.actor ?? ''}
          options={[
            { value: '', text: words('dossier.whole') },
            ...replies.map(({ actor, actorName }) => ({ value: actor, text: actorName })),
          ]}
        />
        <SelectField
          name="finding"
          label={words('dossier.field.finding')}
          fault={faults.of('finding')}
          defaultValue={refused?.typed.finding ?? ''}
          options={[
            { value: '', text: words('dossier.choose') },
            ...findings.map((value) => ({ value, text: words(`finding.${value}`) })),
          ]}
        />
        <TextArea
          name="narrative"
          label={words('dossier.field.grounds')}
          fault={faults.of('narrative')}
          defaultValue={refused?.typed.narrative ?? ''}
        />
        <Button>{words('dossier.assess')}</Button>
      </ActForm>
    </details>
  )
}

/** For the office alone: who answers, what an actor sent, notes. */
export function OfficePart({ data, refused }: Props) {
  const words = useWords()
  const { office, dossier, names, once } = data
  const of = (act: string) => (refused?.act === act ? refused : null)
  const note = useFaults(of('followup.note'))
  if (!office) return null
  return (
    <Section id="office" title={words('dossier.office')}>
      <p className={styles.line}>{words('dossier.office-note')}</p>
      {dossier.notes.length > 0 && (
        <ol className={styles.timeline}>
          {dossier.notes.map(({ id, text, by, at }) => (
            <li key={id}>
              <p className={styles.narrative} dir="auto">
                {text}
              </p>
              <p className={styles.line}>
                {words.rich('dossier.noted', { who: <Who by={by} names={names} />, at: <Instant at={at} /> })}
              </p>
            </li>
          ))}
        </ol>
      )}
      <details className={styles.act} open={of('followup.note') !== null}>
        <summary>{words('dossier.note')}</summary>
        <ActForm act="followup.note" hidden={{ once }}>
          {note.whole && <FormFault>{note.whole}</FormFault>}
          <TextArea
            name="text"
            label={words('dossier.field.note')}
            fault={note.of('text')}
            defaultValue={of('followup.note')?.typed.text ?? ''}
          />
          <Button>{words('dossier.note')}</Button>
        </ActForm>
      </details>
      {office.focalPoints.length > 0 && <AssignForm data={data} refused={of('followup.assign')} />}
      {office.record && office.actors.length > 0 && <RecordForm data={data} refused={of('followup.record-update')} />}
    </Section>
  )
}

function AssignForm({ data, refused }: Props) {
  const words = useWords()
  const faults = useFaults(refused)
  const { office, dossier, once } = data
  const nobody = dossier.replies.filter(({ answers }) => answers !== null)
  return (
    <details className={styles.act} open={refused !== null}>
      <summary>{words('dossier.assign')}</summary>
      <ActForm act="followup.assign" hidden={{ once }}>
        {faults.whole && <FormFault>{faults.whole}</FormFault>}
        <SelectField
          name="person"
          label={words('dossier.field.answers')}
          fault={faults.of('person')}
          options={[
            ...(office?.focalPoints ?? []).map(({ value, name, actor, unit }) => ({
              value,
              text: [actor, unit, name].filter(Boolean).join(' · '),
            })),
            ...nobody.map(({ actor, actorName }) => ({
              value: actor,
              text: words('dossier.unassign', { actor: actorName }),
            })),
          ]}
        />
        <Button>{words('dossier.assign')}</Button>
      </ActForm>
    </details>
  )
}

function RecordForm({ data, refused }: Props) {
  const words = useWords()
  const faults = useFaults(refused)
  const typed = refused?.typed ?? {}
  return (
    <details className={styles.act} open={refused !== null}>
      <summary>{words('dossier.record')}</summary>
      <ActForm act="followup.record-update" hidden={{ once: `${data.once}-office` }} files>
        {faults.whole && <FormFault>{faults.whole}</FormFault>}
        <p className={styles.line}>{words('dossier.record-note')}</p>
        <SelectField
          name="actor"
          label={words('dossier.field.actor')}
          defaultValue={typed.actor ?? ''}
          options={(data.office?.actors ?? []).map(({ id, name }) => ({ value: id, text: name }))}
        />
        <UpdateFields
          typed={typed}
          fault={faults.of}
          acceptable={data.dossier.asked.acceptable}
          language={data.language}
          today={data.today}
        />
        <EvidenceFields typed={typed} fault={faults.of} />
        <Button>{words('dossier.record')}</Button>
      </ActForm>
    </details>
  )
}
