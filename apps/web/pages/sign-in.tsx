import { Notice, PageHead } from '../design/parts.tsx'
import { useWords } from '../design/words.ts'

/** Says honestly that there is nothing to sign in to yet, and what can be done without. */
export default function SignIn() {
  const words = useWords()
  return (
    <>
      <PageHead title={words('sign-in.title')} />
      <Notice>
        <p>{words('sign-in.not-yet')}</p>
        <p>{words('sign-in.open')}</p>
      </Notice>
    </>
  )
}
