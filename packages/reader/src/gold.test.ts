import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { outlineOf, readText } from './index.ts'

const shared = new URL('../../../../shared/', import.meta.url)
const there = existsSync(new URL('gold/seeds/004.json', shared))

interface Gold {
  readonly source: string
  readonly units: readonly {
    readonly id: string
    readonly title: string
    readonly preambular: readonly unknown[]
    readonly operative: readonly { readonly path: string; readonly opening?: string | null }[]
  }[]
}

describe.skipIf(!there)('the founding texts as read by hand (left out where ../shared is not there)', () => {
  test.each(['001', '004'])('text %s: units, titles, recitals, paths and openings', (name) => {
    const gold = JSON.parse(readFileSync(new URL(`gold/seeds/${name}.json`, shared), 'utf8')) as Gold
    const { units } = outlineOf(readText(readFileSync(new URL(`seeds/${gold.source}`, shared), 'utf8')))
    const shape = units
      .filter(({ type }) => type !== 'report')
      .map(({ id, title, items }) => ({
        id,
        title,
        recitals: items.filter(({ kind }) => kind === 'preambular').length,
        paragraphs: items
          .filter(({ kind }) => kind === 'operative' || kind === 'subparagraph')
          .map(({ path, opening }) => [path, opening]),
      }))
    expect(shape).toEqual(
      gold.units.map(({ id, title, preambular, operative }) => ({
        id,
        title,
        recitals: preambular.length,
        paragraphs: operative.map(({ path, opening }) => [path, opening ?? null]),
      })),
    )
  })
})
