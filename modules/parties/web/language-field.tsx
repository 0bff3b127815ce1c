import type { Language } from '@resolute/reader'
import { languageName, SelectField, sixLanguages, useWords } from '#web'

const isLanguage = (text: string): text is Language => sixLanguages.includes(text)

/** One of the six languages; English for anything else. */
export const languageFrom = (text: string): Language => (isLanguage(text) ? text : 'en')

/** In which language somebody is written to, each by its own name. */
export function LanguageField({ chosen }: { readonly chosen: Language }) {
  const words = useWords()
  const options = sixLanguages.map((value) => ({ value, text: languageName(value), lang: value }))
  return <SelectField name="language" defaultValue={chosen} options={options} label={words('sign-in.language')} />
}
