import { createIntl } from '@formatjs/intl'
import { chooseLanguage } from '#platform/i18n'
import { localeOf, messagesOf, offeredLanguages } from '../messages.ts'
import type { LoaderInput } from './visit.ts'

/** Words for what a loader sends itself, such as the titles of a table's columns. Pages use `useWords`. */
export function spokenIn(input: LoaderInput): (id: string, values?: Record<string, string | number>) => string {
  const { language } = chooseLanguage(input.request, offeredLanguages)
  const intl = createIntl({ locale: localeOf(language), messages: messagesOf(language) })
  return (id, values) => intl.formatMessage({ id }, values)
}
