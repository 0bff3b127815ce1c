import { languageName, useWords } from '#web'
import type { FormNote } from '../form.ts'

interface Props {
  readonly note: FormNote
  /** Address of the page the form is written on. */
  readonly address: string
}

/** What is amiss with a form, with the way to where it is. */
export function NoteLine({ note, address }: Props) {
  const words = useWords()
  const { code, place, language, facts } = note
  const [item = ''] = place?.split('.') ?? []
  const said = words(`submissions.form.${code}`, {
    ...facts,
    ...(language !== null && { language: languageName(language) }),
  })
  const where = item === '' ? address : `${address}?edit=${item}#${item}`
  return (
    <li>
      {item !== '' && (
        <>
          <a href={where}>{place}</a>:{' '}
        </>
      )}
      {language === null ? said : <a href={`${address}?in=${language}`}>{said}</a>}
    </li>
  )
}
