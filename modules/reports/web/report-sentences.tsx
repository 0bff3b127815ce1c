import type { ReportParagraph } from '#modules/reports'
import { directionOf } from '#web'
import { piecesOf } from '../pieces.ts'

/** Sentences with their links; one in another language than the report is marked as such. */
export function Sentences({
  sentences,
  language,
}: {
  readonly sentences: ReportParagraph['sentences']
  readonly language: string
}) {
  return sentences.map((sentence, at) => {
    const pieces = piecesOf(sentence)
    const foreign =
      sentence.language === language ? {} : { lang: sentence.language, dir: directionOf(sentence.language) }
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one paragraph, never moved
      <span key={at} {...foreign}>
        {at > 0 && language !== 'zh' && ' '}
        {pieces.map(({ words, address }, piece) =>
          address === null ? (
            words
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, never moved
            <a key={piece} href={address}>
              {words}
            </a>
          ),
        )}
      </span>
    )
  })
}
