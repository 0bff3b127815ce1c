import type { Note } from '../notes.ts'
import { openingOf } from '../phrases/opening.ts'
import type { Phrases } from '../phrases/phrase.ts'
import type { Block, ParagraphBlock } from './block.ts'
import { joined } from './marks.ts'
import { sewn, type Words, wordsOf } from './seam.ts'

/** No paragraph runs over more pages than this; what looks like more is no paragraph. */
const mostPieces = 40

const unfinished = /[\p{L}\p{N}\p{M}\-–’'"”»)\]]$/u
/** A mark of a footnote may be left behind as a plain figure. */
const finished = /[.,;:!?…。，；：،؛؟]["”»’)\]]*\d{0,2}$/u
/** Behind it a sentence is over or goes on; a line of its own has no such end. */
const ended = /[,;:,،，；：،؛]$/u
/** Chinese is written without blanks. */
const hanEnd = /[\p{Script=Han}，、；：（）《》“”]$/u
const caseless = /^[(“«]?[\p{Script=Han}\p{Script=Arabic}（《“]/u
const lowerStart = /^[("“«]?\p{Ll}/u
const decimal = /^[\d\u0660-\u0669]{1,3}$/
/** Languages whose paragraphs start with a capital. */
const capitalised = /^(?:en|es|fr)$/
const cased = /^[("“«]?[\p{Lu}\p{Ll}\p{N}]/u

/** How the text stands where a paragraph may go on with it. */
interface Break {
  /** A page break or a footnote stands between. */
  readonly broken: boolean
  /** The text before ended without any mark. */
  readonly midSentence: boolean
  /** The text before is known to be a paragraph: it has a number, or opens with a known verb. */
  readonly sure: boolean
  /** The text before has the number of an operative paragraph. */
  readonly numbered: boolean
}

/**
 * Whether a paragraph starts something of its own and therefore goes on with nothing before it. Behind a page break only
 * a known verb does: "States" and "United" have the form of verbs.
 */
function startsAnew(block: ParagraphBlock, { broken, midSentence, sure, numbered }: Break, phrases: Phrases): boolean {
  if (block.numbering || block.heading) return true
  const head = block.text.slice(0, 300)
  const capitals = capitalised.test(phrases.language)
  if (capitals && lowerStart.test(head)) return false
  // where no capital tells, a verb behind a page break goes on with a sentence that ended without any mark
  const verbTells = capitals || !broken || !midSentence
  const verb = verbTells ? openingOf(block.text, phrases.openings, { known: broken }) : null
  // "Suppression of Unlawful" | "Acts Relating to", "Mutual" | "Understanding;": an act has a number or a recital that is
  // over before it, and no recital stands behind a number
  const own = !(broken && midSentence && sure && (verb?.part === 'operative' || numbered))
  if (verb && own) return true
  // a date, an annex or an organ within a sentence ends as its sentence does, not as a line of its own
  const within = broken && midSentence && sure && ended.test(block.text.slice(-8))
  const lines = within ? [phrases.units] : [phrases.organs, phrases.units, phrases.conclusions, phrases.annexes]
  return lines.some((rows) => rows.some(({ pattern }) => pattern.test(head)))
}

/** Whether a paragraph begins another unit or an annex. */
const startsUnit = ({ text }: ParagraphBlock, phrases: Phrases) =>
  [phrases.organs, phrases.units, phrases.annexes].some((rows) =>
    rows.some(({ pattern }) => pattern.test(text.slice(0, 300))),
  )

/** Whether a paragraph begins another unit. */
function begins(block: ParagraphBlock, phrases: Phrases): boolean {
  return [phrases.organs, phrases.units].some((rows) =>
    rows.some(({ pattern }) => pattern.test(block.text.slice(0, 300))),
  )
}

/** Whether a paragraph is of the body: numbered, or opened by a known verb. Titles and mastheads are never mended. */
function ofBody(block: ParagraphBlock, phrases: Phrases): boolean {
  return !block.heading && (block.numbering !== null || openingOf(block.text, phrases.openings) !== null)
}

/** Longer than a heading; a sign of Chinese says as much as a word. */
export const isLong = (text: string) => text.length > (hanEnd.test(text) ? 12 : 60)

/** Whether a paragraph nobody knows could still be one: long, and its sentence not over. */
const maybeSentence = ({ heading, text }: ParagraphBlock) => !heading && isLong(text) && unfinished.test(text.slice(-8))

/** Whether a verb known only with the words behind the break opens the paragraph: "taking" and "note of". */
function opensAcross(open: ParagraphBlock, next: ParagraphBlock, phrases: Phrases): boolean {
  if (open.text.length > 60 || !unfinished.test(open.text.slice(-8))) return false
  const found = openingOf(`${open.text} ${next.text.slice(0, 100)}`, phrases.openings, { known: true })
  return found !== null && found.opening.length > open.text.length
}

/** "(no" | "201) et": a number that closes a bracket is none of the paragraph. */
function withoutBracket(open: ParagraphBlock, block: ParagraphBlock): ParagraphBlock {
  const { numbering } = block
  if (numbering?.style !== 'half' || !/\([^()]{0,40}$/.test(open.text)) return block
  const printed = { text: `${numbering.printed} `, anchors: [], emphasis: [] }
  return { ...block, ...joined(printed, block, ''), numbering: null }
}

/** The next paragraph where a page break or a footnote stands before it, or null. */
function behindBreak(blocks: readonly Block[], from: number): ParagraphBlock | null {
  let at = from + 1
  while (blocks[at]?.kind === 'furniture' || blocks[at]?.kind === 'footnote') at++
  const found = at > from + 1 ? blocks[at] : undefined
  return found?.kind === 'paragraph' ? found : null
}

/** What is known of two pieces beside their words. */
interface Between {
  /** A page break or a footnote stands between them. */
  readonly broken: boolean
  /** The paragraph behind the second piece where that is cut as well, or null. */
  readonly third: ParagraphBlock | null
}

/**
 * Whether nothing tells if a recital ended where the page did: behind a comma stands a verb that opens recitals, in a
 * language whose recitals start in small letters or in letters without capitals. It is read as a recital of its own.
 */
const undecided = (open: ParagraphBlock, next: ParagraphBlock, phrases: Phrases) =>
  !capitalised.test(phrases.language) &&
  !open.numbering &&
  !next.numbering &&
  /[,،，]$/.test(open.text) &&
  ofBody(open, phrases) &&
  openingOf(next.text, phrases.openings, { known: true })?.part === 'preambular'

/**
 * Whether a paragraph may have been cut: of the body, or not over; where no capital tells, long, small, or behind a
 * comma, which ends recitals and the line of the organ: no heading stands there.
 */
function mayGoOn(block: ParagraphBlock, before: ParagraphBlock | null, phrases: Phrases): boolean {
  if (ofBody(block, phrases) || maybeSentence(block)) return true
  if (block.heading || !unfinished.test(block.text.slice(-8))) return false
  const amongRecitals = before !== null && !before.numbering && /[,،，]$/.test(before.text)
  return amongRecitals || capitalised.test(phrases.language) || (block.text.length < 60 && lowerStart.test(block.text))
}

function goesOn(open: ParagraphBlock, next: ParagraphBlock, { broken, third }: Between, phrases: Phrases): boolean {
  if (broken && opensAcross(open, next, phrases)) return true
  if (!ofBody(open, phrases) && !(broken && (lowerStart.test(next.text) || caseless.test(next.text)))) return false
  // a comma ends many a recital: behind a footnote or a page it went on where no verb and no title stands
  if (open.continued.length >= mostPieces) return false
  const end = open.text.slice(-8)
  const numbered = open.numbering !== null && decimal.test(open.numbering.printed)
  if (broken && /[,،，]$/.test(end)) {
    // no numbered paragraph ends with a comma, whatever verb comes next
    const small = capitalised.test(phrases.language) ? lowerStart.test(next.text) : !next.numbering && !next.heading
    if (numbered && small) return !startsUnit(next, phrases)
    const behind = { broken, midSentence: false, sure: true, numbered }
    if (startsAnew(next, behind, phrases)) return false
    const cutAgain = third !== null && isLong(next.text) && unfinished.test(next.text.slice(-8))
    return lowerStart.test(next.text) || finished.test(next.text.slice(-8)) || cutAgain
  }
  if (!unfinished.test(end)) return false
  const sure = open.numbering !== null || openingOf(open.text, phrases.openings, { known: true }) !== null
  const behind = { broken, midSentence: true, sure, numbered }
  if (startsAnew(next, behind, phrases)) return false
  if (lowerStart.test(next.text)) return true
  // a piece between two breaks ends nowhere: it is part of a sentence if what follows is
  const cutAgain = broken && third !== null && !startsAnew(third, behind, phrases)
  if (!finished.test(next.text.slice(-8)) && !(broken && isLong(next.text)) && !cutAgain) return false
  return broken || (cased.test(next.text) && open.text.length > 60)
}

/**
 * Puts paragraphs together again which a page break or a footnote cut in two: the first piece ends in mid-sentence and
 * the second starts nothing of its own. What stood between keeps its place behind the mended paragraph.
 */
export function mend(
  blocks: readonly Block[],
  phrases: Phrases,
): { readonly blocks: readonly Block[]; readonly notes: readonly Note[] } {
  const out: Block[] = []
  const notes: Note[] = []
  let known: Words | null = null
  const words = () => {
    known ??= wordsOf(blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')))
    return known
  }
  let openAt = -1
  let beforeOpen: ParagraphBlock | null = null
  let before: ParagraphBlock | null = null
  let broken = false
  let page = false
  let concluded = false
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') {
      if (block.kind === 'table') openAt = -1
      broken = true
      page ||= block.kind === 'furniture'
      out.push(block)
      continue
    }
    const open = openAt >= 0 ? (out[openAt] as ParagraphBlock) : null
    const next = open && broken ? withoutBracket(open, block) : block
    // most sentences are over where their paragraph ends, and nothing more is asked of them
    const cut = open !== null && (broken || unfinished.test(open.text.slice(-8)))
    const third = cut && broken ? behindBreak(blocks, at) : null
    if (
      cut &&
      (open.continued.length > 0 || mayGoOn(open, beforeOpen, phrases)) &&
      goesOn(open, next, { broken, third }, phrases)
    ) {
      out[openAt] = {
        ...open,
        ...sewn(open, next, words),
        continued: [...open.continued, block.place, ...block.continued],
      }
      before = out[openAt] as ParagraphBlock
      notes.push({ code: 'paragraph-mended', severity: 'info', place: block.place, facts: { line: open.place.line } })
    } else {
      // lists of votes behind the meeting line are no sentences
      if (concluded) concluded = !begins(block, phrases)
      else
        concluded =
          !block.numbering && phrases.conclusions.some(({ pattern }) => pattern.test(block.text.slice(0, 300)))
      if (open && page && undecided(open, block, phrases))
        notes.push({ code: 'break-undecided', severity: 'info', place: block.place, facts: { line: open.place.line } })
      openAt = concluded ? -1 : out.length
      beforeOpen = before
      before = block
      out.push(block)
    }
    broken = false
    page = false
  }
  return { blocks: out, notes }
}
