import { z } from 'zod'

/** A line of a collection as the United Nations publish it: a document with its paragraphs. */
const line = z.object({
  symbol: z.string().trim().min(1).max(200),
  /** Type, type of paragraph, number as printed, text. */
  paragraphs: z
    .array(z.tuple([z.string(), z.string().nullable(), z.string().nullable(), z.string().nullable()], z.unknown()))
    .max(200_000),
})

/** One published document as a text to be read. */
export interface Published {
  readonly symbol: string
  readonly text: string
}

/**
 * Reads a line of a collection, or says why it cannot: `not-json`, or `not-published` where it is no document of the
 * published form.
 */
export function publishedOf(json: string): Published | 'not-json' | 'not-published' {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return 'not-json'
  }
  const { data } = line.safeParse(value)
  if (!data) return 'not-published'
  return { symbol: symbolOf(data.symbol), text: `${data.paragraphs.flatMap(linesOf).join('\n')}\n` }
}

/** `A_RES_65_232` is A/RES/65/232: `_` stands for `/`, which names of files cannot hold. */
const symbolOf = (name: string): string =>
  name
    .split(/[/_]/)
    .filter((part) => part !== '')
    .join('/')

type Paragraph = z.infer<typeof line>['paragraphs'][number]

/** Line breaks mean something before and behind the text (sessions, dates, votes); within a paragraph they are of the page. */
const brokenByHand = new Set(['frontmatter', 'backmatter', 'footer'])

/** One paragraph a line, its number in front; a tab behind the numbers of paragraphs, as the published texts have it. */
function linesOf([type, , number, text]: Paragraph): readonly string[] {
  const pieces = brokenByHand.has(type) ? (text ?? '').split('\n') : [text ?? '']
  const [first = '', ...rest] = pieces.map(oneLine)
  const start = [oneLine(number ?? ''), first].filter((part) => part !== '').join(type === 'paragraph' ? '\t' : ' ')
  return [start, ...rest].filter((each) => each !== '')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
