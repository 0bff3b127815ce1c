import { PageHead, Section, useWords } from '#web'

const parts = ['reading', 'dates', 'status', 'sources', 'data'] as const

/** How what stands on the pages came about, and what it does not say. */
export default function About() {
  const words = useWords()
  return (
    <>
      <PageHead title={words('about.title')}>
        <p>{words('about.lede')}</p>
      </PageHead>
      {parts.map((part) => (
        <Section key={part} id={part} title={words(`about.${part}.title`)}>
          <p>{words(`about.${part}.text`)}</p>
        </Section>
      ))}
    </>
  )
}
