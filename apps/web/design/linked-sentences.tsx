import { type LinkedWords, piecesOf } from '#platform/addresses'
import { directionOf } from '#platform/i18n'

interface Props {
  readonly sentences: readonly (LinkedWords & { readonly language: string })[]
  /** Of the text they stand in. */
  readonly language: string
}

/** Sentences with their links; one in another language than the text is marked as such. */
export function LinkedSentences({ sentences, language }: Props) {
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
