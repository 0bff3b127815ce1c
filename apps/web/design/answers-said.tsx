import { directionOf } from '#platform/i18n'

interface Props {
  readonly answers: readonly {
    readonly label: string
    readonly words: readonly string[]
    /** Of what was said in somebody's own words; null where it is in the language around it. */
    readonly language: string | null
  }[]
  /** Language and direction of the labels, where they are another than the page's. */
  readonly own?: { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' }
}

/** What was answered to a form, question by question, each answer in its own language. */
export function AnswersSaid({ answers, own = {} }: Props) {
  return (
    <dl {...own}>
      {answers.map(({ label, words: said, language }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two questions may be put alike, and their order is fixed
        <div key={at}>
          <dt>{label}</dt>
          {said.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer, never moved
            <dd key={row} {...(language && { lang: language, dir: directionOf(language) })}>
              {line}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
