import { speakFrom } from '#platform/words'
import type { ImportRefusal, ImportResult } from './document.ts'
import english from './messages/en.json' with { type: 'json' }

const say = speakFrom([english])

const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10

/** Why a file was refused, and what to do. */
export function refusalInWords(refusal: ImportRefusal): string {
  switch (refusal.code) {
    case 'empty':
    case 'binary':
    case 'no-resolution':
    case 'encrypted':
    case 'doctype':
    case 'too-deep':
    case 'expands':
      return say(`documents.refusal.${refusal.code}`)
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
export function resultInWords(result: ImportResult): string {
  switch (result.state) {
    case 'imported':
    case 'new-version': {
      const { units = 0, paragraphs = 0, obligations = 0 } = result.facts
      const { document, version } = result
      return say(`documents.result.${result.state}`, { document, version, units, paragraphs, obligations })
    }
    case 'unchanged':
      return say('documents.result.unchanged', { document: result.document, version: result.version })
    case 'refused':
      return refusalInWords(result.refusal)
  }
}
