import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages } from '../languages.ts'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import { alignLanguages } from './align-languages.ts'

const outline = (text: string) => outlineOf(readText(text))

const english = outline(
  'The General Assembly,\n\nRecalling its resolution 65/230 of 21 December 2010,¹\n\nMindful of its duty,\n\nNoting resolution 66/181 of 19 December 2011,\n\n1. Requests a report;\n\n2. Decides:\n\n(a) To meet;\n\n(b) To act.\n\n¹ A/65/1.',
)
const french = outline(
  'L’Assemblée générale,\n\nRappelant sa résolution 65/230 du 21 décembre 2010¹,\n\nNotant la résolution 66/181 du 19 décembre 2011,\n\n1. Prie le Secrétaire général ;\n\n2. Décide :\n\na) De se réunir ;\n\nb) D’agir.\n\n¹ A/65/1.',
)

describe('language versions', () => {
  it('go side by side by number and order', () => {
    const { units, languages: spoken } = alignLanguages([english, french])
    expect(spoken).toEqual(['en', 'fr'])
    expect(units).toHaveLength(1)
    const texts = units[0]!.rows.map(({ items }) => [
      items[0] === null ? null : english.units[0]!.items[items[0]!]!.text.slice(0, 12),
      items[1] === null ? null : french.units[0]!.items[items[1]!]!.text.slice(0, 12),
    ])
    expect(texts).toEqual([
      ['The General ', 'L’Assemblée '],
      ['Recalling it', 'Rappelant sa'],
      ['Mindful of i', null],
      ['Noting resol', 'Notant la ré'],
      ['Requests a r', 'Prie le Secr'],
      ['Decides:', 'Décide :'],
      ['To meet;', 'De se réunir'],
      ['To act.', 'D’agir.'],
      ['A/65/1.', 'A/65/1.'],
    ])
  })

  it('give a note for what one lacks, whichever comes first', () => {
    const facts = { kind: 'preambular', language: 'fr', in: 'en' }
    expect(alignLanguages([english, french]).notes).toMatchObject([{ code: 'missing-in-version', facts }])
    expect(alignLanguages([french, english]).notes).toMatchObject([{ code: 'missing-in-version', facts }])
    expect(alignLanguages([english, english]).notes).toEqual([])
    expect(alignLanguages([])).toEqual({ languages: [], units: [], notes: [] })
  })
})

const corpus = new URL('../../../../../shared/corpus/akn/', import.meta.url)

describe.skipIf(!existsSync(corpus))('105 texts in six languages (left out where ../shared is not there)', () => {
  it('align paragraph by paragraph in at least 97 of 100 texts', () => {
    const names = readdirSync(new URL('en/', corpus)).filter((name) => name.endsWith('.txt'))
    const faults: string[] = []
    for (const name of names) {
      const versions = languages.map((language) =>
        outline(readFileSync(new URL(`${language}/${name}`, corpus), 'utf8')),
      )
      const { units } = alignLanguages(versions)
      const gaps = units.flatMap(({ rows }) =>
        rows.filter(({ kind, items }) => /^(?:pre|op|sub)/.test(kind) && items.includes(null)),
      )
      if (units.length !== 1 || gaps.length > 0) faults.push(name)
    }
    expect(names.length).toBe(105)
    expect(faults.length, faults.join(' ')).toBeLessThanOrEqual(3)
  }, 120_000)
})
