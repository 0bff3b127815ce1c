import type { Note } from '../notes.ts'
import { openingOf } from '../phrases/opening.ts'
import type { Phrases } from '../phrases/phrase.ts'
import type { Block, ParagraphBlock } from './block.ts'
import { joined } from './marks.ts'

/** No paragraph runs over more pages than this; what looks like more is no paragraph. */
const mostPieces = 40

const unfinished = /[\p{L}\p{N}\p{M}\-–’'"”»)\]]$/u
/** A mark of a footnote may be left behind as a plain figure. */
const finished = /[.,;:!?…。，；：،؛؟]["”»’)\]]*\d{0,2}$/u
/** Chinese is written without blanks. */
const hanEnd = /[\p{Script=Han}，、；：（）《》“”]$/u
const hanStart = /^[\p{Script=Han}（《“]/u
const lowerStart = /^[("“«]?\p{Ll}/u
/** Languages whose paragraphs start with a capital. */
const capitalised = /^(?:en|es|fr)$/
const cased = /^[("“«]?[\p{Lu}\p{Ll}\p{N}]/u

/**
 * Whether a paragraph starts something of its own and therefore goes on with nothing before it. Behind a page break only
 * a known verb does: "States" and "United" have the form of verbs.
 */
function startsAnew(block: ParagraphBlock, broken: boolean, midSentence: boolean, phrases: Phrases): boolean {
  if (block.numbering || block.heading) return true
  const head = block.text.slice(0, 300)
  const capitals = capitalised.test(phrases.language)
  if (capitals && lowerStart.test(head)) return false
  // where no capital tells, a verb behind a page break goes on with a sentence that ended without any mark
  const verbTells = capitals || !broken || !midSentence
  if (verbTells && openingOf(block.text, phrases.openings, { known: broken && capitals })) return true
  return [phrases.organs, phrases.units, phrases.conclusions, phrases.annexes].some((rows) =>
    rows.some(({ pattern }) => pattern.test(head)),
  )
}

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
const long = (text: string) => text.length > (hanEnd.test(text) ? 12 : 60)

/** Whether a paragraph nobody knows could still be one: long, and its sentence not over. */
const maybeSentence = ({ heading, text }: ParagraphBlock) => !heading && long(text) && unfinished.test(text.slice(-8))

function goesOn(open: ParagraphBlock, next: ParagraphBlock, broken: boolean, phrases: Phrases): boolean {
  if (!ofBody(open, phrases) && !(broken && (lowerStart.test(next.text) || hanStart.test(next.text)))) return false
  // a comma ends many a recital: behind a footnote or a page it went on where no verb and no title stands
  if (open.continued.length >= mostPieces) return false
  const end = open.text.slice(-8)
  if (broken && /[,،，]$/.test(end))
    return !startsAnew(next, true, false, phrases) && (lowerStart.test(next.text) || finished.test(next.text.slice(-8)))
  if (!unfinished.test(end) || startsAnew(next, broken, true, phrases)) return false
  if (lowerStart.test(next.text)) return true
  if (!finished.test(next.text.slice(-8)) && !(broken && long(next.text))) return false
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
  let openAt = -1
  let broken = false
  let concluded = false
  for (const block of blocks) {
    if (block.kind !== 'paragraph') {
      if (block.kind === 'table') openAt = -1
      broken = true
      out.push(block)
      continue
    }
    // lists of votes behind the meeting line are no sentences
    if (concluded) concluded = !begins(block, phrases)
    else
      concluded = !block.numbering && phrases.conclusions.some(({ pattern }) => pattern.test(block.text.slice(0, 300)))
    const open = openAt >= 0 ? (out[openAt] as ParagraphBlock) : null
    if (open && goesOn(open, block, broken, phrases)) {
      const between =
        /\p{Ll}-$/u.test(open.text.slice(-4)) || (hanEnd.test(open.text.slice(-2)) && hanStart.test(block.text))
          ? ''
          : ' '
      out[openAt] = {
        ...open,
        ...joined(open, block, between),
        continued: [...open.continued, block.place, ...block.continued],
      }
      notes.push({ code: 'paragraph-mended', severity: 'info', place: block.place, facts: { line: open.place.line } })
    } else {
      openAt = !concluded && (ofBody(block, phrases) || maybeSentence(block)) ? out.length : -1
      out.push(block)
    }
    broken = false
  }
  return { blocks: out, notes }
}
