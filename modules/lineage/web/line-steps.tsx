import { Day, Difference, directionOf, Tag, useWords } from '#web'
import styles from './line.module.css'
import { compareAddress } from './line-address.ts'
import type { ShownStep } from './line-page.ts'
import { SayingPlace } from './saying-place.tsx'

interface Props {
  readonly steps: readonly ShownStep[]
  readonly at: number
  readonly end: { readonly how: string; readonly by: ShownStep['of'] | null }
}

/** A line from top to bottom, oldest first. What was said word for word again is not printed again. */
export function LineSteps({ steps, at, end }: Props) {
  const words = useWords()
  return (
    <ol className={styles.steps}>
      {steps.map((step, i) => (
        <li
          key={step.line}
          id={`step-${i + 1}`}
          className={i === at ? `${styles.step} ${styles.here}` : styles.step}
          aria-current={i === at ? 'step' : undefined}
        >
          <p className={styles.year}>{step.of.day?.slice(0, 4) ?? '?'}</p>
          <div className={styles.said}>
            <StepHead step={step} before={steps[i - 1] ?? null} />
            <StepText step={step} shown={i === at || i === 0 || step.how !== 'same'} />
            <p className={styles.ways}>
              {i === at && i > 0 && (
                <a href={steps[i - 1]!.line} rel="prev" data-key="k">
                  {words('line.earlier')}
                </a>
              )}
              {i === at && i < steps.length - 1 && (
                <a href={steps[i + 1]!.line} rel="next" data-key="j">
                  {words('line.later')}
                </a>
              )}
              {i !== at && <a href={step.line}>{words('line.go')}</a>}
              {i > 0 && (
                <a href={compareAddress(steps[i - 1]!, step)} data-key={i === at ? 'c' : undefined}>
                  {words('line.compare')}
                </a>
              )}
            </p>
          </div>
        </li>
      ))}
      {end.by && (
        <li className={`${styles.step} ${styles.dropped}`}>
          <p className={styles.year}>{end.by.day?.slice(0, 4) ?? '?'}</p>
          <div className={styles.said}>
            <p>
              <Tag tone="warn">{words('line.how.dropped')}</Tag> {words('line.dropped', { unit: end.by.unit })}
            </p>
            <p className={styles.ways}>
              <a href={compareAddress(steps.at(-1)!, end.by)}>{words('line.compare')}</a>
            </p>
          </div>
        </li>
      )}
    </ol>
  )
}

function StepHead({ step, before }: { readonly step: ShownStep; readonly before: ShownStep | null }) {
  const words = useWords()
  return (
    <>
      <p className={styles.head}>
        <SayingPlace place={step} />
        <Tag tone={step.how === 'same' ? 'quiet' : 'plain'}>{words(`line.how.${step.how}`)}</Tag>
        {(step.how === 'edited' || step.how === 'taken-over') && (
          <span className={styles.of}>{words('line.shared', { share: step.similarity })}</span>
        )}
      </p>
      <p className={styles.of}>
        {step.of.organ}
        {step.of.day && (
          <>
            {' · '}
            <Day date={step.of.day} />
          </>
        )}
        {step.of.title && step.of.title !== before?.of.title && (
          <>
            {' · '}
            <span lang={step.of.language}>{step.of.title}</span>
          </>
        )}
      </p>
    </>
  )
}

function StepText({ step, shown }: { readonly step: ShownStep; readonly shown: boolean }) {
  const { language } = step.of
  if (!shown) return null
  return (
    <blockquote className={styles.text} lang={language} dir={directionOf(language)}>
      {step.words.length > 0 ? <Difference changes={step.words} lang={language} /> : step.text}
    </blockquote>
  )
}
