import { flatten, type Messages, type NestedMessages } from '#platform/i18n'

/** The words of the draft check, fetched with the first reading that has findings: every other page goes without. */
const files = import.meta.glob<NestedMessages>('../../../packages/reader/messages/*.json', { import: 'default' })

const inLanguage = async (language: string): Promise<Messages> => {
  const found = Object.entries(files).find(([file]) => file.endsWith(`/${language}.json`))
  return found ? flatten(await found[1]()) : {}
}

/** The words of the draft check in a language; what is missing is said in English. */
export async function findingWords(language: string): Promise<Messages> {
  const [english, own] = await Promise.all([inLanguage('en'), language === 'en' ? {} : inLanguage(language)])
  return { ...english, ...own }
}
