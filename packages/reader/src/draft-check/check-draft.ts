import type { Outline } from '../outline.ts'
import { type Draft, draftsOf } from './draft.ts'
import type { DraftLimits, Finding } from './finding.ts'
import { draftRules } from './rules.ts'

function findingsIn(draft: Draft): readonly Finding[] {
  const { unit, outline } = draft
  return draftRules
    .filter(({ languages }) => languages === null || languages.includes(outline.language))
    .flatMap(({ code, severity, source, find }) =>
      find(draft).map(({ item, stretch, facts }) => ({
        code,
        severity,
        place: {
          unit: unit.id,
          path: item.path,
          line: item.line,
          start: stretch?.[0] ?? 0,
          end: stretch?.[1] ?? item.text.length,
        },
        facts: facts ?? {},
        source,
      })),
    )
}

/**
 * What a desk officer would tell the drafter of a text, in the order of the text. Pure; never throws. An empty list says
 * that no rule found anything, not that the text is good.
 */
export function checkDraft(outline: Outline, limits: DraftLimits = {}): readonly Finding[] {
  return draftsOf(outline, limits).flatMap((draft) =>
    [...findingsIn(draft)].sort((a, b) => a.place.line - b.place.line || a.place.start - b.place.start),
  )
}
