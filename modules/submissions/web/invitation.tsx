import { keyOf } from '#platform/forms'
import {
  ActForm,
  type ActionProps,
  actorAddress,
  Button,
  Day,
  Downloads,
  Facts,
  fieldOf,
  Instant,
  type LoaderInput,
  languageName,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import styles from './calls.module.css'
import { History } from './invitation-history.tsx'
import { type InvitationData, loadInvitation } from './invitation-loader.ts'
import { type InvitingRefused, refusedIn } from './inviting-action.ts'
import { AddressAndLanguage, ExtendForm, Refused } from './inviting-forms.tsx'
import { languageIn } from './inviting-language.ts'

const acts = [
  'submissions.change-invitation',
  'submissions.uninvite',
  'submissions.ask',
  'submissions.remind',
  'submissions.extend',
  'submissions.renew-link',
] as const
export const handle = { acts }

/** What was just done, said at the top of the page that follows. */
const saids: readonly string[] = acts.map((act) => act.replace('submissions.', ''))

/** A link is told once: a page that holds one is kept by nobody on the way. */
export const headers = () => ({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })

export const loader = (input: LoaderInput) => loadInvitation(input)

export async function action(input: LoaderInput) {
  const { rooms, visitor, origin } = visitOf(input)
  const { submissions } = rooms
  const { call = '', n = '' } = input.params
  const invitation = `${call}/${n}`
  const form = await input.request.formData()
  const once = keyOf(form)
  const one = { call, invitations: [invitation], once, origin }
  const act = fieldOf(form, 'act')
  const doing = () => {
    switch (act) {
      case 'submissions.change-invitation': {
        const language = languageIn(form)
        const words = { email: fieldOf(form, 'email') || null, ...(language && { language }) }
        return submissions.changeInvitation(visitor, { invitation, once, ...words })
      }
      case 'submissions.uninvite':
        return submissions.uninvite(visitor, { invitation, once })
      case 'submissions.ask':
        return submissions.ask(visitor, one)
      case 'submissions.remind':
        return submissions.remind(visitor, one)
      case 'submissions.extend': {
        const words = { deadline: fieldOf(form, 'deadline'), reason: fieldOf(form, 'reason') }
        return submissions.extend(visitor, { call, invitations: [invitation], once, ...words })
      }
      case 'submissions.renew-link':
        return submissions.renewLink(visitor, { invitation })
      default:
        throw unknownAct()
    }
  }
  const done = await doing()
  if ('refused' in done) {
    if (done.refused === 'not-allowed') throw turnedAway(input, done)
    return { link: null, refused: refusedIn(form, done) }
  }
  if ('token' in done) return { link: `${origin}/answer/${done.token}`, refused: null }
  if (act === 'submissions.uninvite') return redirectTo(`/calls/${call}/invitations`)
  return redirectTo(`/calls/${call}/invitations/${n}?said=${act.replace('submissions.', '')}`)
}

/** One invitation: where it stands, what befell it, and for the office its letters, link, deadline and address. */
export default function InvitationPage({
  loaderData,
  actionData,
}: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { call, invitation, isOffice, answers, said, history } = loaderData
  const at = `/calls/${call.id}/invitations`
  const link = actionData?.link ?? null
  const open = isOffice && invitation.stands && (call.state === 'open' || call.state === 'draft')
  return (
    <article>
      <PageHead kicker={<a href={at}>{words('inviting.title')}</a>} title={invitation.name} />
      {said !== null && saids.includes(said) && <Notice>{words(`inviting.done.${said}`)}</Notice>}
      {!invitation.stands && <Notice>{words('inviting.taken-back')}</Notice>}
      {link !== null && (
        <Notice title={words('inviting.new-link')}>
          <p>
            <a href={link} dir="ltr">
              {link}
            </a>
          </p>
        </Notice>
      )}
      <About data={loaderData} />
      {answers && !isOffice && invitation.stands && (
        <p>
          <a href={`/calls/${call.id}/answer/${invitation.n}`}>{words('inviting.answer')}</a>
        </p>
      )}
      {open && <Office data={loaderData} refused={actionData?.refused ?? null} />}
      {history.length > 0 && <History history={history} />}
    </article>
  )
}

function About({ data }: { readonly data: InvitationData }) {
  const words = useWords()
  const { invitation, isOffice, history, call } = data
  const { actor, name, group, state, deadline, extended, late, email, language, notReached } = invitation
  const inside = history.length > 0
  const shown = !isOffice && !inside && state !== 'sent' ? 'no-information' : state
  return (
    <Section id="about" title={words('inviting.about')}>
      <Facts
        rows={[
          [
            words('inviting.column.name'),
            actor === null ? (
              <span key="n" dir="auto">
                {name}
              </span>
            ) : (
              <a key="n" href={actorAddress(actor)}>
                {name}
              </a>
            ),
          ],
          [words('inviting.column.group'), words(`submissions.section.group.${group}`)],
          [
            words('inviting.column.state'),
            `${words(`submissions.state.${shown}`)}${late ? ` · ${words('inviting.late')}` : ''}`,
          ],
          ...(deadline === null
            ? []
            : [
                [
                  words('inviting.column.deadline'),
                  <span key="d">
                    <Day date={deadline} />
                    {extended && ` · ${words('inviting.extended')}`}
                  </span>,
                ] as const,
              ]),
          [words('inviting.column.language'), languageName(language)],
          ...(isOffice ? [[words('inviting.field.email'), email ?? words('inviting.no-email')] as const] : []),
          ...(notReached === null
            ? []
            : [[words('inviting.column.reached'), words(`submissions.not-reached.${notReached}`)] as const]),
          ...(invitation.sentAt === null
            ? []
            : [[words('inviting.column.sent'), <Instant key="s" at={invitation.sentAt} />] as const]),
        ]}
      />
      {inside && (
        <Downloads
          label={words('shell.download')}
          links={[
            { href: `/calls/${call.id}/invitations/${invitation.n}/letter.docx`, text: words('inviting.letter-file') },
          ]}
        />
      )}
    </Section>
  )
}

function Office({ data, refused }: { readonly data: InvitationData; readonly refused: InvitingRefused | null }) {
  const words = useWords()
  const { call, invitation, once } = data
  const of = (act: string) => (refused?.act === act ? refused : null)
  const hidden = { once }
  const isOut = call.state === 'open'
  return (
    <Section id="office" title={words('inviting.office')}>
      <Refused
        refused={
          of('submissions.ask') ??
          of('submissions.remind') ??
          of('submissions.renew-link') ??
          of('submissions.uninvite')
        }
      />
      <div className={styles.buttons}>
        {isOut && invitation.state !== 'sent' && (
          <ActForm act="submissions.ask" inline hidden={hidden}>
            <Button>{words('inviting.ask-one')}</Button>
          </ActForm>
        )}
        {isOut && invitation.askedAt !== null && invitation.state !== 'sent' && (
          <ActForm act="submissions.remind" inline hidden={hidden}>
            <Button quiet>{words('inviting.remind-one')}</Button>
          </ActForm>
        )}
        {isOut && invitation.state !== 'sent' && (
          <ActForm
            act="submissions.ask"
            action={`/calls/${call.id}/letters.zip`}
            inline
            hidden={{ ...hidden, invitation: invitation.id }}
          >
            <Button quiet>{words('inviting.on-paper-one')}</Button>
          </ActForm>
        )}
        <ActForm act="submissions.renew-link" inline hidden={hidden}>
          <Button quiet>{words('inviting.renew-link')}</Button>
        </ActForm>
        {invitation.sentAt === null && (
          <ActForm act="submissions.uninvite" inline hidden={hidden}>
            <Button quiet>{words('inviting.uninvite')}</Button>
          </ActForm>
        )}
      </div>
      <p className={styles.about}>{words('inviting.renew-note')}</p>
      {isOut && (
        <details className={styles.texts} open={of('submissions.extend') !== null}>
          <summary>{words('inviting.extend-one')}</summary>
          <ExtendForm call={call} once={once} refused={of('submissions.extend')} />
        </details>
      )}
      <details className={styles.texts} open={of('submissions.change-invitation') !== null}>
        <summary>{words('inviting.change')}</summary>
        <ActForm act="submissions.change-invitation" hidden={hidden}>
          <Refused refused={of('submissions.change-invitation')} />
          <AddressAndLanguage
            refused={of('submissions.change-invitation')}
            typed={
              of('submissions.change-invitation')?.typed ?? {
                email: invitation.email ?? '',
                language: invitation.language,
              }
            }
          />
          <Button quiet>{words('inviting.keep')}</Button>
        </ActForm>
      </details>
    </Section>
  )
}
