import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { outlineOf, readText } from '@resolute/reader'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsOf } from './grams.ts'
import { askedOf } from './index-asked.ts'
import { segmentBuilder } from './index-build.ts'
import { lookupIn } from './index-nearest.ts'
import { acceptedOf, nearestIn, partOf } from './index-parts.ts'

/** The measure of the README, of real words and by no index: what the index has to agree with. */
function gramsOf(text: string): Set<string> {
  const words = (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
    .map((word) => word.replace(/[\u064B-\u065F\u0670\u0640]/gu, ''))
    .flatMap((word) => word.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? [])
  const grams = new Set<string>()
  for (const size of [Math.min(3, words.length), 5]) {
    for (let i = 0; i + size <= words.length; i++) grams.add(words.slice(i, i + size).join(' '))
  }
  return grams
}

function similarityOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const gram of a) if (b.has(gram)) shared++
  return shared / (a.size + b.size - shared)
}

/** Similarities above 0, highest first, each different text once. */
function bruteForce(texts: readonly string[], most: number): (asked: string) => number[] {
  const different = new Map(texts.map((text) => [wordsOf(text).join(' '), gramsOf(text)]))
  return (asked) => {
    const grams = gramsOf(asked)
    const all = [...different.values()].map((other) => similarityOf(grams, other)).filter((each) => each > 0)
    return all.sort((a, b) => b - a).slice(0, most)
  }
}

const segmentOf = (texts: readonly string[], atOnce?: number) => {
  const builder = segmentBuilder(atOnce)
  for (const [i, text] of texts.entries()) builder.add(text, 0, i)
  return builder.finish()
}

const everyUnit = new Uint8Array([1])

const unit = { document: 'd', version: 1, unit: 'u', organ: null, language: 'en', title: '', adopted: null } as const

async function corpus(most: number): Promise<string[]> {
  const file = new URL('../../../shared/corpus/paragraphs.jsonl.gz', import.meta.url)
  if (!existsSync(file)) {
    process.stderr.write('No ../shared/corpus: exactness is shown on the samples alone\n')
    return []
  }
  const texts: string[] = []
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })
  let n = 0
  for await (const line of lines) {
    if (n++ % 11 !== 0) continue
    const { paragraphs } = JSON.parse(line) as { paragraphs: [string, string | null, string | null, string][] }
    for (const [, kind, , text] of paragraphs) if (kind === 'operative' || kind === 'preambular') texts.push(text)
    if (texts.length >= most) break
  }
  lines.close()
  return texts.slice(0, most)
}

function samples(): string[] {
  const folder = new URL('../../samples/', import.meta.url)
  return ['E-RES-2012-19.txt', 'E-2011-30-chapter-I.txt'].flatMap((name) =>
    outlineOf(readText(readFileSync(new URL(name, folder), 'utf8'), {})).units.flatMap(({ items }) =>
      items.map(({ text }) => text),
    ),
  )
}

/** Words swapped, left out and put in, always the same ones for one number. */
function edited(text: string, n: number): string {
  const words = text.split(' ')
  let seed = n * 2_654_435_761
  for (let i = 0; i <= n % 5; i++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    const at = seed % words.length
    if (seed % 3 === 0) words.splice(at, 1)
    else words[at] = words[(seed >>> 8) % words.length] ?? 'peace'
  }
  return words.join(' ')
}

