import {
  ActForm,
  type ActionProps,
  Button,
  FormFault,
  fieldOf,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  Section,
  TextField,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import { samePathOf } from '../same-path.ts'
import { LanguageField, languageFrom } from './language-field.tsx'

export const handle = { acts: ['parties.request-link', 'parties.become-administrator'] }

/** Why another organization's sign-in led back here. */
const cameBackWith = ['not-recognised', 'too-many', 'openid-away'] as const

export async function loader(input: LoaderInput) {
  const { rooms, visitor, reads, openid } = visitOf(input)
  const asked = new URL(input.request.url).searchParams
  const token = asked.get('token')
  return {
    token,
    invited: token !== null && (await rooms.parties.isInvited(token)),
    sent: asked.get('sent') === 'yes',
    next: samePathOf(asked.get('next')),
    openid,
    signedIn: visitor.person !== null,
    language: languageFrom(reads.language),
    refused: cameBackWith.find((code) => code === asked.get('refused')) ?? null,
  }
}

export async function action(input: LoaderInput) {
  const { rooms, session, reads } = visitOf(input)
  const form = await input.request.formData()
  const email = fieldOf(form, 'email')
  switch (fieldOf(form, 'act')) {
    case 'parties.request-link': {
      const next = samePathOf(fieldOf(form, 'next'))
      const result = await rooms.parties.requestLink({ email, next }, session.whence)
      return 'refused' in result ? { ...result, email, name: '' } : redirectTo('/sign-in?sent=yes')
    }
    case 'parties.become-administrator': {
      const name = fieldOf(form, 'name')
      const language = languageFrom(fieldOf(form, 'language') || reads.language)
      const request = { token: fieldOf(form, 'token'), name, email, language }
      const result = await rooms.parties.becomeAdministrator(request, session.whence)
      if ('refused' in result) return { ...result, email, name }
      session.begin(result)
      return redirectTo('/account?said=signed-in')
    }
    default:
      throw unknownAct()
  }
}

/** The ways in: a link by mail, a passkey, the sign-in of one's own organization; or, once, the first administrator's link. */
export default function SignIn({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { token, invited, sent, next, openid, signedIn, language, refused } = loaderData
  const query = next === null ? '' : `?${new URLSearchParams({ next })}`
  const faultOf = (...codes: string[]) =>
    actionData && codes.includes(actionData.refused) ? words(`parties.refused.${actionData.refused}`) : undefined
  const fault = faultOf('too-many', 'link-unusable')
  const email = (
    <TextField
      name="email"
      type="email"
      autoComplete="email"
      required
      dir="ltr"
      defaultValue={actionData?.email}
      label={words('sign-in.email')}
      fault={faultOf('bad-email')}
    />
  )
  if (invited && token !== null) {
    return (
      <>
        <PageHead title={words('sign-in.first')}>
          <p>{words('sign-in.first-lede')}</p>
        </PageHead>
        <ActForm act="parties.become-administrator" hidden={{ token }}>
          {fault && <FormFault>{fault}</FormFault>}
          <TextField
            name="name"
            autoComplete="name"
            required
            defaultValue={actionData?.name}
            label={words('sign-in.name')}
            fault={faultOf('bad-name')}
          />
          {email}
          <LanguageField chosen={language} />
          <Button>{words('sign-in.first-act')}</Button>
        </ActForm>
      </>
    )
  }
  return (
    <>
      <PageHead title={words('sign-in.title')}>
        <p>{words('sign-in.open')}</p>
      </PageHead>
      {refused && <Notice>{words(`parties.refused.${refused}`)}</Notice>}
      {token !== null && (
        <Notice title={words('sign-in.spent')}>
          <p>{words('sign-in.spent-why')}</p>
        </Notice>
      )}
      {signedIn && (
        <Notice>
          <p>{words.rich('sign-in.already', { link: (chunks) => <a href="/account">{chunks}</a> })}</p>
        </Notice>
      )}
      {sent ? (
        <Notice title={words('sign-in.sent')}>
          <p>{words('sign-in.sent-what')}</p>
          <p>
            <a href={`/sign-in${query}`}>{words('sign-in.again')}</a>
          </p>
        </Notice>
      ) : (
        <Section id="by-mail" title={words('sign-in.by-mail')}>
          <ActForm act="parties.request-link" hidden={next === null ? {} : { next }}>
            {fault && <FormFault>{fault}</FormFault>}
            {email}
            <Button>{words('sign-in.send')}</Button>
          </ActForm>
        </Section>
      )}
      <Section id="otherwise" title={words('sign-in.otherwise')}>
        <ul>
          <li>
            <a href={`/sign-in/passkey${query}`}>{words('sign-in.passkey')}</a>
          </li>
          {openid !== null && (
            <li>
              <a href={`/sign-in/openid${query}`}>{words('sign-in.openid', { name: openid })}</a>
            </li>
          )}
        </ul>
      </Section>
    </>
  )
}
