import {
  ActForm,
  type ActionProps,
  actorAddress,
  Button,
  Citation,
  dossierAddress,
  Facts,
  FormFault,
  fieldOf,
  type LoaderInput,
  mandateAddress,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  turnedAway,
  useWords,
  visitOf,
} from '#web'
import { answerPage, callPage } from './answer-page.ts'
import styles from './dossier.module.css'
import { actIn, dossierActs } from './dossier-action.ts'
import { type DossierData, loadDossier } from './dossier-loader.ts'
import { Assessments, OfficePart } from './office.tsx'
import { Gone, OwnReply } from './own-reply.tsx'
import { type Refused, typedIn } from './update-fields.ts'
import { Updates } from './updates.tsx'

export const handle = { acts: dossierActs }

/** What was just done, said at the top of the page that follows. */
const saids: readonly string[] = dossierActs.map((act) => act.replace('followup.', ''))

export const loader = (input: LoaderInput) => loadDossier(input)

export async function action(input: LoaderInput) {
  const { rooms, visitor } = visitOf(input)
  const id = input.params['*'] ?? ''
  const form = await input.request.formData()
  const result = await actIn(rooms.followup, visitor, id, form)
  const act = fieldOf(form, 'act')
  if (!('refused' in result)) return redirectTo(`${dossierAddress(id)}?said=${act.replace('followup.', '')}`)
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  const errors = result.refused === 'invalid' ? result.errors : []
  const refused: Refused = { act, actor: fieldOf(form, 'actor'), refused: result.refused, errors, typed: typedIn(form) }
  return refused
}

/** The dossier on one followable: what is asked, what was reported on it with which evidence, what the record bears out. */
export default function DossierPage({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const data = loaderData
  const { dossier, mine, said } = data
  const { asked } = dossier
  const refused = actionData ?? null
  const own = new Set(mine.map(({ reply }) => reply.actor))
  const published = dossier.replies.filter(({ updates }) => updates.some(({ cleared }) => cleared !== null))
  const stray = refused && !own.has(refused.actor) && !data.office
  return (
    <article>
      <PageHead kicker={<Origin data={data} />} title={asked.title}>
        {asked.subject && asked.subject !== asked.title && <p>{asked.subject}</p>}
      </PageHead>
      {said !== null && saids.includes(said) && <Notice>{words(`dossier.said.${said}`)}</Notice>}
      {stray && <FormFault>{words(`dossier.refused.${refused.refused}`)}</FormFault>}
      {!dossier.stands && <Gone />}
      <AskedFor data={data} />
      {dossier.stands &&
        mine.map((one) => (
          <Section
            key={one.reply.actor}
            id={`own-${one.reply.actor}`}
            title={words('dossier.own', { actor: one.reply.actorName })}
          >
            {dossier.kind === 'invitation' ? (
              <p>
                <a href={answerPage(dossier.id)}>{words('dossier.answer-call')}</a>
              </p>
            ) : (
              <OwnReply own={one} data={data} refused={refused?.actor === one.reply.actor ? refused : null} />
            )}
          </Section>
        ))}
      <Section
        id="reported"
        title={words('dossier.reported')}
        aside={words('dossier.replies', { count: published.length })}
      >
        {published.length === 0 && <p>{words('status.long.no_information')}</p>}
        {published.map((reply) => (
          <section key={reply.actor} className={styles.reply} aria-labelledby={`reply-${reply.actor}`}>
            <h3 id={`reply-${reply.actor}`}>
              <a href={actorAddress(reply.actor)}>{reply.actorName}</a>
            </h3>
            <Updates reply={reply} names={data.names} />
          </section>
        ))}
      </Section>
      <Assessments data={data} refused={refused} />
      <OfficePart data={data} refused={refused} />
    </article>
  )
}

/** The paragraph it was asked in. */
function Origin({ data: { dossier } }: { readonly data: DossierData }) {
  const words = useWords()
  const { asked, stands, kind } = dossier
  const citation = asked.anchor && <Citation place={asked.anchor} />
  if (kind === 'invitation') {
    return (
      <>
        <a href={callPage(asked.holder)}>{words('dossiers.call', { call: asked.holder })}</a>
        {citation && ' · '}
        {citation}
      </>
    )
  }
  return stands ? <a href={mandateAddress(asked.holder)}>{citation}</a> : citation
}

/** Who is asked, by when, and how it stands. */
function AskedFor({ data }: { readonly data: DossierData }) {
  const words = useWords()
  const { dossier, reasons, once, maySee, text } = data
  const { asked, status, watching } = dossier
  const who = asked.actor ? <a href={actorAddress(asked.actor)}>{asked.actorName}</a> : asked.actorName
  return (
    <Section id="asked" title={words('dossier.asked')}>
      {text && (
        <blockquote className={styles.quote} dir="auto">
          {text.context.map((chapeau) => (
            <p key={chapeau}>{chapeau}</p>
          ))}
          <p>{text.text}</p>
        </blockquote>
      )}
      <Facts
        rows={[
          [words('dossier.fact.who'), who],
          [words('dossier.fact.how'), words(`asked.${asked.force}`)],
          [
            words('dossier.fact.due'),
            <ul key="due" className={styles.dues}>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>,
          ],
          [words('dossier.fact.status'), <strong key="status">{words(`status.${status}`)}</strong>],
          ...(asked.continuing ? [[words('dossier.fact.continuing'), words('dossier.continuing')] as const] : []),
        ]}
      />
      {maySee && (
        <div className={styles.buttons}>
          <ActForm act="followup.watch" inline hidden={{ once, watching: watching ? 'no' : 'yes' }}>
            <Button quiet>{words(watching ? 'dossier.unwatch' : 'dossier.watch')}</Button>
          </ActForm>
        </div>
      )}
    </Section>
  )
}
