import {
  ActForm,
  Button,
  fieldOf,
  type LoaderInput,
  PageHead,
  redirectTo,
  turnedAway,
  unknownAct,
  useWords,
  visitOf,
} from '#web'

export const handle = { opens: 'parties.sign-out', acts: ['parties.sign-out'] }

export function loader(input: LoaderInput) {
  if (visitOf(input).visitor.person !== null) return null
  throw turnedAway(input, { refused: 'not-allowed', act: handle.opens, signIn: true })
}

/** Ends the session of this browser, or another of one's own where the form names it. */
export async function action(input: LoaderInput) {
  const { rooms, session, visitor } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== 'parties.sign-out') throw unknownAct()
  const ended = fieldOf(form, 'session') || session.id || ''
  const result = await rooms.parties.signOut(visitor, ended)
  if ('refused' in result) throw turnedAway(input, result)
  if (ended !== session.id) return redirectTo('/account?said=signed-out')
  session.end()
  return redirectTo('/')
}

/** Asks once more; the button in the head of every page signs out at once. */
export default function SignOut() {
  const words = useWords()
  return (
    <>
      <PageHead title={words('shell.nav.sign-out')} />
      <ActForm act="parties.sign-out">
        <Button>{words('shell.nav.sign-out')}</Button>
      </ActForm>
    </>
  )
}
