import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { languages } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import { answered, meets, queries, type Said } from './queries.ts'

const corpus = new URL('../../../../shared/corpus/', import.meta.url)
const numbered = (text: string): string | null => /^\s*(\d+)\s*[.\-\u2013]/.exec(text)?.[1] ?? null
const there = existsSync(corpus)

test('there are enough of them, in six languages, each once and each with its reason', () => {
  expect(queries.length).toBeGreaterThanOrEqual(56)
  for (const language of languages) {
    const own = queries.filter((query) => query.language === language)
    expect(own.length, language).toBeGreaterThanOrEqual(language === 'en' ? 20 : 7)
  }
  expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length)
  for (const { query, expected, why } of queries) {
    expect(expected.length, query).toBeGreaterThan(0)
    expect(why.length, query).toBeGreaterThan(10)
  }
})

test('a paragraph answers by all that is named, and by nothing less', () => {
  const query = queries.find(({ query }) => query === '65/229 op 4')!
  const said: Said = { document: 'A/RES/65/229', path: '4', text: 'Recognizes' }
  expect(meets(query, said)).toBe(true)
  expect(meets(query, { ...said, path: '5' })).toBe(false)
  expect(meets(query, { ...said, document: 'A/RES/65/228' })).toBe(false)
})

test('a word left out may not come back among the first ten', () => {
  const query = queries.find(({ query }) => query === '"mutual legal assistance" -extradition')!
  const page = { direct: [], suggestion: null }
  const hit = (text: string) => ({ document: 'A/RES/58/4', path: '1', text }) as never
  expect(answered(query, { ...page, hits: [hit('on mutual legal assistance,')] })).toBe(true)
  expect(answered(query, { ...page, hits: [hit('on mutual legal assistance,'), hit('on Extradition; and')] })).toBe(
    false,
  )
})

describe.skipIf(!there)('the texts they lead to (left out where ../shared is not there)', () => {
  test('every expected answer stands in the texts', { timeout: 120_000 }, () => {
    const texts = new Map<string, Said[]>()
    const add = (language: string, said: Said) => {
      const own = texts.get(language)
      if (own) own.push(said)
      else texts.set(language, [said])
    }
    const lines = gunzipSync(readFileSync(new URL('paragraphs.jsonl.gz', corpus))).toString()
    for (const line of lines.split('\n').filter(Boolean)) {
      const { symbol, paragraphs } = JSON.parse(line) as {
        readonly symbol: string
        readonly paragraphs: readonly (readonly [string, string | null, string | null, string])[]
      }
      for (const [, , number, text] of paragraphs) {
        add('en', { document: symbol.replaceAll('_', '/'), path: number?.replace('.', '') ?? numbered(text), text })
      }
    }
    for (const language of languages) {
      const folder = new URL(`akn/${language}/`, corpus)
      for (const name of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
        const document = name.slice(0, -'.txt'.length).replaceAll('_', '/')
        for (const text of readFileSync(new URL(name, folder), 'utf8').split('\n')) {
          add(language, { document, path: numbered(text), text })
        }
      }
    }
    for (const query of queries) {
      for (const answer of query.expected) {
        const one = { ...query, expected: [answer] }
        const found = texts.get(query.language)!.some((said) => meets(one, said))
        expect(found, `${query.query}: ${JSON.stringify(answer)}`).toBe(true)
      }
    }
  })
})
