import type { Ground } from './acting.ts'
import type { Analysis } from './room.ts'

/** What came, for whoever may see it, and what the office makes of it. */
export function openAnalysis(ground: Ground): Analysis {
  const missing = () => {
    throw new Error(`not there yet: ${ground.sealed.room}`)
  }
  return {
    submission: missing,
    submissions: missing,
    replies: missing,
    answerFile: missing,
    coverage: missing,
    figures: missing,
    findings: missing,
    makeFinding: missing,
    changeFinding: missing,
    dropFinding: missing,
    markPassage: missing,
    unmarkPassage: missing,
    section: missing,
  }
}
