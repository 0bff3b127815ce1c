import type { Block } from '../blocks/block.ts'
import { type Language, languages } from '../languages.ts'
import type { Note } from '../notes.ts'
import { phrasesOf } from '../phrases/index.ts'
import { languageOf } from '../phrases/language-of.ts'
import { openingOf } from '../phrases/opening.ts'
import type { Phrases } from '../phrases/phrase.ts'
import { build } from '../tree/build.ts'
import type { Entry } from '../tree/entry.ts'
import type { DocumentTree } from '../tree/tree.ts'
import { child, elements, textOf, type XmlElement } from './element.ts'
import { languageCodes } from './names.ts'
import { publishedBlocks, type Said } from './published-blocks.ts'

export interface PublishedOptions {
  /** Name of the file, for the notes; kept as it is where the document names its own source. */
  readonly source?: string
  /** Told by the caller; found from the metadata and the text otherwise. */
  readonly language?: Language
}

/** The language the metadata of an expression name. */
function languageIn(document: XmlElement): Language | null {
  const expression = child(child(child(document, 'meta'), 'identification'), 'FRBRExpression')
  const code = child(expression, 'FRBRlanguage')?.attributes.language?.toLowerCase()
  return languages.find((one) => one === code || languageCodes[one] === code) ?? null
}

/** Kinds of entries that agree with what the markup says. */
const agreeing: Readonly<Record<Exclude<Said, null>, readonly Entry['kind'][]>> = {
  frontmatter: ['frontmatter', 'title', 'heading', 'table'],
  organ: ['organ'],
  preambular: ['preambular', 'organ', 'heading', 'table'],
  operative: ['operative', 'subparagraph', 'agenda', 'heading', 'table', 'organ'],
  heading: ['heading', 'table'],
  backmatter: ['backmatter', 'table'],
  annex: ['annex', 'table', 'heading'],
}

/**
 * The entry as the markup says it is. A recital or a heading loses its number's path; a paragraph keeps the path of its
 * own printed number.
 */
function amended(entry: Entry, said: Exclude<Said, null>, phrases: Phrases): Entry {
  const { block } = entry
  if (block.kind === 'table') return entry
  const bare = { ...entry, path: null, opening: null, level: 0 }
  switch (said) {
    case 'preambular':
      return {
        ...bare,
        kind: 'preambular',
        level: block.numbering ? 2 : 1,
        opening: openingOf(block.text, phrases.openings, { prefer: 'preambular' }),
      }
    case 'operative':
      return {
        ...bare,
        kind: 'operative',
        level: 1,
        path: block.numbering?.sign ?? null,
        opening: openingOf(block.text, phrases.openings, { prefer: 'operative' }),
      }
    case 'organ':
    case 'frontmatter':
    case 'heading':
    case 'backmatter':
    case 'annex':
      return { ...bare, kind: said }
    default:
      return said satisfies never
  }
}

/**
 * The tree of a document another program wrote, first of all those the United Nations publish. Its paragraphs are read
 * by the same rules as any text; where its markup says what a paragraph is for and the rules said something else, the
 * markup wins and a note says so.
 */
export function publishedTree(document: XmlElement, options: PublishedOptions): DocumentTree {
  const { blocks, said } = publishedBlocks(document)
  const told = options.language ?? languageIn(document)
  const language = told ?? languageOf(elements(document).map(textOf).join(' ').slice(0, 20_000))
  const phrases = phrasesOf(language)
  const differing: Note[] = []
  const amend = (entries: readonly Entry[]) =>
    entries.map((entry) => {
      const marked = said.get(entry.block as Block) ?? null
      if (marked === null || agreeing[marked].includes(entry.kind)) return entry
      differing.push({
        code: 'markup-differs',
        severity: 'info',
        place: entry.block.place,
        facts: { read: entry.kind, marked },
      })
      return amended(entry, marked, phrases)
    })
  const { units, notes } = build(blocks, phrases, amend)
  return { type: 'document', source: options.source ?? null, language, notes: [...notes, ...differing], units }
}
