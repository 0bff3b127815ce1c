import { Notice, useWords } from '#web'
import styles from './answer.module.css'
import { answerActs, type Refused } from './answer-acts.ts'
import { AnswerCheck } from './answer-check.tsx'
import { AnswerForm, SectionLinks } from './answer-form.tsx'
import { AnswerHands } from './answer-hands.tsx'
import { AnswerHead } from './answer-head.tsx'
import type { AnswerData } from './answer-loader.ts'
import { AnswerOffline } from './answer-offline.tsx'
import { AnswerSent } from './answer-sent.tsx'
import typing from './typing/start.ts?worker&url'

/** What was just done, said at the top of the page that follows. */
const saids: readonly string[] = answerActs.map((act) => act.replace('submissions.', '')).concat('saved')

/** The page to answer on: the form, or everything once more before it is sent. */
export function AnswerPage({ data, refused }: { readonly data: AnswerData; readonly refused: Refused | null }) {
  const words = useWords()
  const { said, step, may } = data
  return (
    <article className={styles.page}>
      <AnswerHead data={data} />
      <div className={styles.told}>
        {refused === null && said !== null && saids.includes(said) && <Notice>{words(`answer.said.${said}`)}</Notice>}
        <AnswerSent data={data} refused={refused} />
      </div>
      {step === 'check' ? (
        <AnswerCheck data={data} refused={refused} />
      ) : (
        <>
          {!may.write && data.call.state === 'open' && data.holder !== data.person && (
            <p>{words('dossier.elsewhere')}</p>
          )}
          <SectionLinks data={data} />
          <AnswerForm data={data} refused={refused} />
          <AnswerHands data={data} refused={refused} />
          <AnswerOffline data={data} refused={refused} />
          {may.write && <script type="module" src={typing} />}
        </>
      )}
    </article>
  )
}
