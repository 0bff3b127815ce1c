import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { OfflineFormat, Unread } from '../offline.ts'

/** A file that is not as it went out, with what must be told of it. */
export interface Damaged {
  readonly name: string
  readonly bytes: Uint8Array
  /** Refused whole, for one of these reasons; or as good as it was, where what was hurt says nothing. */
  readonly refused?: readonly Unread['code'][]
  readonly orWhole?: true
  /** Entries that must stand in the list: `code`, `code question`, `code question weight`. All others are as in a good file. */
  readonly told?: readonly string[]
  /** Questions whose answers are not taken, besides the one for files. */
  readonly left?: readonly string[]
  /** Questions that are empty now. */
  readonly empty?: readonly string[]
  /** Questions whose answers are taken, and are others than in the good file. */
  readonly other?: readonly string[]
  /** Words that must be named as they stand. */
  readonly written?: readonly string[]
  /** The version of the form that is out. */
  readonly version?: number
}

export type Parts = Record<string, Uint8Array>

export const partsOf = (bytes: Uint8Array): Parts => unzipSync(bytes)
export const packed = (parts: Parts, more: Zippable = {}): Uint8Array => zipSync({ ...parts, ...more }, { level: 6 })

/** A file with one of its parts written anew; throws where nothing was changed, so that no damage is imagined. */
export function edited(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = partsOf(bytes)
  const before = strFromU8(parts[part] ?? new Uint8Array())
  const after = change(before)
  if (after === before) throw new Error(`nothing was changed in ${part}`)
  return packed({ ...parts, [part]: strToU8(after) })
}

/** Every XML part and page with some words in the place of others. */
export function reworded(format: OfflineFormat, bytes: Uint8Array, from: string, to: string): Uint8Array {
  if (format === 'html') return strToU8(strFromU8(bytes).replaceAll(from, to))
  const parts = partsOf(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (name.endsWith('.xml')) parts[name] = strToU8(strFromU8(part).replaceAll(from, to))
  }
  return packed(parts)
}

/** Cut off at many places: an archive has its directory at the end, a page its answers. */
export const cuts = (format: OfflineFormat, bytes: Uint8Array): readonly Damaged[] =>
  [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98].map((share) => ({
    name: `${format} cut off after ${share * 100} %`,
    bytes: bytes.slice(0, Math.floor(bytes.length * share)),
    refused: ['damaged', 'no-such-format', 'not-our-form'],
    ...(format === 'html' && { orWhole: true as const }),
  }))

/** One byte is another, at places spread over the file. */
export const flips = (format: OfflineFormat, bytes: Uint8Array, count: number): readonly Damaged[] =>
  Array.from({ length: count }, (_, at) => {
    const changed = bytes.slice()
    const place = Math.floor((bytes.length * (at + 0.5)) / count)
    changed[place] = changed[place]! ^ 0x80
    return {
      name: `${format} with byte ${place} changed`,
      bytes: changed,
      refused: ['damaged', 'no-such-format', 'not-our-form', 'too-large'],
      orWhole: true,
    }
  })

/** Files of other kinds under the name of a form. */
export function foreign(): readonly Damaged[] {
  const text = (words: string) => strToU8(words)
  const none = ['no-such-format'] as const
  const files: readonly (readonly [string, Uint8Array, readonly Unread['code'][]])[] = [
    ['nothing at all', new Uint8Array(), none],
    ['a CSV file', text('code,answer\r\nq1,Yes\r\n'), none],
    [
      'an ODT file',
      zipSync({ mimetype: text('application/vnd.oasis.opendocument.text'), 'content.xml': text('<a/>') }),
      none,
    ],
    ['a PDF file', text('%PDF-1.7\n1 0 obj\n'), none],
    ['an RTF file', text('{\\rtf1 Yes}'), none],
    [
      'a file of old Word',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
      none,
    ],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), none],
    ['an archive of a Word file', zipSync({ 'form.docx': zipSync({ 'word/document.xml': text('<a/>') }) }), none],
    ['JSON', text('{"answers":{"q1":"yes"}}'), none],
    ['another page', text('<!doctype html><html><body><p>Yes</p></body></html>'), ['not-our-form']],
    ['a mail with a page', text('MIME-Version: 1.0\nContent-Type: text/html\n\n<html></html>'), none],
    [
      'a presentation',
      zipSync({ '[Content_Types].xml': text('<Types/>'), 'ppt/presentation.xml': text('<p/>') }),
      ['not-our-form'],
    ],
    [
      'a Word file and a workbook in one',
      zipSync({
        'word/document.xml': text('<a/>'),
        'xl/workbook.xml': text('<a/>'),
        '[Content_Types].xml': text('<a/>'),
      }),
      ['not-our-form'],
    ],
    [
      '3,000 parts',
      zipSync(
        {
          'word/document.xml': text('<a/>'),
          ...Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`${at}`, new Uint8Array()])),
        },
        { level: 0 },
      ),
      ['too-large'],
    ],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(0x50), ['too-large']],
  ]
  return files.map(([name, bytes, refused]) => ({ name, bytes, refused }))
}
