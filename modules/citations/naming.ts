import series from './data/series.json' with { type: 'json' }

/** Longest first, so that a commission wins over the council it reports to. */
const bodies = [...series].sort((a, b) => b.series.length - a.series.length)

/** A key stands in an index, and no name is longer than this. */
const longestKey = 400

/**
 * The one form of a symbol in all its spellings: `S/RES/1325(2000)`, `s/res/1325 (2000)` and a document of the address
 * `S/RES/1325_(2000)` are one. Blanks go; the year of the Security Council and that in front of an old number of the
 * Economic and Social Council go too, since texts leave them out; a part stands close to its number.
 */
export function keyOf(symbol: string): string {
  return withoutBlanks(symbol)
    .replace(/^(S\/RES\/\d+)\(\d{4}\)$/, '$1')
    .replace(/^(E\/RES\/)\d{4}\/(\d+[A-Z]?\([IVXLC]+\))$/, '$1$2')
    .replace(/^((?:A|E|A\/HRC)\/RES\/[^/]+\/\d+)\/([A-Z](?:-[A-Z])?)$/, '$1$2')
    .slice(0, longestKey)
}

function withoutBlanks(symbol: string): string {
  const slashed = symbol.includes('/') ? symbol : symbol.replaceAll('_', '/')
  return slashed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_*]+/g, '')
    .replace(/\/(?=\()/g, '')
}

/** Names under which a text is cited whose symbol covers several parts: `A/RES/71/101 A-B` is cited as A, as B, as neither. */
export function keysOf(symbol: string): readonly string[] {
  const key = keyOf(symbol)
  const parts = /^(.*\/\d+)([A-Z])-([A-Z])$/.exec(key)
  if (!parts) return [key]
  const [, stem = '', from = '', to = ''] = parts
  const letters = Array.from({ length: Math.max(0, to.charCodeAt(0) - from.charCodeAt(0) + 1) }, (_, i) =>
    String.fromCharCode(from.charCodeAt(0) + i),
  )
  return [key, stem, ...letters.map((letter) => stem + letter)]
}

/** The body whose documents have such symbols, by its official English name; null where no series tells. */
export function bodyOf(symbol: string): string | null {
  const key = keyOf(symbol)
  return bodies.find(({ series }) => key.startsWith(series))?.body ?? null
}

const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

function arabic(numeral: string): number {
  const digits = [...numeral].map((letter) => roman[letter] ?? 0)
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0)
}

/** The year a document is of, where its symbol tells: a year, or a session of the General Assembly (`field.md` 1.3). */
export function yearOf(symbol: string): number | null {
  const key = withoutBlanks(symbol)
  const year = /(?:^|[/(])((?:19[4-9]|20\d)\d)(?=[/)]|$)/.exec(key)?.[1]
  if (year) return Number(year)
  const council = /^A\/HRC\/(?:RES\/|PRST\/|DEC\/)?(\d{1,3})\//.exec(key)?.[1]
  if (council) return 2006 + Math.floor((Number(council) - 1) / 3)
  const session = /^A\/(?:(?:RES|DEC|C\.\d+|BUR|INF)\/)?(\d{2,3})\/\d/.exec(key)?.[1]
  if (session && Number(session) > 30) return 1945 + Number(session)
  const old = /^A\/RES\/\d+[A-Z]?\(([IVX]+)\)$/.exec(key)?.[1]
  return old ? 1945 + arabic(old) : null
}

/** What stands in front of numbers of paragraphs, by language; the same words never mean a section. */
const paragraphWord =
  /(?:\b(?:paragraphs?|paras?\.|paragraphes?|pars?\.|párrafos?|párrs?\.)|(?<!\p{L})(?:пункт\p{L}{0,3}|пп?\.)|الفقر(?:ة|ات|تين|تان)|第(?=[^章节]{0,30}段)) ?/iu
const point = /\d{1,3}(?: ?\([a-z]{1,4}\)){0,3}|\([a-z]{1,4}\)/y
const between = /,? ?(?:and|et|y|и|و|або|or|ou|o|или|أو|和|、|,|،)(?: |第)?|( ?(?:to|à|a|по|至|إلى|-|–) ?第?)/y

/** A range longer than this names a part rather than paragraphs. */
const longestRange = 60

/**
 * Paths of the paragraphs that a locator names: `paragraph 12`, `sect. II, paras. 4 and 6 to 8`, `第7段`. Those of an
 * annex or a chapter are not paths of the text itself and are left to the locator.
 */
export function pathsNamed(written: string | null): readonly string[] {
  // a bracket at the end is taken off with the one around the whole
  const locator = written && /\([a-z]{1,4}$/.test(written) ? `${written})` : written
  if (locator === null || /annex|anexo|приложен|المرفق|附件|chap|cap\.|гл\.|الفصل|章/iu.test(locator)) return []
  const word = paragraphWord.exec(locator)
  if (!word) return []
  const section = /\b(?:sect(?:ion)?s?\.?|secc\.|разд\.) ([IVX]{1,7})\b/iu.exec(locator.slice(0, word.index))?.[1]
  const paths: string[] = []
  let at = word.index + word[0].length
  let range = false
  for (;;) {
    point.lastIndex = at
    const found = point.exec(locator)
    if (!found) break
    const said = found[0].replaceAll(' ', '')
    // "4 (a) and (b)": a letter alone borrows the number in front
    const path = said.startsWith('(') ? (/^\d+/.exec(paths.at(-1) ?? '')?.[0] ?? '') + said : said
    const [first, last] = [Number.parseInt(paths.at(-1) ?? '', 10), Number.parseInt(path, 10)]
    if (range && last - first > 1 && last - first <= longestRange) {
      for (let between = first + 1; between < last; between++) paths.push(String(between))
    }
    paths.push(path)
    between.lastIndex = point.lastIndex
    const join = between.exec(locator)
    if (!join || join[0] === '') break
    range = join[1] !== undefined
    at = between.lastIndex
  }
  return [...new Set(paths)].map((path) => (section ? `${section}/${path}` : path))
}
