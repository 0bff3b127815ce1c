import type { Update } from '#modules/followup'
import { ActForm, Button, FormFault, Instant, Notice, SelectField, TextField, useWords } from '#web'
import styles from './dossier.module.css'
import type { DossierData, OwnReplyData } from './dossier-loader.ts'
import type { Refused, Typed } from './update-fields.ts'
import { EvidenceFields, UpdateForm, useFaults } from './update-form.tsx'
import { UpdateText, Who } from './updates.tsx'

interface Props {
  readonly own: OwnReplyData
  readonly data: DossierData
  /** What was refused, where it was about this reply. */
  readonly refused: Refused | null
}

/** The reply of an actor one acts for: where it lies, what is drafted, and what one may do now. */
export function OwnReply({ own, data, refused }: Props) {
  const words = useWords()
  const { reply, handling } = own
  const drafts = reply.updates.filter(({ state }) => state === 'draft')
  const of = (act: string) => (refused?.act === act ? refused : null)
  const standing = reply.updates.find(({ state }) => state === 'published')
  const corrected = standing && refused?.typed.corrects === standing.id ? refused : null
  const report =
    corrected || drafts.some(({ id }) => id === refused?.typed.corrects) ? null : of('followup.record-update')
  return (
    <>
      <Lies own={own} names={data.names} />
      {drafts.map((draft) => (
        <Draft key={draft.id} draft={draft} own={own} data={data} refused={refused} />
      ))}
      {handling.has ? (
        <details className={styles.act} open={reply.updates.length === 0 || report !== null}>
          <summary>{words(standing ? 'dossier.report-again' : 'dossier.report')}</summary>
          <UpdateForm
            actor={reply.actor}
            seen={reply.acts}
            once={`${data.once}-${reply.actor}`}
            clears={handling.clears}
            acceptable={data.dossier.asked.acceptable}
            language={data.language}
            today={data.today}
            refused={report}
          />
        </details>
      ) : (
        <p>{words('dossier.elsewhere')}</p>
      )}
      {handling.has && standing && <Rewrite update={standing} own={own} data={data} refused={corrected} />}
      {handling.clears && standing && (
        <AddEvidence update={standing} own={own} once={data.once} refused={of('followup.add-evidence')} />
      )}
      {handling.clears && standing && (
        <Withdraw update={standing} own={own} once={data.once} refused={of('followup.withdraw-update')} />
      )}
      <HandOn own={own} once={data.once} refused={of('followup.hand-on')} />
      {handling.takesBack && (
        <ActForm
          act="followup.take-back"
          inline
          hidden={{ actor: reply.actor, once: data.once, seen: String(reply.acts) }}
        >
          {of('followup.take-back') && <FormFault>{words(`dossier.refused.${refused?.refused}`)}</FormFault>}
          <Button quiet>{words(handling.clears ? 'dossier.take-back' : 'dossier.give-back')}</Button>
        </ActForm>
      )}
      <Handovers own={own} names={data.names} />
    </>
  )
}

function Lies({ own: { reply, person }, names }: { readonly own: OwnReplyData; readonly names: DossierData['names'] }) {
  const words = useWords()
  const holder = reply.chain.at(-1) ?? reply.answers
  if (holder === null) return <p className={styles.line}>{words('dossier.lies.nobody', { actor: reply.actorName })}</p>
  const facts = { name: names[holder] ?? holder, first: names[reply.answers ?? ''] ?? '' }
  if (reply.chain.length > 0) return <p className={styles.line}>{words('dossier.lies.handed-on', facts)}</p>
  return <p className={styles.line}>{words(holder === person ? 'dossier.lies.you' : 'dossier.lies.other', facts)}</p>
}

/** A draft and what may be done with it: cleared, written anew, withdrawn. */
function Draft({ draft, own, data, refused }: Props & { readonly draft: Update }) {
  const words = useWords()
  const { reply, handling } = own
  const hidden = { actor: reply.actor, once: `${data.once}-${draft.id}`, update: draft.id }
  const mine = refused?.typed.corrects === draft.id || refused?.typed.update === draft.id ? refused : null
  return (
    <div className={styles.draft}>
      <UpdateText update={draft} names={data.names} />
      {mine && mine.act !== 'followup.record-update' && (
        <FormFault>{words(`dossier.refused.${mine.refused}`)}</FormFault>
      )}
      <p className={styles.buttons}>
        {handling.clears && (
          <ActForm act="followup.clear" inline hidden={hidden}>
            <Button>{words('dossier.clear')}</Button>
          </ActForm>
        )}
        {handling.has && (
          <ActForm act="followup.withdraw-update" inline hidden={hidden}>
            <Button quiet>{words('dossier.drop-draft')}</Button>
          </ActForm>
        )}
      </p>
      {handling.has && <Rewrite update={draft} own={own} data={data} refused={mine} />}
      <AddEvidence update={draft} own={own} once={data.once} refused={mine} />
    </div>
  )
}

