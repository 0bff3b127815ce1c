import type { ParagraphBlock } from '../blocks/block.ts'
import type { Vote, VoteSide } from '../outline.ts'
import type { Phrases } from '../phrases/phrase.ts'

/** Lists of voters are never longer than this; a text that is gives no list. */
const longest = 20_000

const counted = (written: string | undefined) =>
  written === undefined ? null : /^\d/.test(written) ? Number(written) : 0

/** Names between commas, as printed; where a conjunction joins the last two, the tally tells. */
function namesIn(text: string, tally: number | null, phrases: Phrases): readonly string[] {
  const names = text
    .split(/[,،、，]\s*/)
    .map((name) => name.replace(/^[\s:：]+|[\s.;；。\]*؛]+$/g, ''))
    .filter((name) => name !== '')
  const last = names.at(-1)
  const joined = last === undefined || tally !== names.length + 1 ? null : phrases.votes.and.exec(last)
  return joined && last !== undefined
    ? [...names.slice(0, -1), last.slice(0, joined.index), last.slice(joined.index + joined[0].length)]
    : names
}

/** How each voted, from the lists behind the line that gives the tally; null where there are none. */
function votersIn(text: string, tally: Readonly<Record<VoteSide, number | null>>, phrases: Phrases): Vote['voters'] {
  const heads = phrases.votes.sides
    .flatMap(({ side, pattern }) => {
      const found = pattern.exec(text)
      return found ? [{ side, at: found.index, from: found.index + found[0].length }] : []
    })
    .sort((a, b) => a.at - b.at)
  if (heads.length === 0 || text.length > longest) return null
  const of = (side: VoteSide): readonly string[] => {
    const index = heads.findIndex((head) => head.side === side)
    const head = heads[index]
    return head ? namesIn(text.slice(head.from, heads[index + 1]?.at ?? text.length), tally[side], phrases) : []
  }
  return { inFavour: of('inFavour'), against: of('against'), abstaining: of('abstaining') }
}

/** How a text was adopted, from the line that says so in its conclusions and the lists behind it. */
export function voteIn(lines: readonly ParagraphBlock[], phrases: Phrases): Vote | null {
  for (const [at, line] of lines.entries()) {
    const head = line.text.slice(0, 400)
    for (const { form, pattern } of phrases.votes.lines) {
      const found = pattern.exec(head)
      if (!found) continue
      const [inFavour, against, abstaining] = [counted(found[1]), counted(found[2]), counted(found[3])]
      const tally = { inFavour, against, abstaining: abstaining ?? (inFavour === null ? null : 0) }
      const behind = [line.text.slice(found[0].length), ...lines.slice(at + 1, at + 40).map(({ text }) => text)]
      const voters = inFavour === null ? null : votersIn(behind.join(' '), tally, phrases)
      return { form, ...tally, voters, place: line.place }
    }
  }
  return null
}
