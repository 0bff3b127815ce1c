/** A document as an agenda names it: "Report of the Secretary-General on international cooperation ...". */
export interface ListedTitle {
  readonly title: string
  readonly genre: 'report' | 'note' | 'other'
  /** Who submits it, without the article; null where the title does not say. */
  readonly by: string | null
  /** What it is about; null where the title does not say. */
  readonly subject: string | null
  /** True where the list keeps a place free for what may be asked. */
  readonly open: boolean
}

/** How a list keeps a place free. Each example is executed in the tests. */
export const openSlotRules = [
  {
    id: 'as-required',
    pattern: /\(\s*as (?:required|necessary|appropriate)\s*\)/i,
    example: 'Note by the Secretariat (as required)',
  },
  {
    id: 'in-accordance-with-mandates',
    pattern: /\bin accordance with (?:existing |relevant )?mandates\b/i,
    example: 'Other reports of the Secretary-General or Executive Director in accordance with mandates',
  },
  { id: 'if-any', pattern: /[(,]\s*if any\b/i, example: 'Report of the working group, if any' },
] as const

/** How a title names its genre, its author and its matter. */
export const titleRules = [
  {
    id: 'report',
    genre: 'report',
    pattern: /^(?:other )?reports? (?:of|by|from) (?:the )?(?<by>.+?)(?: (?:on|concerning) (?<subject>.+))?$/i,
    example: 'Report by the Secretariat on the implementation of resolutions',
  },
  {
    id: 'note-transmitting',
    genre: 'note',
    pattern: /^notes? (?:of|by) (?:the )?(?<by>.+?) transmitting (?<subject>.+)$/i,
    example: 'Note by the Secretary-General transmitting the report of the Board of Trustees of the Institute',
  },
  {
    id: 'note',
    genre: 'note',
    pattern: /^notes? (?:of|by) (?:the )?(?<by>.+?)(?: (?:on|concerning) (?<subject>.+))?$/i,
    example: 'Note by the Secretariat on patterns, forms and flows of trafficking in persons at all levels',
  },
] as const

/** Reads a title of a documentation list; a title no rule fits ("Provisional agenda and annotations") is `other`. */
export function readListedTitle(text: string): ListedTitle {
  const title = text.trim().replace(/[.;]$/, '')
  const open = openSlotRules.some(({ pattern }) => pattern.test(title))
  const bare = openSlotRules.reduce((rest, { pattern }) => rest.replace(pattern, ''), title).trim()
  for (const { genre, pattern } of titleRules) {
    const groups = pattern.exec(bare)?.groups
    if (groups?.by) return { title, genre, by: groups.by.trim(), subject: groups.subject?.trim() || null, open }
  }
  return { title, genre: 'other', by: null, subject: title, open }
}