/** The same words again to be mended: a draft, or what went out, in whose place it then stands. */
function Rewrite({ update, own, data, refused }: Props & { readonly update: Update }) {
  const words = useWords()
  const { reply, handling } = own
  const before: Typed = {
    status: update.status,
    acceptance: update.acceptance ?? '',
    'as-of': update.asOf,
    narrative: update.narrative,
    language: update.language,
    reason: update.reason ?? '',
  }
  const again = refused?.act === 'followup.record-update' ? refused : null
  return (
    <details className={styles.act} open={again !== null}>
      <summary>{words(update.state === 'draft' ? 'dossier.rewrite' : 'dossier.correct')}</summary>
      <UpdateForm
        actor={reply.actor}
        seen={reply.acts}
        once={`${data.once}-${update.id}`}
        corrects={update.id}
        before={before}
        clears={handling.clears}
        acceptable={data.dossier.asked.acceptable}
        language={data.language}
        today={data.today}
        refused={again}
      />
    </details>
  )
}

function AddEvidence({ update, own, once, refused }: WithdrawProps) {
  const words = useWords()
  const mine = refused?.act === 'followup.add-evidence' ? refused : null
  const faults = useFaults(mine)
  return (
    <details className={styles.act} open={mine !== null}>
      <summary>{words('dossier.add-evidence')}</summary>
      <ActForm act="followup.add-evidence" files hidden={{ actor: own.reply.actor, once, update: update.id }}>
        {faults.whole && <FormFault>{faults.whole}</FormFault>}
        <EvidenceFields typed={mine?.typed ?? {}} fault={faults.of} />
        <Button quiet>{words('dossier.add-evidence')}</Button>
      </ActForm>
      <ul className={styles.evidence}>
        {update.evidence
          .filter(({ withdrawn }) => withdrawn === null)
          .map(({ id, title }) => (
            <li key={id}>
              <span dir="auto">{title}</span>{' '}
              <ActForm
                act="followup.withdraw-evidence"
                inline
                hidden={{ actor: own.reply.actor, once: `${once}-e${id}`, evidence: id }}
              >
                <Button quiet aria-label={words('dossier.withdraw-one', { title })}>
                  {words('dossier.take-away')}
                </Button>
              </ActForm>
            </li>
          ))}
      </ul>
    </details>
  )
}

interface WithdrawProps {
  readonly update: Update
  readonly own: OwnReplyData
  readonly once: string
  readonly refused: Refused | null
}

function Withdraw({ update, own, once, refused }: WithdrawProps) {
  const words = useWords()
  const faults = useFaults(refused)
  return (
    <details className={styles.act} open={refused !== null}>
      <summary>{words('dossier.withdraw')}</summary>
      <ActForm act="followup.withdraw-update" hidden={{ actor: own.reply.actor, once, update: update.id }}>
        {faults.whole && <FormFault>{faults.whole}</FormFault>}
        <p className={styles.line}>{words('dossier.withdraw-note')}</p>
        <TextField name="reason" label={words('dossier.field.why')} fault={faults.of('reason')} />
        <Button quiet>{words('dossier.withdraw')}</Button>
      </ActForm>
    </details>
  )
}

function HandOn({ own, once, refused }: Omit<WithdrawProps, 'update'>) {
  const words = useWords()
  const faults = useFaults(refused)
  const others = own.colleagues.filter(({ id }) => id !== own.person)
  if (!own.handling.has || others.length === 0) return null
  return (
    <details className={styles.act} open={refused !== null}>
      <summary>{words('dossier.hand-on')}</summary>
      <ActForm act="followup.hand-on" hidden={{ actor: own.reply.actor, once, seen: String(own.reply.acts) }}>
        {faults.whole && <FormFault>{faults.whole}</FormFault>}
        <p className={styles.line}>{words('dossier.hand-on-note')}</p>
        <SelectField
          name="person"
          label={words('dossier.field.person')}
          fault={faults.of('person')}
          options={others.map(({ id, name, unit }) => ({
            value: id,
            text: unit === null ? name : `${name} (${unit})`,
          }))}
        />
        <TextField name="reason" label={words('dossier.field.message')} fault={faults.of('reason')} />
        <Button quiet>{words('dossier.hand-on')}</Button>
      </ActForm>
    </details>
  )
}

function Handovers({ own: { reply }, names }: { readonly own: OwnReplyData; readonly names: DossierData['names'] }) {
  const words = useWords()
  if (reply.handovers.length === 0) return null
  return (
    <details className={styles.past}>
      <summary>{words('dossier.handovers', { count: reply.handovers.length })}</summary>
      <ol>
        {reply.handovers.map(({ act, to, by, at, reason }) => (
          <li key={at} dir="auto">
            {words.rich(`dossier.handover.${act.replace('followup.', '')}`, {
              at: <Instant at={at} />,
              who: <Who by={by} names={names} />,
              to: to === null ? words('dossier.nobody') : (names[to] ?? to),
            })}
            {reason && <> – {reason}</>}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Told where an obligation has left the register. */
export function Gone() {
  const words = useWords()
  return (
    <Notice title={words('dossier.gone.title')}>
      <p>{words('dossier.gone.text')}</p>
    </Notice>
  )
}
