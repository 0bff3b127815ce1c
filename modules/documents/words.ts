import { speakFrom } from '#platform/words'
import type { ImportResult } from './document.ts'
import type { FoundRefusal } from './found.ts'
import type { Outcome } from './importing.ts'
import english from './messages/en.json' with { type: 'json' }
import type { Progress } from './progress.ts'

const say = speakFrom([english])

/** Where a line of a file stands. */
export const lineInWords = (file: string, line: number): string => say('documents.import.line', { file, line })

/** How far an import is, on one line. */
export function progressInWords({ done, of, share, rate, left }: Progress): string {
  const minutes = Math.floor((left ?? 0) / 60)
  return say('documents.import.progress', {
    done,
    of: of ?? 0,
    counted: of !== null,
    share,
    rate: Math.round(rate * 10) / 10,
    known: left !== null,
    minutes,
    long: minutes > 0,
    seconds: (left ?? 0) % 60,
  })
}

const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10

/** Why a file was refused, and what to do. */
export function refusalInWords(refusal: FoundRefusal): string {
  switch (refusal.code) {
    case 'empty':
    case 'binary':
    case 'no-resolution':
    case 'encrypted':
    case 'doctype':
    case 'too-deep':
    case 'expands':
    case 'empty-folder':
    case 'empty-archive':
    case 'archive-damaged':
    case 'entry-encrypted':
    case 'entry-method':
    case 'not-json':
    case 'not-published':
      return say(`documents.refusal.${refusal.code}`)
    case 'archive-expands':
    case 'archive-entries':
    case 'archive-depth':
    case 'too-many-refused':
      return say(`documents.refusal.${refusal.code}`, { limit: refusal.limit })
    case 'bad-sidecar':
      return say('documents.refusal.bad-sidecar', { sidecar: refusal.sidecar })
    case 'symbol-twice':
      return say('documents.refusal.symbol-twice', { symbol: refusal.symbol, line: refusal.line })
    case 'trouble':
      return refusal.words
    case 'damaged':
    case 'foreign':
      return say(`documents.refusal.${refusal.code}`, { form: refusal.form })
    case 'no-text':
      return say('documents.refusal.no-text', { pages: refusal.pages })
    case 'too-slow':
      return say('documents.refusal.too-slow', { seconds: refusal.seconds })
    case 'encoding':
      return say('documents.refusal.encoding', { offset: refusal.offset })
    case 'too-large':
      return say('documents.refusal.too-large', {
        size: megabytes(refusal.bytes),
        limit: megabytes(refusal.limit),
      })
  }
}

/** What happened to a file, in one sentence. */
export function resultInWords(result: ImportResult | Outcome['result']): string {
  switch (result.state) {
    case 'imported':
    case 'new-version': {
      const { units = 0, paragraphs = 0, obligations = 0 } = result.facts
      const { document, version } = result
      return say(`documents.result.${result.state}`, { document, version, units, paragraphs, obligations })
    }
    case 'other-language': {
      const { document, version } = result
      const { language = '', paragraphs = 0 } = result.facts
      return say('documents.result.other-language', { document, version, language, paragraphs })
    }
    case 'unchanged':
      return say('documents.result.unchanged', { document: result.document, version: result.version })
    case 'refused':
      return refusalInWords(result.refusal)
  }
}
