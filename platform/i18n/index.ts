/** The door of languages: which one a visitor reads, and which way it runs. Knows no module. */
export {
  chooseLanguage,
  directionOf,
  type LanguageChoice,
  languageCookie,
  localeOf,
  nameIn,
  sixLanguages,
} from './language.ts'
export { flatten, type Messages, type NestedMessages } from './messages.ts'
