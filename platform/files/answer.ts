import type { KeptFile } from './file.ts'

/** Kinds a browser shows without running anything in them. */
const harmless = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'])

/**
 * Headers under which a kept file may leave: of its own kind and no other, shown only where that is harmless, saved
 * otherwise, and in either case without scripts and outside our own site.
 */
export function fileHeaders({ sha256, size, type }: KeptFile, name: string): Readonly<Record<string, string>> {
  const shown = harmless.has(type)
  return {
    'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'content-length': String(size),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
    etag: `"${sha256}"`,
  }
}

/** RFC 8187: percent-encoded but for the characters of a token. */
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
