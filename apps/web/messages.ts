import { flatten, type Messages, type NestedMessages } from '#platform/i18n'

/** Every message file of the shell and of the modules, joined per language when the pages are built. */
const files = import.meta.glob<NestedMessages>(
  ['./messages/*.json', '../../modules/*/messages/*.json', '../../modules/*/web/messages/*.json'],
  { eager: true, import: 'default' },
)

const byLanguage = new Map<string, Messages>()
for (const [file, nested] of Object.entries(files)) {
  const language = /([a-z]{2})\.json$/.exec(file)?.[1] ?? 'en'
  byLanguage.set(language, { ...byLanguage.get(language), ...flatten(nested) })
}

/** Languages with messages, English first: what is left of the six comes with the files, without a change here. */
export const offeredLanguages: readonly string[] = ['en', ...[...byLanguage.keys()].filter((l) => l !== 'en').sort()]

/** Messages of a language; what is missing is said in English. */
export function messagesOf(language: string): Messages {
  return { ...byLanguage.get('en'), ...byLanguage.get(language) }
}
