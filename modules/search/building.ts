import type { Language } from '@resolute/reader'
import { type Columns, type Holds, ordered, type Paragraph } from './columns.ts'
import { ListWriter, type StoredList } from './postings.ts'
import type { Stems } from './store-stems.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A paragraph with its words, as the texts give it. */
export interface Source extends Omit<Paragraph, 'length'> {
  readonly text: string
}

/** A segment as it is made: to be kept, or to be searched where it is. */
export interface Built {
  readonly columns: Columns
  readonly holds: Holds
  readonly size: number
  /** By language and stem. */
  readonly lists: ReadonlyMap<Language, ReadonlyMap<string, StoredList>>
}

/** Words and languages of sources, for their stems to be learnt before they are built. */
export interface Read {
  readonly sources: readonly Source[]
  readonly tokens: readonly (readonly Token[])[]
  readonly words: ReadonlyMap<Language, ReadonlySet<string>>
}

export function readSources(sources: readonly Source[]): Read {
  const words = new Map<Language, Set<string>>()
  const tokens = sources.map(({ text, language }) => {
    const found = tokensOf(text)
    let own = words.get(language)
    if (!own) {
      own = new Set()
      words.set(language, own)
    }
    for (const { lower } of found) own.add(lower)
    return found
  })
  return { sources, tokens, words }
}

/** Files every word of the sources. Their stems must have been learnt. */
export function build({ sources, tokens }: Read, stems: Stems): Built {
  const paragraphs = sources.map((source, i) => ({ ...source, length: tokens[i]!.length }))
  const { columns, holds, order } = ordered(paragraphs)
  const writers = new Map<Language, Filing>()
  for (const [place, from] of order.entries()) {
    const { language } = sources[from]!
    let filing = writers.get(language)
    if (!filing) {
      filing = { byStem: new Map(), byWord: new Map() }
      writers.set(language, filing)
    }
    for (const { lower, form, position } of tokens[from]!) {
      const writer = filing.byWord.get(lower) ?? newWord(filing, lower, stems.of(language, lower).stem)
      writer.add(place, position, form)
    }
  }
  const lists = new Map(
    [...writers].map(([language, { byStem }]) => {
      return [language, new Map([...byStem].map(([stem, writer]) => [stem, writer.stored()]))] as const
    }),
  )
  return { columns, holds, size: sources.length, lists }
}

/** The writers of a language by stem, and by each word once its stem has been looked up. */
interface Filing {
  readonly byStem: Map<string, ListWriter>
  readonly byWord: Map<string, ListWriter>
}

function newWord({ byStem, byWord }: Filing, lower: string, stem: string): ListWriter {
  const writer = byStem.get(stem) ?? new ListWriter()
  byStem.set(stem, writer)
  byWord.set(lower, writer)
  return writer
}
