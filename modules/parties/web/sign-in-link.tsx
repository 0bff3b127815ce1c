import {
  ActForm,
  type ActionProps,
  Button,
  fieldOf,
  type LoaderInput,
  Notice,
  PageHead,
  type PageProps,
  redirectTo,
  unknownAct,
  useWords,
  visitOf,
} from '#web'

import { samePathOf } from '../same-path.ts'

export const handle = { acts: ['parties.sign-in'] }

/** Looks at the link without using it up: mail is opened by scanners before it is opened by people. */
export async function loader(input: LoaderInput) {
  const asked = new URL(input.request.url).searchParams
  const token = asked.get('token') ?? ''
  return { token, next: samePathOf(asked.get('next')), good: await visitOf(input).rooms.parties.isLink(token) }
}

export async function action(input: LoaderInput) {
  const { rooms, session } = visitOf(input)
  const form = await input.request.formData()
  if (fieldOf(form, 'act') !== 'parties.sign-in') throw unknownAct()
  const result = await rooms.parties.signInByLink(fieldOf(form, 'token'), session.whence)
  if ('refused' in result) return result
  session.begin(result)
  return redirectTo(samePathOf(fieldOf(form, 'next')) ?? '/account?said=signed-in')
}

/** Where a link by mail leads: one button, which uses the link up. */
export default function SignInLink({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  const words = useWords()
  const { token, next, good } = loaderData
  if (good && !actionData) {
    return (
      <>
        <PageHead title={words('sign-in.title')}>
          <p>{words('sign-in.link-lede')}</p>
        </PageHead>
        <ActForm act="parties.sign-in" hidden={{ token, ...(next !== null && { next }) }}>
          <Button>{words('sign-in.link-act')}</Button>
        </ActForm>
      </>
    )
  }
  return (
    <>
      <PageHead title={words('sign-in.title')} />
      <Notice title={words(`parties.refused.${actionData?.refused ?? 'link-unusable'}`)}>
        <p>
          <a href={next === null ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`}>
            {words('sign-in.another')}
          </a>
        </p>
      </Notice>
    </>
  )
}
