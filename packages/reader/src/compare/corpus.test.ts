import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Outline } from '../outline.ts'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import { compareTexts } from './compare-texts.ts'

const corpus = new URL('../../../../../shared/corpus/', import.meta.url)
const pairsFile = new URL('compare/pairs.json', corpus)

interface PairOfVersions {
  readonly id: string
  readonly oldFile: string
  readonly newFile: string
}

const outlineIn = (file: string): Outline =>
  outlineOf(readText(readFileSync(new URL(file.replace('structure/public', 'structure'), corpus), 'utf8')))

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const keyOf = ({ kind, text }: { readonly kind: string; readonly text: string }) =>
  `${kind} ${text.replace(/\s+/g, ' ').trim()}`
const keysOf = ({ units }: Outline) => units.flatMap(({ items }) => items.map(keyOf))

describe.skipIf(!existsSync(pairsFile))('60 pairs of versions (left out where ../shared is not there)', () => {
  it('no paragraph that both have to the letter goes unmatched', () => {
    const pairs = JSON.parse(readFileSync(pairsFile, 'utf8')) as readonly PairOfVersions[]
    expect(pairs).toHaveLength(60)
    const missed: string[] = []
    let all = 0
    for (const { id, oldFile, newFile } of pairs) {
      const [old, neu] = [outlineIn(oldFile), outlineIn(newFile)]
      const together = compareTexts(old, neu).pairs.flatMap(({ old: [one], new: [other] }) =>
        one && other && keyOf(one.item) === keyOf(other.item) ? [keyOf(one.item)] : [],
      )
      const [inOld, inNew, found] = [counted(keysOf(old)), counted(keysOf(neu)), counted(together)]
      for (const [key, count] of inOld) {
        const both = Math.min(count, inNew.get(key) ?? 0)
        all += both
        if ((found.get(key) ?? 0) < both) missed.push(`${id}: ${key}`)
      }
    }
    expect(missed).toEqual([])
    expect(all).toBeGreaterThan(1_000)
  }, 120_000)

  it('a version against itself is the same throughout', () => {
    const pairs = JSON.parse(readFileSync(pairsFile, 'utf8')) as readonly PairOfVersions[]
    for (const { id, newFile } of pairs) {
      const outline = outlineIn(newFile)
      const { pairs, dropped } = compareTexts(outline, outline)
      expect(
        pairs.filter(({ status, renumbered }) => status !== 'same' || renumbered),
        id,
      ).toEqual([])
      expect(dropped, id).toEqual([])
    }
  }, 120_000)
})

interface Aligned {
  readonly oldFile: string
  readonly newFile: string
  readonly alignment: readonly { readonly newLine: number; readonly oldLine: readonly number[] }[]
}

const aligned = ['pair20', 'pair24', 'pair32'].map((id) => new URL(`compare/${id}.json`, corpus))

describe.skipIf(!aligned.every((file) => existsSync(file)))(
  'pairs aligned by hand (left out where ../shared is not there)',
  () => {
    it('95 of 100 links are found, and 95 of 100 found are right', () => {
      let found = 0
      let right = 0
      let wanted = 0
      for (const file of aligned) {
        const { oldFile, newFile, alignment } = JSON.parse(readFileSync(file, 'utf8')) as Aligned
        const links = new Set(alignment.flatMap(({ newLine, oldLine }) => oldLine.map((line) => `${line} ${newLine}`)))
        const lines = new Set(alignment.map(({ newLine }) => newLine))
        wanted += links.size
        for (const { old, new: neu } of compareTexts(outlineIn(oldFile), outlineIn(newFile)).pairs)
          for (const one of old)
            for (const other of neu) {
              if (!lines.has(other.item.line)) continue
              found++
              if (links.has(`${one.item.line} ${other.item.line}`)) right++
            }
      }
      expect(right / wanted).toBeGreaterThanOrEqual(0.95)
      expect(right / found).toBeGreaterThanOrEqual(0.95)
    })
  },
)
