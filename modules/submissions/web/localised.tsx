import { type Language, type LocalisedText, languages } from '@resolute/reader'
import { directionOf, useWords } from '#web'

/** What a text says in a language, else in English, else in the first it has: with the language it is in. */
export function saidIn(
  text: LocalisedText,
  language: string,
): { readonly words: string; readonly language: Language } | null {
  const order = [language, 'en', ...languages] as Language[]
  const found = order.find((one) => text[one])
  return found === undefined ? null : { words: text[found]!, language: found }
}

/** The attributes of words in a language that may be another than the page's. */
export const tongue = (
  language: string,
  page: string,
): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' | 'auto' } =>
  page === language || page.startsWith(`${language}-`) ? {} : { lang: language, dir: directionOf(language) }

/** A text of a call or its form, marked with its language where the page is in another. */
export function Said({ text }: { readonly text: LocalisedText }) {
  const { language } = useWords()
  const said = saidIn(text, language.slice(0, 2))
  return said && <span {...tongue(said.language, language)}>{said.words}</span>
}
