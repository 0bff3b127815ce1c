import { type Language, languages } from '@resolute/reader'
import type { AgreedOptions } from './agreed.ts'
import { mostMatches } from './agreed.ts'

/** Where filters stand: in an address, or in a form. */
interface Given {
  get(name: string): unknown
}

const isLanguage = (value: string): value is Language => (languages as readonly string[]).includes(value)

/** What was asked for beside the text; what cannot be used is left out. */
export function agreedOptions(given: Given): AgreedOptions {
  const text = (name: string): string => {
    const value = given.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const number = (name: string): number | undefined => (/^\d{1,4}$/.test(text(name)) ? Number(text(name)) : undefined)
  const language = text('language')
  const limit = number('limit')
  return {
    ...(isLanguage(language) && { language }),
    ...(text('body') !== '' && { body: text('body').slice(0, 100) }),
    ...(text('exclude') !== '' && { exclude: text('exclude').slice(0, 200) }),
    from: number('from'),
    to: number('to'),
    ...(limit && { limit: Math.min(limit, mostMatches) }),
  }
}

/** A draft in a form: a file that was chosen counts before words that were pasted. */
export async function draftGiven(
  form: FormData,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array } | null> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  const text = form.get('text')
  if (typeof text !== 'string' || text.trim() === '') return null
  return { fileName: '', bytes: new TextEncoder().encode(text) }
}