describe('exactly the nearest', () => {
  test('of thousands of real paragraphs, as brute force finds them', { timeout: 120_000 }, async () => {
    const texts = [...(await corpus(4_000)), ...samples()].filter((text) => wordsOf(text).length > 0)
    expect(texts.length).toBeGreaterThan(100)
    const brute = bruteForce(texts, 10)
    const whole = lookupIn(segmentOf(texts))
    // The same in many slices, and in parts that follow one another.
    const sliced = lookupIn(segmentOf(texts, 30_000))
    const cuts = [texts.slice(0, 2_500), texts.slice(2_000, 3_500), texts.slice(3_500)]
    const parts = cuts.map((some) =>
      partOf({ segment: segmentOf(some), units: [unit], paragraphs: some.length, mark: 0 }),
    )
    for (let i = 0; i < texts.length; i += Math.ceil(texts.length / 40)) {
      for (const text of [
        texts[i]!,
        edited(texts[i]!, i),
        `${texts[i]!.slice(0, 90)} ${texts[(i * 7) % texts.length]!.slice(-90)}`,
      ]) {
        const asked = askedOf(text)
        if (!asked) continue // every word of it was left out
        const expected = brute(text)
        expect(whole.nearest(asked, 10, 0, everyUnit).map(({ similarity }) => similarity)).toEqual(expected)
        expect(sliced.nearest(asked, 10, 0, everyUnit).map(({ similarity }) => similarity)).toEqual(expected)
        const near = nearestIn(acceptedOf(parts, null), asked, 10, 0)
        expect(near.map(({ similarity }) => similarity)).toEqual(expected)
      }
    }
  })

  test('of any texts whatever, under any bar, of those accepted', () => {
    const word = fc.constantFrom('States', 'Member', 'requests', 'the', 'of', 'peace', '国', '人', 'мир', 'سلام', 'Été')
    const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 60 }),
        text,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(0, 0.2, 0.5),
        (texts, asked, most, least) => {
          const builder = segmentBuilder(64)
          for (const [i, each] of texts.entries()) builder.add(each, i % 3, i)
          const accepted = new Uint8Array([1, 0, 1])
          const found = lookupIn(builder.finish()).nearest(askedOf(asked)!, most, least, accepted)
          const brute = bruteForce(
            texts.filter((_, i) => i % 3 !== 1),
            most,
          )
          expect(found.map(({ similarity }) => similarity)).toEqual(brute(asked).filter((each) => each >= least))
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('exactly the nearest where long lists are not read to their end', () => {
  let seed = 7
  const next = (most: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return seed % most
  }
  const phrases = Array.from({ length: 40 }, (_, i) => Array.from({ length: 6 }, (_, j) => `w${(i * 7 + j * 3) % 90}`))
  const text = () =>
    Array.from({ length: 3 + next(6) }, () => phrases[Math.min(next(40), next(40), next(40))]!.join(' '))
  const texts = Array.from({ length: 3_000 }, () => text().join(' '))
  const brute = bruteForce(texts, 10)
  const lookup = lookupIn(segmentOf(texts))
  for (let i = 0; i < 60; i++) {
    const asked = edited(texts[next(texts.length)]!, i)
    const found = lookup.nearest(askedOf(asked)!, 10, 0, everyUnit)
    expect(found.map(({ similarity }) => similarity)).toEqual(brute(asked))
  }
})

test('exactly the nearest however much was asked before', () => {
  const texts = samples()
  const lookup = lookupIn(segmentOf(texts))
  const brute = bruteForce(texts, 10)
  const others = Array.from({ length: 30_000 }, (_, i) => `other${i}`).join(' ')
  for (const text of texts.slice(0, 25)) {
    lookup.nearest(askedOf(`${text} ${others}`)!, 10, 0, everyUnit)
    const found = lookup.nearest(askedOf(text)!, 10, 0, everyUnit)
    expect(found.map(({ similarity }) => similarity)).toEqual(brute(text))
  }
})

test('words are folded alike in six languages', () => {
  expect(wordsOf('The “Member States”’ co-operation: 2nd')).toEqual([
    'the',
    'member',
    'states',
    'co',
    'operation',
    '2nd',
  ])
  expect(wordsOf('会员国(2012年)')).toEqual(['会', '员', '国', '2012', '年'])
  expect(wordsOf('الدُّوَلُ الأعـضاء')).toEqual(['الدول', 'الأعضاء'])
  expect(wordsOf('Déjà‑vu ＡＢＣ')).toEqual(['déjà', 'vu', 'abc'])
  expect(wordsOf('— ... !')).toEqual([])
  expect(askedOf('— ... !')).toBeNull()
})
