import { checkDraft, type DraftRule, type Finding, outlineOf, readText } from '@resolute/reader'
import draftCheck from '@resolute/reader/messages/en.json' with { type: 'json' }
import { type Speak, speakFrom } from '#platform/words'
import english from './messages/en.json' with { type: 'json' }

export const say: Speak = speakFrom([english, draftCheck])

/** A finding with its words: what is found, why it matters, where that is written, what to do. */
export interface SpokenFinding extends Finding {
  readonly says: string
  readonly reason: string
  readonly writtenIn: string
  readonly remedy: string
}

/** Puts a finding into words. */
export function spoken(finding: Finding): SpokenFinding {
  const { code, facts, source } = finding
  return {
    ...finding,
    says: say(`lint.${code}.says`, facts),
    reason: say(`lint.${code}.reason`),
    writtenIn: say(`lint.source.${source}`),
    remedy: say(`lint.${code}.remedy`, facts),
  }
}

/** `E/RES/2012/19, paragraph 4`, or the unit alone outside numbered paragraphs. */
export const where = ({ unit, path }: Finding['place']): string =>
  say('lint.where', { unit, path: path === null ? 'none' : 'some', number: path })

/** What a rule says of its own example: how it is described where no text is at hand. */
export function spokenExample({ code, fires, limits }: DraftRule): SpokenFinding {
  const found = checkDraft(outlineOf(readText(fires)), limits).find((finding) => finding.code === code)
  if (!found) throw new Error(`the example of ${code} does not fire`)
  return spoken(found)
}
