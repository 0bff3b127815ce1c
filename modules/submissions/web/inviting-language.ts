import { type Language, languages } from '@resolute/reader'
import { fieldOf } from '#web'

/** The language a form names; undefined where it names none. */
export const languageIn = (form: FormData): Language | undefined =>
  languages.find((one) => one === fieldOf(form, 'language'))
