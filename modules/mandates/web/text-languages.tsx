import { documentAddress, languageName, useWords } from '#web'
import styles from './document.module.css'

interface Props {
  readonly document: string
  readonly languages: readonly string[]
  readonly shown: string
  /** What the text asks is read from this one. */
  readonly leading: string
}

/** The languages a text stands in, each in its own name; nothing where there is one alone. */
export function TextLanguages({ document, languages, shown, leading }: Props) {
  const words = useWords()
  if (languages.length < 2) return null
  const address = documentAddress(document)
  return (
    <nav className={styles.languages} aria-label={words('document.languages.label')}>
      <ul className={styles.languageList}>
        {languages.map((language) => (
          <li key={language}>
            <a
              href={language === leading ? address : `${address}?text=${language}`}
              hrefLang={language}
              lang={language}
              aria-current={language === shown ? 'page' : undefined}
            >
              {languageName(language)}
            </a>
          </li>
        ))}
      </ul>
      {shown !== leading && (
        <p>
          {words.rich('document.languages.read-from', {
            language: (
              <bdi key="language" lang={leading}>
                {languageName(leading)}
              </bdi>
            ),
          })}
        </p>
      )}
    </nav>
  )
}
