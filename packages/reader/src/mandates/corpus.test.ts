import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outlineOf, readMandates, readText } from '../index.ts'

const corpus = new URL('../../../../../shared/corpus/structure/', import.meta.url)
const there = existsSync(corpus)

describe.skipIf(!there)(`the wider corpus${there ? '' : ' (left out: ../shared/corpus is not here)'}`, () => {
  it('is read without a throw, and no recital yields an obligation', () => {
    const texts = readdirSync(corpus).filter((name) => name.endsWith('.txt'))
    let operative = 0
    let recitals = 0
    for (const name of texts) {
      const outline = outlineOf(readText(readFileSync(new URL(name, corpus), 'utf8'), { source: name }))
      const recital = new Set(
        outline.units.flatMap((unit) => unit.items.flatMap((item) => (item.kind === 'preambular' ? [item.line] : []))),
      )
      recitals += recital.size
      const mandates = readMandates(outline)
      operative += mandates.length
      expect(mandates.filter((mandate) => recital.has(mandate.line))).toEqual([])
      const ids = mandates.flatMap((mandate) => mandate.obligations.map((obligation) => obligation.id))
      expect(new Set(ids).size).toBe(ids.length)
    }
    expect(operative).toBeGreaterThan(30_000)
    expect(recitals).toBeGreaterThan(15_000)
  }, 600_000)
})
