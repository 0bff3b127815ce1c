import { lowered } from './fold.ts'

/** What people type when they mean one text or one paragraph of it. */
export interface TypedPlace {
  /** A whole symbol as it is compared: `a/res/65/232`; null where only a number was typed. */
  readonly symbol: string | null
  /** The number in it as it is compared: `65/232`, `20/1`, `1325`, `1325(2000)`. */
  readonly number: string
  /** Parts that the symbol must have: `hrc`, `prst`. */
  readonly parts: readonly string[]
  /** `4`, `4(a)`; null where no paragraph was named. */
  readonly path: string | null
}

/** A symbol or number as it is compared: in lower case, without blanks. */
export const symbolKey = (text: string): string =>
  lowered(text)
    .replace(/\s+/g, '')
    .replace(/[.,;:]+$/, '')

/** The number at the end of a symbol key: `a/hrc/prst/35/1` -> `35/1`, `s/res/1325(2000)` -> `1325(2000)`. */
export const numberOf = (symbol: string): string | null =>
  /(?:^|[/.])(\d{1,4}(?:\/\d{1,4}[a-z]?)?(?:\([0-9ivxlc-]+\))?[a-z]?)$/.exec(symbol)?.[1] ?? null

/** What stands around the number of a text, in six languages, and says nothing of which text is meant. */
const texts = new RegExp(
  [
    '(?<![\\p{L}/])(?:resolutions?|decisions?|res|dec|résolutions?|décisions?|resolución|resolucion|resoluciones',
    '|decisión|decision|decisiones|no|nº|the|la|el)\\.?(?=\\s|$)',
    '|(?<!\\p{L})(?:резолюци|решени)\\p{L}*|(?<!\\p{L})(?:ال)?(?:قرار|مقرر)(?!\\p{L})|第|号?决议|号?决定|号',
  ].join(''),
  'gu',
)

/** What stands before the number of a paragraph. */
const paragraph = [
  '(?:#|§+|(?<!\\p{L})(?:op(?=\\W?\\d)\\.?|(?:operative\\s+)?para(?:graph)?s?\\.?|paragraphes?|par\\.?',
  '|párrafos?|parrafos?|párrs?\\.?|parrs?\\.?|пункт\\p{L}*|п\\.|(?:ال)?فقرة))',
].join('')
const place = '(?<path>[0-9]{1,3}\\s*(?:\\([a-z]{1,5}\\)\\s*)*|[ivx]{1,5}/[0-9]{1,3})'
const behind = new RegExp(`[\\s,،]*${paragraph}\\s*${place}$`, 'u')
const inFront = new RegExp(`^(?:operative\\s+)?${paragraph}\\s*${place}\\s*(?:,|of|de|del|من|)\\s+`, 'u')
const chinese = /[,,]?第?\s*(?<path>[0-9]{1,3})\s*段$/u

const wholeSymbol = /^[a-z]{1,6}(?:[./-][a-z0-9.()-]{1,20}){1,7}$/
const bareNumber = /^(?<number>[0-9]{1,4}\/[0-9]{1,4}[a-z]?|[0-9]{1,4}(?:\s*\(?(?:[0-9]{4}|[ivxlc]+)\)?)?)$/

/** Short names of organs, and the part of a symbol each has. */
const organs: Readonly<Record<string, readonly string[]>> = {
  ...{ ga: ['a'], unga: ['a'], a: ['a'], sc: ['s'], unsc: ['s'], s: ['s'], ecosoc: ['e'], e: ['e'] },
  ...{ hrc: ['hrc'], unhrc: ['hrc'], prst: ['prst'], 'a/hrc': ['hrc'], 's/prst': ['s', 'prst'] },
}

/**
 * The place somebody typed: `65/232 op 4`, `A/RES/65/232`, `E/RES/2012/19#4`, `res 1325`, `HRC 44/13`,
 * `第65/232号决议第4段`. Null for anything else: most of what is typed is words.
 */
export function typedPlace(given: string): TypedPlace | null {
  if (given.length > 200) return null
  const text = lowered(given).trim()
  if (text.length > 120 || !/\d/.test(text)) return null
  const found = behind.exec(text) ?? inFront.exec(text) ?? chinese.exec(text)
  const named = found ? text.replace(found[0], '') : text
  const path = found?.groups?.path?.replace(/\s+/g, '') ?? null
  const rest = named.replace(texts, ' ').trim()
  const symbol = symbolKey(rest)
  if (wholeSymbol.test(symbol) && !/^[^/]*\s/.test(rest)) {
    const number = numberOf(symbol)
    return number === null ? null : { symbol, number, parts: [], path }
  }
  const words = rest.split(/\s+/)
  const parts: string[] = []
  while (words.length > 1 && organs[words[0]!]) parts.push(...organs[words.shift()!]!)
  const number = bareNumber.exec(words.join(' '))?.groups?.number
  // A number alone may be anything; with a stroke, an organ, "resolution" or a paragraph it is a place.
  const isMeant = /[/(]/.test(number ?? '') || parts.length > 0 || path !== null || rest.length < text.length
  if (number === undefined || !isMeant) return null
  return { symbol: null, number: withBrackets(number), parts, path }
}

/** `1721 xvi` -> `1721(xvi)`. */
const withBrackets = (number: string): string =>
  number.replace(/\s*\(?([ivxlc]+|(?<=\d\s)\d{4})\)?$/, '($1)').replace(/\s/g, '')
