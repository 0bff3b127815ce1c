/** The languages texts are issued in, each by its own name. */
export const languageNames: Readonly<Record<string, string>> = {
  ar: 'العربية',
  zh: '中文',
  en: 'English',
  fr: 'Français',
  ru: 'Русский',
  es: 'Español',
}

export const languageName = (language: string): string => languageNames[language] ?? language
