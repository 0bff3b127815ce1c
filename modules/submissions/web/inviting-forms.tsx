import type { ReactNode } from 'react'
import {
  ActForm,
  Button,
  FormFault,
  languageName,
  Section,
  SelectField,
  sixLanguages,
  TextField,
  useWords,
  type Words,
} from '#web'
import styles from './calls.module.css'
import type { InvitationsData, OfficeOfInvitations } from './invitations-loader.ts'
import own from './inviting.module.css'
import type { InvitingRefused } from './inviting-action.ts'

interface Props {
  readonly data: InvitationsData
  readonly office: OfficeOfInvitations
  readonly refused: InvitingRefused | null
}

/** What was wrong with a field, in words; the number in front says which of several it was. */
export function faultOf(words: Words, refused: InvitingRefused | null, field: string): string | undefined {
  const error = refused?.errors.find((one) => one.field.replace(/^\d+\./, '') === field)
  return error && words(`submissions.invalid.${error.code}`, error.facts)
}

/** Why an act was refused as a whole; faults of fields stand beside them. */
export function Refused({ refused }: { readonly refused: InvitingRefused | null }) {
  const words = useWords()
  return refused && <FormFault>{words(`submissions.refusal.${refused.refused}`)}</FormFault>
}

const languageOptions = sixLanguages.map((value) => ({ value, text: languageName(value), lang: value }))

/** Inviting: whole groups by one click, one of the directory by name, others by name and address. */
export function InviteForms({ data, office, refused }: Props) {
  const words = useWords()
  const refusedBy = (way: string) => (refused?.act === 'submissions.invite' && refused.way === way ? refused : null)
  return (
    <Section id="invite" title={words('inviting.invite')}>
      <Refused refused={refusedBy('group')} />
      <Named label={words('inviting.groups')}>
        <div className={styles.buttons}>
          {office.groups.map(({ id, name }) => (
            <ActForm key={id} act="submissions.invite" inline hidden={{ once: data.once, way: 'group', group: id }}>
              <Button quiet>{name}</Button>
            </ActForm>
          ))}
        </div>
      </Named>
      <div className={own.ways}>
        <InviteActor data={data} office={office} refused={refusedBy('actor')} />
        <InviteOther data={data} refused={refusedBy('named')} />
      </div>
    </Section>
  )
}

function Named({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className={own.group}>
      <legend>{label}</legend>
      {children}
    </fieldset>
  )
}

function InviteActor({ data, office, refused }: Props) {
  const words = useWords()
  const typed = refused?.typed ?? {}
  return (
    <ActForm act="submissions.invite" hidden={{ once: data.once, way: 'actor' }}>
      <Named label={words('inviting.actor')}>
        <Refused refused={refused} />
        <TextField
          name="actor"
          label={words('inviting.field.actor')}
          help={words('inviting.field.actor-help')}
          fault={faultOf(words, refused, 'actor')}
          list="actors"
          required
          defaultValue={typed.actor ?? ''}
        />
        <datalist id="actors">
          {office.actors.map(({ id, text }) => (
            <option key={id} value={text} />
          ))}
        </datalist>
        <AddressAndLanguage refused={refused} anyLanguage />
        <Button quiet>{words('inviting.invite')}</Button>
      </Named>
    </ActForm>
  )
}

function InviteOther({ data, refused }: Omit<Props, 'office'>) {
  const words = useWords()
  const typed = refused?.typed ?? {}
  return (
    <ActForm act="submissions.invite" hidden={{ once: data.once, way: 'named' }}>
      <Named label={words('inviting.other')}>
        <Refused refused={refused} />
        <SelectField
          name="kind"
          label={words('inviting.field.kind')}
          defaultValue={typed.kind ?? 'organization'}
          options={(['organization', 'person'] as const).map((value) => {
            return { value, text: words(`submissions.kind.${value}`) }
          })}
        />
        <TextField
          name="name"
          label={words('inviting.field.name')}
          fault={faultOf(words, refused, 'name')}
          required
          defaultValue={typed.name ?? ''}
        />
        <AddressAndLanguage refused={refused} />
        <Button quiet>{words('inviting.invite')}</Button>
      </Named>
    </ActForm>
  )
}

interface AddressProps {
  readonly refused: InvitingRefused | null
  readonly typed?: Readonly<Record<string, string>>
  /** Whether nobody need say which: then it is that of whoever acts for the actor. */
  readonly anyLanguage?: boolean
}

export function AddressAndLanguage({ refused, typed = refused?.typed ?? {}, anyLanguage = false }: AddressProps) {
  const words = useWords()
  return (
    <>
      <TextField
        name="email"
        label={words('inviting.field.email')}
        help={words('inviting.field.email-help')}
        fault={faultOf(words, refused, 'email')}
        inputMode="email"
        defaultValue={typed.email ?? ''}
      />
      <SelectField
        name="language"
        label={words('inviting.field.language')}
        defaultValue={typed.language ?? (anyLanguage ? '' : 'en')}
        options={[
          ...(anyLanguage ? [{ value: '', text: words('inviting.field.any-language') }] : []),
          ...languageOptions,
        ]}
      />
    </>
  )
}

/** Letters by mail and on paper, reminders, another deadline. */
export function LetterForms({ data, office, refused }: Props) {
  const words = useWords()
  const { call, once, counts } = data
  const of = (act: string) => (refused?.act === act ? refused : null)
  return (
    <Section id="letters" title={words('inviting.letters')}>
      <Refused refused={of('submissions.ask') ?? of('submissions.remind')} />
      <p className={styles.about}>{words('inviting.letters-note')}</p>
      <div className={styles.buttons}>
        {office.notAsked > 0 && (
          <ActForm act="submissions.ask" inline hidden={{ once }}>
            <Button>{words('inviting.ask', { count: office.notAsked })}</Button>
          </ActForm>
        )}
        {office.awaited > 0 && (
          <ActForm act="submissions.remind" inline hidden={{ once }}>
            <Button quiet>{words('inviting.remind', { count: office.awaited })}</Button>
          </ActForm>
        )}
        {counts.total > counts.states.sent && (
          <ActForm act="submissions.ask" action={`/calls/${call.id}/letters.zip`} inline hidden={{ once }}>
            <Button quiet>{words('inviting.on-paper', { count: counts.total - counts.states.sent })}</Button>
          </ActForm>
        )}
      </div>
      <details className={styles.texts} open={of('submissions.extend') !== null}>
        <summary>{words('inviting.extend')}</summary>
        <ExtendForm call={call} once={once} refused={of('submissions.extend')} />
      </details>
    </Section>
  )
}

interface ExtendProps {
  readonly call: InvitationsData['call']
  readonly once: string
  readonly refused: InvitingRefused | null
}

/** A later day. Nobody is given less time than they were told. */
export function ExtendForm({ call, once, refused }: ExtendProps) {
  const words = useWords()
  const error = refused?.errors.find(({ field }) => field === 'deadline')
  const fault = error?.code === 'before-the-first' ? words('inviting.not-later') : faultOf(words, refused, 'deadline')
  return (
    <ActForm act="submissions.extend" hidden={{ once }}>
      <Refused refused={refused} />
      <TextField
        name="deadline"
        type="date"
        label={words('inviting.field.deadline')}
        fault={fault}
        required
        defaultValue={refused?.typed.deadline ?? call.words.deadline ?? ''}
      />
      <TextField
        name="reason"
        label={words('inviting.field.reason')}
        fault={faultOf(words, refused, 'reason')}
        defaultValue={refused?.typed.reason ?? ''}
      />
      <Button quiet>{words('inviting.extend')}</Button>
    </ActForm>
  )
}
