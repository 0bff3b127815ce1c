import { DatabaseRefusal } from '#platform/database'
import { MailRefusal } from '#platform/mail'
import { CommandRefusal } from '#platform/manifest'
import { troubleInWords } from '#platform/words'

/** An error for the operator: what is expected as a sentence that says what to do, all else with its trace. */
export function inWords(error: unknown): string {
  if (error instanceof DatabaseRefusal || error instanceof CommandRefusal || error instanceof MailRefusal)
    return error.message
  const trouble = troubleInWords(error)
  if (trouble) return trouble
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Resolute has a fault of its own. Please report this:\n${trace}`
}
