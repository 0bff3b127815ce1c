import { flatten, type Messages, type NestedMessages, sixLanguages } from '#platform/i18n'

/** Every message file of the shell and of the modules, put together when the pages are built. */
const files = import.meta.glob<NestedMessages>(
  ['./messages/*.json', '../../modules/*/messages/*.json', '../../modules/*/web/messages/*.json'],
  { eager: true, import: 'default' },
)

const kept = new Map<string, Messages>()

/** What the files say in a language; made when it is first asked for. */
function saidIn(language: string): Messages {
  const known = kept.get(language)
  if (known) return known
  const own = Object.entries(files).filter(([file]) => file.endsWith(`/${language}.json`))
  const said: Messages = Object.assign({}, ...own.map(([, nested]) => flatten(nested)))
  kept.set(language, said)
  return said
}

/** Languages with messages, English first, for whom nothing else is asked. */
export function languagesOffered(): readonly string[] {
  const others = sixLanguages.filter((language) => language !== 'en' && Object.keys(saidIn(language)).length > 0)
  return ['en', ...others]
}

/** Messages of a language; what is missing is said in English. */
export function messagesOf(language: string): Messages {
  return { ...saidIn('en'), ...saidIn(language) }
}
