import type { ItemKind } from '@resolute/reader'
import { documentAddress, paragraphAddress, useWords } from '#web'

interface Props {
  readonly place: {
    readonly document: string
    readonly unit: string
    readonly kind: ItemKind
    readonly path: string | null
    readonly recital?: number | null
  }
}

/** Where a paragraph stands, leading there: "E/RES/2012/19, paragraph 12". */
export function SayingPlace({ place }: Props) {
  const words = useWords()
  const { document, unit, kind, path, recital } = place
  const address = path === null ? documentAddress(document, unit) : paragraphAddress({ document, unit, path })
  const known = path !== null || (recital ?? null) !== null
  return (
    <>
      <a href={address}>
        {known
          ? words('line.place', {
              unit,
              place: words('compare.place', { kind, path: path ?? 'none', n: recital ?? 0 }),
            })
          : unit}
      </a>
      {unit !== document && (
        <>
          {' '}
          <bdi>{document}</bdi>
        </>
      )}
    </>
  )
}
