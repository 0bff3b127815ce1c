import { compareTexts, type Outline, outlineOf, plainTextOf } from '@resolute/reader'
import { readFile } from '@resolute/reader/files'
import type { Ground } from '#platform/manifest'
import type { ComparedText, ComparedTexts, CompareRefusal, Comparing, TextSide, TextToCompare } from './compare.ts'
import { largestDraft, mostPieces } from './compare.ts'
import { headOf } from './compare-words.ts'
import { renderComparison } from './render/compare-docx.ts'
import { versionsOf } from './store.ts'
import { alikeByTitle, nearestDocuments, outlineOfVersion, symbolAsKept } from './store-compare.ts'
import { turns } from './turns.ts'

/** As many as are of use in a list to choose from. */
const mostNear = 6

/** Whose changes those in a Word file are. */
const author = 'Resolute'

const wordFile = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Drafts read at once: reading holds the processor, and anybody may send one. */
const draftsAtOnce = 1

/** Comparing texts of the register, and drafts with them. Nothing is kept. */
export function comparing({ database, now }: Ground): Comparing {
  const inTurn = turns(draftsAtOnce)

  async function found(asked: TextToCompare, side: TextSide): Promise<ComparedText | CompareRefusal> {
    if ('bytes' in asked) return inTurn(() => draftOf(asked, side))
    const typed = asked.document.replaceAll('\u0000', '').normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200)
    const exact = await outlineOfVersion(database, typed, asked.version)
    if (exact) return { ...exact, plainText: null }
    const id = await symbolAsKept(database, typed.replace(/ ?\/ ?/g, '/'))
    if (id === null) {
      return {
        refused: 'unknown-document',
        side,
        asked: typed,
        nearest: await nearestDocuments(database, typed, mostNear),
      }
    }
    const other = id === typed ? null : await outlineOfVersion(database, id, asked.version)
    if (other) return { ...other, plainText: null }
    const versions = (await versionsOf(database, id)).map(({ version }) => version)
    return { refused: 'unknown-version', side, document: id, asked: asked.version ?? 0, versions }
  }

  return {
    async compare(asked) {
      const [old, now] = await Promise.all([found(asked.old, 'old'), found(asked.new, 'new')])
      if ('refused' in old) return old
      if ('refused' in now) return now
      return { old, new: now, comparison: compareTexts(old.outline, now.outline) } satisfies ComparedTexts
    },
    async comparisonInWord(texts, language) {
      const date = now().toISOString().slice(0, 10)
      const bytes = await renderComparison(texts, { author, date, head: headOf(texts, language) })
      const name = ({ document, version }: ComparedText) => (document === null ? 'draft' : `${document}-v${version}`)
      const fileName = `${name(texts.old)}-${name(texts.new)}.docx`.replaceAll('/', '-')
      return { bytes, mediaType: wordFile, fileName }
    },
    toCompareWith: (id) => alikeByTitle(database, id, mostNear),
  }
}

async function draftOf(
  { bytes, fileName }: Extract<TextToCompare, { bytes: Uint8Array }>,
  side: TextSide,
): Promise<ComparedText | CompareRefusal> {
  const read = await readFile(bytes, { name: fileName, limit: largestDraft, seconds: 10 })
  if ('refusal' in read) return { refused: 'unreadable', side, refusal: read.refusal }
  const outline = outlineOf(read.tree)
  if (outline.units.reduce((sum, { items }) => sum + items.length, 0) > mostPieces) {
    return { refused: 'unreadable', side, refusal: { code: 'too-large', bytes: bytes.length, limit: largestDraft } }
  }
  const plainText = read.form === 'text' ? read.text : plainTextOf(read.tree)
  return { document: null, version: null, title: titleOf(outline), language: outline.language, outline, plainText }
}

const titleOf = ({ units }: Outline): string => units.find(({ title }) => title !== null)?.title ?? ''
