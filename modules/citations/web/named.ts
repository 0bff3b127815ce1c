import type { SessionTable } from '#modules/calendar'
import type { Target } from '#modules/citations'
import type { Directory } from '#modules/parties'

/** A text as a page names it: body in the language of the visitor, where it is known. */
export interface Named extends Target {
  /** What one body is grouped by, however it was named. */
  readonly bodyId: string | null
  readonly bodyName: string | null
  /** Short name of the body, for the picture: `CCPCJ`. */
  readonly bodyCode: string | null
}

/** Names bodies in the language of the visitor. */
export function naming(directory: Directory, calendar: SessionTable, language: string) {
  return (target: Target): Named => {
    const { body } = target
    if (body === null) return { ...target, bodyId: null, bodyName: null, bodyCode: null }
    const actor = directory.find(body)
    return {
      ...target,
      bodyId: actor?.id ?? body,
      bodyName: directory.called(actor?.id ?? null, actor?.name.en ?? body, language),
      bodyCode: calendar.findBody(body)?.code ?? actor?.short ?? null,
    }
  }
}
