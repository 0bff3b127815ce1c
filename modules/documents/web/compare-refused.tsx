import { Notice, useWords, withFilters } from '#web'
import type { CompareRefusal } from '../compare.ts'

interface Props {
  readonly refusal: CompareRefusal
  readonly query: string
  /** A draft was sent: what is near the text it was to be compared with cannot be reached by a link. */
  readonly isDraft: boolean
}

/** Why two texts were not compared, and what to do. */
export function Refused({ refusal, query, isDraft }: Props) {
  const words = useWords()
  const asked = new URLSearchParams(query)
  switch (refusal.refused) {
    case 'unknown-document': {
      const { side, nearest } = refusal
      const changes = (id: string) => ({ [side]: id, [`${side}-version`]: null })
      return (
        <Notice title={words('compare.refused.unknown-document', { asked: refusal.asked })}>
          <p>{words(nearest.length > 0 ? 'compare.refused.nearest' : 'compare.refused.none-near')}</p>
          {nearest.length > 0 && (
            <ul>
              {nearest.map(({ id, title }) => (
                <li key={id}>
                  {isDraft ? <strong>{id}</strong> : <a href={withFilters('/compare', asked, changes(id))}>{id}</a>}{' '}
                  {title}
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )
    }
    case 'unknown-version': {
      const { side, document, versions } = refusal
      return (
        <Notice title={words('compare.refused.unknown-version', { document, version: refusal.asked })}>
          <p>{words('compare.refused.versions')}</p>
          <ul>
            {versions.map((version) => (
              <li key={version}>
                <a href={withFilters('/compare', asked, { [`${side}-version`]: String(version) })}>
                  {words('compare.of-version', { document, version })}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )
    }
    case 'unreadable': {
      const { refusal: why } = refusal
      const id = why.code === 'too-large' ? 'compare.refused.too-large' : `read.refused.${why.code}`
      return (
        <Notice title={words('compare.refused.unreadable')}>
          <p role="alert">{words(id, { ...why })}</p>
        </Notice>
      )
    }
  }
}
