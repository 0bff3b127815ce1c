import { startAuthentication } from '@simplewebauthn/browser'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import {
  ActForm,
  type ActionProps,
  FormFault,
  fieldOf,
  type LoaderInput,
  PageHead,
  type PageProps,
  redirectTo,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import { samePathOf } from '../same-path.ts'
import { answerFrom } from './passkey-answer.ts'
import { PasskeyButton } from './passkey-button.tsx'

/** A device is asked for a passkey by script alone. */
export const handle = { interactive: true, acts: ['parties.sign-in'] }

export async function loader(input: LoaderInput) {
  const { rooms, session } = visitOf(input)
  const next = samePathOf(new URL(input.request.url).searchParams.get('next'))
  return { next, options: await rooms.parties.startPasskey(session.whence) }
}

export async function action(input: LoaderInput) {
  const { rooms, session } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== 'parties.sign-in') throw unknownAct()
  const response = answerFrom<AuthenticationResponseJSON>(fieldOf(form, 'response'))
  if (!response) return { refused: 'not-recognised' } as const
  const result = await rooms.parties.signInByPasskey(response, session.whence)
  if ('refused' in result) return result
  session.begin(result)
  return redirectTo(samePathOf(fieldOf(form, 'next')) ?? '/account?said=signed-in')
}

export default function SignInPasskey({
  loaderData,
  actionData,
}: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { next, options } = loaderData
  const refused = actionData?.refused ?? ('refused' in options ? options.refused : null)
  return (
    <>
      <PageHead title={words('passkey.sign-in')}>
        <p>{words('passkey.sign-in-lede')}</p>
      </PageHead>
      <ActForm act="parties.sign-in" hidden={next === null ? {} : { next }}>
        {refused && <FormFault>{words(`parties.refused.${refused}`)}</FormFault>}
        {!('refused' in options) && (
          <PasskeyButton
            text={words('passkey.sign-in-act')}
            ask={() => startAuthentication({ optionsJSON: options })}
          />
        )}
      </ActForm>
      <p>
        <a href={next === null ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`}>
          {words('passkey.other-ways')}
        </a>
      </p>
    </>
  )
}
