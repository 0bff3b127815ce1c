import { readFileSync } from 'node:fs'
import { expect, expectTypeOf, test } from 'vitest'
import * as reader from './index.ts'

test('the door gives out these names and no others', () => {
  expect(Object.keys(reader).sort()).toEqual([
    'alignLanguages',
    'certainFrom',
    'checkDraft',
    'citationsOf',
    'compareTexts',
    'completeClauses',
    'doubts',
    'draftRules',
    'findingSources',
    'fromAkn',
    'isCertain',
    'languages',
    'mentionedBefore',
    'outlineOf',
    'ownNamesOf',
    'plainTextOf',
    'readClauses',
    'readMandates',
    'readText',
    'similarity',
    'toAkn',
    'treatyNamed',
    'wordChanges',
    'yearOfAct',
  ])
})

test('what is made of a text has the types it says', () => {
  expectTypeOf(reader.readText).parameter(0).toEqualTypeOf<string>()
  expectTypeOf(reader.readText).returns.toEqualTypeOf<reader.DocumentTree>()
  expectTypeOf(reader.outlineOf).returns.toEqualTypeOf<reader.Outline>()
  expectTypeOf(reader.citationsOf).returns.toEqualTypeOf<reader.CitationReading>()
  expectTypeOf(reader.alignLanguages).parameter(0).toEqualTypeOf<readonly reader.Outline[]>()
  expectTypeOf(reader.compareTexts).parameters.toEqualTypeOf<[reader.Outline, reader.Outline]>()
  expectTypeOf(reader.compareTexts).returns.toEqualTypeOf<reader.Comparison>()
  expectTypeOf(reader.wordChanges).parameters.toEqualTypeOf<[string, string]>()
  expectTypeOf(reader.wordChanges).returns.toEqualTypeOf<readonly reader.WordChange[]>()
  expectTypeOf(reader.similarity).returns.toEqualTypeOf<number>()
  expectTypeOf<reader.Language>().toEqualTypeOf<'ar' | 'zh' | 'en' | 'fr' | 'ru' | 'es'>()
})

test('the first example of the README gives what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const claims = [...example.matchAll(/^(outline\..+) \/\/ (.+)$/gm)]
  const text = readFileSync(new URL('../../../samples/E-RES-2012-19.txt', import.meta.url), 'utf8')
  const outline = reader.outlineOf(reader.readText(text, { source: 'E-RES-2012-19.txt' }))
  expect(claims).toHaveLength(2)
  for (const [, expression, value] of claims) {
    const both = new Function('outline', `return [${expression}, ${value}]`)(outline) as readonly unknown[]
    expect(both[0], expression).toBe(both[1])
  }
})
