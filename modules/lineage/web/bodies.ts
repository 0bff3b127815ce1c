import type { SessionTable } from '#modules/calendar'
import type { Directory } from '#modules/parties'
import { nameIn } from '#platform/i18n'
import type { DatedText } from '../descent.ts'

/** What the organ of a text is called in the language of the page; as written where the directory does not know it. */
export function organIn(text: DatedText, directory: Directory, language: string): string | null {
  const actor = text.body === null ? null : directory.actor(text.body)
  return actor ? nameIn(actor.name, language) : text.organ
}

/** What a body is called that meets in sessions. */
export function bodyIn(code: string, table: SessionTable, language: string): string {
  const body = table.body(code)
  return body ? nameIn(body.name, language) : code
}
