import { decodeText } from '@resolute/reader/files'
import { z } from 'zod'
import type { Unread } from '../offline.ts'
import { type Found, type FoundField, type Opened, refused, unread } from './found.ts'
import { plainLine } from './lines.ts'
import { marksIn } from './mark.ts'
import { offlineLimits } from './package.ts'
import { allOffered, type Paper } from './paper.ts'
import { slotsOf } from './slots.ts'
import { pageScript, writeHtml } from './write-html.ts'

const kept = z.strictObject({ mark: z.string().max(200), answers: z.record(z.string().max(300), z.string()) })

/** Places to write in that one page may have. */
const mostPlaces = 20_000

const store = /<script\b[^<>]*\bid\s*=\s*["']?answers\b[^<>]*>/gi
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? all
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : all
  })
}

/** What a page shows besides what is written in it: scripts, styles and passing messages left out. */
function wordsShown(html: string): readonly string[] {
  return html
    .replace(/<(script|style|textarea|noscript)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi, '<i>')
    .replace(/<!--[\s\S]*?-->/g, '<i>')
    .replace(/<(\w+)\b[^<>]*\bdata-live\b[^<>]*>[^<]*<\/\1>/gi, '<i>')
    .split(/<[^<>]*>/)
    .map((text) => plainLine(decoded(text)))
    .filter((text) => text !== '')
}

/** Whether there is anything in a page that could run beside its own script. */
function isActive(html: string): boolean {
  const rest = html.replace(pageScript, '').replace(/\r\n/g, '\n').replace(pageScript, '')
  const scripts = [...rest.matchAll(/<script\b[^<>]*>([\s\S]*?)<\/script\s*>/gi)]
  const foreign = scripts.some(([tag, text]) => text!.trim() !== '' && !/\bid\s*=\s*["']?answers\b/i.test(tag))
  return (
    foreign || /<(?:iframe|object|embed|applet|base|form)\b|<script\b[^<>]*\bsrc\s*=|<[^<>]+\son\w+\s*=/i.test(rest)
  )
}

/** A page before it is known whose form it is. */
export function openHtml(bytes: Uint8Array): Opened | Unread {
  const read = decodeText(bytes, offlineLimits.file)
  if ('refusal' in read) return refused(read.refusal.code === 'too-large' ? 'too-large' : 'no-such-format')
  const html = read.text
  if (!/^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(html)) return refused('no-such-format')
  const isWhole = /<\/html\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/i.test(html.slice(-2_000))
  const stores = [...html.matchAll(store)]
  if (stores.length === 0) return refused(marksIn(html).length > 0 ? 'damaged' : 'not-our-form')
  if (stores.length > 1) return refused('not-our-form', { marks: stores.length })
  const start = stores[0]!.index + stores[0]![0].length
  const end = html.indexOf('</script', start)
  if (end < 0 || !isWhole) return refused('damaged')
  const data = parsed(html.slice(start, end))
  if (!data) return refused('damaged')
  return {
    format: 'html',
    marks: marksIn(data.mark),
    unread: isActive(html) ? [unread('macros', 'look')] : [],
    find: (paper) => find(data.answers, html, paper),
  }
}

function parsed(text: string): z.infer<typeof kept> | null {
  try {
    const data = kept.parse(JSON.parse(text))
    return Object.keys(data.answers).length <= mostPlaces ? data : null
  } catch {
    return null
  }
}

function find(answers: Readonly<Record<string, string>>, html: string, paper: Paper): Found {
  const slots = slotsOf(paper.form, paper.paragraphs)
  const fields: FoundField[] = []
  const strange: Unread[] = []
  for (const [code, text] of Object.entries(answers)) {
    const slot = slots.slot(code)
    const place = `[${code}]`
    const [line = null] = /^.+\.#\d{1,6}/.exec(code) ?? []
    if (slot) fields.push({ code, slot, text, place, line })
    else if (text.trim() !== '') {
      const known = slots.all.has(code.split('.')[0] ?? '')
      strange.push(unread(known ? 'row-unknown' : 'question-unknown', 'left', { place, asWritten: text }))
    }
  }
  const own = new Set(wordsShown(new TextDecoder().decode(writeHtml(allOffered(paper)))))
  for (const text of wordsShown(html)) {
    if (!own.has(text) && marksIn(text).length === 0) strange.push(unread('words-outside', 'left', { asWritten: text }))
  }
  return { fields, unread: strange }
}
