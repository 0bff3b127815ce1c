import { wordsOf } from '../blocks/seam.ts'
import type { Language } from '../languages.ts'
import { phrasesOf } from '../phrases/index.ts'
import { languageOf } from '../phrases/language-of.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { inReadingOrder, linesOf } from './pdf-lines.ts'
import { bodySizeOf, piecesOf, settingOf, withNotes } from './pdf-paragraphs.ts'
import { lettersIn } from './pdf-thread.ts'
import type { Refused } from './refusal.ts'
import { type TextView, viewOf } from './view.ts'

/** Fewer letters than this on all pages together are a stamp on a picture. */
const fewest = 20

interface PdfOptions {
  readonly language?: Language
  /** Longest time for taking the file apart; `pdfLimits.seconds` where it is not given. */
  readonly seconds?: number
}

/**
 * A PDF with a text layer as text: lines put together from the places of letters, columns in their order, what belongs
 * to the page taken out, footnotes told by size and place, paragraphs by distance and indent.
 */
export async function pdfView(bytes: Uint8Array, { language, seconds }: PdfOptions = {}): Promise<TextView | Refused> {
  const pages = await lettersIn(bytes, seconds)
  if ('refusal' in pages) return pages
  const raw = pages.map((page, at) => linesOf(page, at))
  const letters = raw.flat().reduce((sum, { text }) => sum + text.length, 0)
  if (letters < fewest) return { refusal: { code: 'no-text', pages: pages.length } }
  const size = bodySizeOf(raw.flat())
  const heights = pages.map(({ height }) => height)
  const text = withoutFurniture(raw, heights, size).map((lines, at) =>
    withNotes(inReadingOrder(lines, pages[at]!.width), size),
  )
  const body = text.flatMap((page) => page.body)
  const told = language ?? languageOf(body.map((line) => line.text).join('\n'))
  const setting = settingOf(body, phrasesOf(told))
  const words = wordsOf(text.flatMap(({ body, notes }) => [...body, ...notes].map((line) => line.text)))
  return viewOf(piecesOf(text, setting, words))
}
