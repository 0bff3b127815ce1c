import { blocksOf } from '../blocks/blocks-of.ts'
import { mend } from '../blocks/mend.ts'
import { withoutRunningHeads } from '../blocks/running-heads.ts'
import type { Language } from '../languages.ts'
import { phrasesOf } from '../phrases/index.ts'
import { languageOf } from '../phrases/language-of.ts'
import { build } from './build.ts'
import type { DocumentTree } from './tree.ts'

export interface ReadOptions {
  /** Name of the file, for the notes; no file is opened. */
  readonly source?: string
  /** Told by the caller; found from the script and the words otherwise. */
  readonly language?: Language
  /** Each line is a paragraph, as in a text made of a Word file; otherwise lines broken to fit a page are joined. */
  readonly unbroken?: boolean
}

/** Reads a text into its tree: text to blocks to tree. Never throws for any text; what was unclear is in `notes`. */
export function readText(text: string, options: ReadOptions = {}): DocumentTree {
  const language = options.language ?? languageOf(text)
  const phrases = phrasesOf(language)
  const found = blocksOf(text, options.unbroken)
  const mended = mend(withoutRunningHeads(found.blocks, phrases), phrases)
  const { units, notes } = build(mended.blocks, phrases)
  return {
    type: 'document',
    source: options.source ?? null,
    language,
    notes: [...found.notes, ...mended.notes, ...notes],
    units,
  }
}
