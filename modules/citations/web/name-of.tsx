import { directionOf, documentAddress, useWords, type Words } from '#web'
import type { Named } from './named.ts'

/** What a text is called: by its symbol, else by body and number, else as written. */
export function nameOf(words: Words, { act, number, label, body, bodyName, kind }: Named, short: string | null = null) {
  const isSaid = act !== null && number !== null && body !== null && label.endsWith(`${act} ${number}`)
  return isSaid && kind === 'act' ? words('citations-page.act', { body: short ?? bodyName, act, number }) : label
}

/** Labels that are words of a language, and symbols, which are of none. */
const isEnglish = ({ kind, label }: Named) => kind === 'treaty' && !/^(?:UN|LN)TS /.test(label)

export const addressOf = ({ found }: Named): string | null =>
  found && documentAddress(found.document, found.unit ?? undefined)

/** A text with a link where the register holds it, its title behind. */
export function NameOf({ named }: { readonly named: Named }) {
  const words = useWords()
  const address = addressOf(named)
  const name = nameOf(words, named)
  const said = <bdi lang={isEnglish(named) ? 'en' : undefined}>{name}</bdi>
  const { found } = named
  return (
    <>
      {address === null ? said : <a href={address}>{said}</a>}
      {found && found.title !== name && (
        <>
          {' '}
          <span lang={found.language} dir={directionOf(found.language)}>
            {found.title}
          </span>
        </>
      )}
    </>
  )
}
