/** A limit on the length of a document. `field.md` section 10. */
interface WordLimit {
  readonly id: string
  readonly appliesTo: string
  readonly words: number
  readonly source: string
}

export const wordLimits = [
  {
    id: 'secretariat-report',
    appliesTo: 'reports originating in the Secretariat',
    words: 8500,
    source:
      'Department for General Assembly and Conference Management, documentation guidelines; footnotes and headings count',
  },
  {
    id: 'other-report',
    appliesTo: 'reports not originating in the Secretariat',
    words: 10700,
    source:
      'Department for General Assembly and Conference Management, documentation guidelines; footnotes and headings count',
  },
  {
    id: 'in-session-paper',
    appliesTo: 'papers submitted while the body is in session',
    words: 3300,
    source: 'Division of Conference Management, Geneva, slotting instructions',
  },
] as const satisfies readonly WordLimit[]

/**
 * Words as a word processor counts them: runs between white space that hold a letter or a figure, and each Chinese
 * character for itself.
 */
export function countWords(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const others = characters === 0 ? text : text.replace(/\p{Script=Han}/gu, ' ')
  return characters + others.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
