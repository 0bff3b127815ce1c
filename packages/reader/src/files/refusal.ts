import type { AknRefusal } from './akoma-ntoso.ts'
import type { TextRefusal } from './decode.ts'

/** The forms a file may come in, as its bytes tell. */
export type Form = 'text' | 'html' | 'docx' | 'pdf' | 'xml'

/** What is known of files that are not read: they have to be saved in a form that is. */
export type ForeignForm = 'doc' | 'rtf' | 'odt' | 'zip' | 'picture'

/** Why a file gives no tree. The text is never a reason, only the file. */
export type FileRefusal =
  | TextRefusal
  | AknRefusal
  /** The file ends early, was changed on its way, or breaks the rules of its form; `part` says where, as far as known. */
  | { readonly code: 'damaged'; readonly form: Form; readonly part: string }
  /** Locked with a password. */
  | { readonly code: 'encrypted'; readonly form: Form }
  /** A form that is known and not read. */
  | { readonly code: 'foreign'; readonly form: ForeignForm }
  /** Pages without a letter of text, as scanners leave them. */
  | { readonly code: 'no-text'; readonly pages: number }
  /** Grows beyond every measure when unpacked; `limit` in bytes, or in parts or elements where `part` is null. */
  | { readonly code: 'expands'; readonly part: string | null; readonly limit: number }
  /** Elements within elements beyond `limit`. */
  | { readonly code: 'too-deep'; readonly limit: number }
  /** XML that declares a document type; entities could stand for anything, so none are taken. */
  | { readonly code: 'doctype'; readonly part: string }
  | { readonly code: 'too-slow'; readonly seconds: number }

export interface Refused {
  readonly refusal: FileRefusal
}
