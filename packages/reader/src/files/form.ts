import { decodeText } from './decode.ts'
import type { ForeignForm, Form } from './refusal.ts'

/** What a file is, told from its bytes and never from its name. */
export type Recognised =
  | { readonly form: Exclude<Form, 'xml' | 'docx'> }
  /** `root` is the local name of the outermost element: `akomaNtoso`. */
  | { readonly form: 'xml'; readonly root: string }
  | { readonly foreign: ForeignForm }
  /** An archive: only its directory tells what is in it. */
  | { readonly archive: true }
  | { readonly locked: 'docx' }

const reach = 4_096

function latin(bytes: Uint8Array, from: number, to: number): string {
  let out = ''
  for (let at = from; at < Math.min(to, bytes.length); at++) out += String.fromCharCode(bytes[at]!)
  return out
}

const pictures: readonly string[] = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\x00', 'MM\x00*', 'BM\x36']
const archives: readonly string[] = ['PK\x03\x04', 'PK\x05\x06']
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** A locked Word file is an OLE file with a stream of this name (MS-OFFCRYPTO 1.3); in the directory, letters are wide. */
function holdsWide(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

const htmlStart = /^<(?:!doctype\s+html|html|head|body|title|meta)\b/i
const htmlPiece = /^<(?:p|div|table|h[1-6]|center|font|section|article|main|ol|ul)\b[^<>]*>/i

function markup(head: string, whole: () => string): Recognised | null {
  const start = head.replace(/^\s*(?:<\?xml[^>]{0,200}\?>\s*|<\?[^>]{0,500}\?>\s*|<!--[\s\S]{0,2000}?-->\s*){0,8}/, '')
  if (htmlStart.test(start)) return { form: 'html' }
  if (
    htmlPiece.test(start) &&
    /<\/(?:p|div|table|body|html|h[1-6]|ol|ul)>\s*(?:<!--[\s\S]{0,200}-->\s*)?$/i.test(whole())
  )
    return { form: 'html' }
  const declared = /^\s*<\?xml\s/.test(head)
  const root =
    /^(?:<!DOCTYPE[^>[]{0,500}(?:\[[\s\S]{0,3000}?\]\s*)?>\s*)?<(?:[\w.-]{1,40}:)?([\w.-]{1,60})[\s>/]/i.exec(
      start,
    )?.[1]
  if (root && (declared || root === 'akomaNtoso' || /^<!DOCTYPE/.test(start)))
    return root === 'html' ? { form: 'html' } : { form: 'xml', root }
  return declared ? { form: 'xml', root: '' } : null
}

/** Recognises the form of a file. What is none of the others is text. */
export function recognise(bytes: Uint8Array): Recognised {
  const start = latin(bytes, 0, 1_024)
  if (/%PDF-\d/.test(start)) return { form: 'pdf' }
  if (archives.some((sign) => start.startsWith(sign))) return { archive: true }
  if (start.startsWith(ole)) return holdsWide(bytes, 'EncryptedPackage') ? { locked: 'docx' } : { foreign: 'doc' }
  if (start.startsWith('{\\rtf')) return { foreign: 'rtf' }
  if (pictures.some((sign) => start.startsWith(sign))) return { foreign: 'picture' }
  const wide = ['\xff\xfe', '\xfe\xff'].some((sign) => start.startsWith(sign))
  const decoded = wide ? decodeText(bytes.subarray(0, 2 * reach)) : null
  const head = decoded && 'text' in decoded ? decoded.text : latin(bytes, 0, reach).replace(/^\xef\xbb\xbf/, '')
  return markup(head, () => latin(bytes, Math.max(0, bytes.length - 400), bytes.length)) ?? { form: 'text' }
}

/** Text of a page: UTF-8 and UTF-16 as everywhere, else the encoding the page declares. */
export function decodePage(bytes: Uint8Array, limit: number): ReturnType<typeof decodeText> {
  const decoded = decodeText(bytes, limit)
  if (!('refusal' in decoded) || decoded.refusal.code !== 'encoding') return decoded
  const label = /<meta\b[^<>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(latin(bytes, 0, reach))?.[1]
  try {
    return label ? { text: new TextDecoder(label).decode(bytes) } : decoded
  } catch {
    return decoded
  }
}
