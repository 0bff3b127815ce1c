/** The official languages of the United Nations, in its own alphabetical order. */
export const sixLanguages: readonly string[] = ['ar', 'zh', 'en', 'fr', 'ru', 'es']

export interface LanguageChoice {
  /** BCP 47, one of those offered. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** True where the address itself names the language: the choice is then kept in a cookie. */
  readonly named: boolean
}

/** Keeps the language a visitor chose; holds nothing else. */
export const languageCookie = 'language'

/** Scripts that run from right to left, among those of languages the United Nations or its Members write in. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Nkoo', 'Syrc', 'Adlm', 'Rohg'])

/** A name in a language, else in English. */
export function nameIn(
  name: { readonly [language: string]: string | undefined; readonly en: string },
  language: string,
): string {
  return name[language] ?? name.en
}

/** How dates and numbers are written: the United Nations write English dates with the day first, Arabic figures as 1, 2, 3. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language === 'ar' ? 'ar-u-nu-latn' : language
}

/** Which way a language runs, from its usual script. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/**
 * The language of an answer: the one the address names (`?lang=fr`), else the one chosen before (cookie), else the
 * first offered one the browser asks for, else the first offered. `?dir=rtl` turns the page round, to look at a layout.
 */
export function chooseLanguage(request: Request, offered: readonly string[]): LanguageChoice {
  const parameters = new URL(request.url).searchParams
  const named = match(parameters.get('lang'), offered)
  const language =
    named ??
    match(cookieOf(request, languageCookie), offered) ??
    accepted(request)
      .map((tag) => match(tag, offered))
      .find((tag) => tag !== null) ??
    offered[0]!
  const turned = parameters.get('dir')
  const direction = turned === 'rtl' || turned === 'ltr' ? turned : directionOf(language)
  return { language, direction, named: named !== null }
}

function match(tag: string | null, offered: readonly string[]): string | null {
  if (!tag) return null
  const wanted = tag.toLowerCase()
  return offered.find((language) => wanted === language || wanted.startsWith(`${language}-`)) ?? null
}

function accepted(request: Request): string[] {
  const header = request.headers.get('accept-language') ?? ''
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}

function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? null
}
