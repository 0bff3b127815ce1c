import { useLocation, useRouteLoaderData } from 'react-router'
import type { RootData } from '../root-data.ts'
import { languageName, languageNames } from './language-names.ts'
import styles from './shell.module.css'
import { useWords } from './words.ts'

/** Leads to the page as it is, in another language. The choice is kept. */
export function LanguageSwitch() {
  const words = useWords()
  const { pathname, search } = useLocation()
  const root = useRouteLoaderData<RootData>('root')
  if (!root || root.languages.length < 2) return null
  const inLanguage = (language: string): string => {
    const parameters = new URLSearchParams(search)
    parameters.set('lang', language)
    return `${pathname}?${parameters}`
  }
  return (
    <nav className={styles.languages} aria-label={words('shell.languages')}>
      {Object.keys(languageNames)
        .filter((language) => root.languages.includes(language))
        .map((language) => (
          <a
            key={language}
            href={inLanguage(language)}
            lang={language}
            hrefLang={language}
            aria-current={language === root.language ? 'true' : undefined}
          >
            <bdi>{languageName(language)}</bdi>
          </a>
        ))}
    </nav>
  )
}
