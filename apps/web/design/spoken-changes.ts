/** A piece of a text as a change has it, as `compare` of the reader gives it. */
export interface Change {
  readonly kind: 'kept' | 'deleted' | 'inserted'
  readonly text: string
  /** Touches no letter and no figure. Shown, and not said. */
  readonly punctuation?: boolean
}

/** What is said aloud before the words: in another's place (`replaced` ... `by`), or alone. */
export type Spoken = 'deleted' | 'inserted' | 'replaced' | 'by'

export interface SpokenChange extends Change {
  readonly before: Spoken | null
  /** The words that were changed in this place end here. */
  readonly ends: boolean
}

/** One side of a difference holds what its text holds; both is the two written into each other. */
export type Side = 'both' | 'old' | 'new'

const holds: Readonly<Record<Side, readonly Change['kind'][]>> = {
  both: ['kept', 'deleted', 'inserted'],
  old: ['kept', 'deleted'],
  new: ['kept', 'inserted'],
}

/** Changes of one kind that stand beside each other are one. */
function joined(changes: readonly Change[]): readonly Change[] {
  const out: Change[] = []
  for (const change of changes) {
    const last = out.at(-1)
    if (last?.kind !== change.kind) out.push(change)
    else {
      const punctuation = last.punctuation === true && change.punctuation === true
      out[out.length - 1] = { kind: last.kind, text: last.text + change.text, punctuation }
    }
  }
  return out
}

/**
 * The changes of one side with what is said of them to whoever cannot see the marks: one label where words were added or
 * deleted, two where some stand for others, one end for both; none for punctuation, which is not read aloud.
 */
export function spokenChanges(changes: readonly Change[], side: Side = 'both'): readonly SpokenChange[] {
  const shown = joined(changes.filter(({ kind, text }) => text !== '' && holds[side].includes(kind)))
  const silent = (change: Change | undefined) => !change || change.kind === 'kept' || change.punctuation === true
  return shown.map((change, i) => {
    if (silent(change)) return { ...change, before: null, ends: false }
    const replaced = change.kind === 'deleted' && shown[i + 1]?.kind === 'inserted' && !silent(shown[i + 1])
    const by = change.kind === 'inserted' && shown[i - 1]?.kind === 'deleted' && !silent(shown[i - 1])
    const alone = change.kind === 'deleted' ? 'deleted' : 'inserted'
    return { ...change, before: replaced ? 'replaced' : by ? 'by' : alone, ends: !replaced }
  })
}
