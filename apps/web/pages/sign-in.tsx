import { type LoaderInput, Notice, PageHead, type PageProps, useWords } from '#web'

/** Whether the visitor came by the one-time administrator link; the token itself stays out of the page. */
export function loader({ request }: LoaderInput) {
  return { invited: new URL(request.url).searchParams.has('token') }
}

/** Says honestly that there is nothing to sign in to yet, and what can be done without. */
export default function SignIn({ loaderData: { invited } }: PageProps<typeof loader>) {
  const words = useWords()
  return (
    <>
      <PageHead title={words('sign-in.title')} />
      <Notice>
        {invited && <p>{words('sign-in.invited')}</p>}
        <p>{words('sign-in.not-yet')}</p>
        <p>{words('sign-in.open')}</p>
      </Notice>
    </>
  )
}
