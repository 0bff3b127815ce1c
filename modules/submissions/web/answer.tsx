import type { ActionProps, LoaderInput, PageProps } from '#web'
import { actOnAnswer } from './answer-action.ts'
import { answerActs } from './answer-acts.ts'
import { loadAnswer } from './answer-loader.ts'
import { AnswerPage } from './answer-page.tsx'
import { answerHeaders } from './answer-who.ts'

export const handle = { opens: 'submissions.save', acts: answerActs }

export const headers = answerHeaders

export const loader = (input: LoaderInput) => loadAnswer(input)

export const action = (input: LoaderInput) => actOnAnswer(input)

/** Answering an invitation, signed in. */
export default function Answer({ loaderData, actionData }: PageProps<typeof loader> & ActionProps<typeof action>) {
  return <AnswerPage data={loaderData} refused={actionData ?? null} />
}
