import { startRegistration } from '@simplewebauthn/browser'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import {
  ActForm,
  type ActionProps,
  FormFault,
  fieldOf,
  type LoaderInput,
  PageHead,
  type PageProps,
  redirectTo,
  TextField,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'
import { browserIn } from './browser-in.ts'
import { answerFrom } from './passkey-answer.ts'
import { PasskeyButton } from './passkey-button.tsx'

/** A device is asked to make a passkey by script alone. */
export const handle = { interactive: true, opens: 'parties.add-passkey', acts: ['parties.add-passkey'] }

export async function loader(input: LoaderInput) {
  const { rooms, visitor, session, origin } = visitOf(input)
  const options = await rooms.parties.startAddingPasskey(visitor, origin)
  if ('refused' in options) throw turnedAway(input, options)
  return { options, device: browserIn(session.whence.device) ?? '' }
}

export async function action(input: LoaderInput) {
  const { rooms, visitor, origin } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== 'parties.add-passkey') throw unknownAct()
  const response = answerFrom<RegistrationResponseJSON>(fieldOf(form, 'response'))
  const unread = { id: '', rawId: '', type: 'public-key', clientExtensionResults: {}, response: {} } as never
  const request = { name: fieldOf(form, 'name'), response: response ?? unread }
  const result = await rooms.parties.addPasskey(visitor, request, origin)
  if (!('refused' in result)) return redirectTo('/account?said=passkey-added')
  if (result.refused === 'not-allowed') throw turnedAway(input, result)
  return result
}

export default function AddPasskey({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { options, device } = loaderData
  return (
    <>
      <PageHead title={words('account.add-passkey')}>
        <p>{words('account.passkeys-what')}</p>
      </PageHead>
      <ActForm act="parties.add-passkey">
        {actionData && <FormFault>{words(`parties.refused.${actionData.refused}`)}</FormFault>}
        <TextField
          name="name"
          required
          maxLength={100}
          defaultValue={device}
          label={words('passkey.name')}
          help={words('passkey.name-help')}
        />
        <PasskeyButton text={words('passkey.add-act')} ask={() => startRegistration({ optionsJSON: options })} />
      </ActForm>
      <p>
        <a href="/account">{words('passkey.back')}</a>
      </p>
    </>
  )
}
