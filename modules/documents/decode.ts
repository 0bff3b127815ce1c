/** Stands in for the reader's own decoding of files until that room is open. */
export type Decoded =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'binary' }
  | { readonly state: 'encoding'; readonly offset: number }

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.includes(0)) return { state: 'binary' }
  try {
    return { state: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { state: 'encoding', offset: 0 }
  }
}
