import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { flatten, type Messages, sixLanguages } from '#platform/i18n'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Every folder of message files: `messages/en.json` and its five sisters. */
const folders = ['apps', 'modules', 'packages', 'platform']
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)))
  .filter((file) => file.endsWith('messages/en.json') && !file.includes('node_modules'))
  .map((file) => dirname(file))
  .sort()

const others = sixLanguages.filter((language) => language !== 'en')

function messagesOf(folder: string, language: string): Messages {
  try {
    return flatten(JSON.parse(readFileSync(join(root, folder, `${language}.json`), 'utf8')))
  } catch {
    return {}
  }
}

/** The facts a message needs: names of its arguments and tags, wherever they stand. */
function factsOf(elements: readonly MessageFormatElement[]): Set<string> {
  const names = new Set<string>()
  for (const element of elements) {
    if ('value' in element && !isLiteralElement(element)) names.add(String(element.value))
    if (isPluralElement(element) || isSelectElement(element)) {
      for (const { value } of Object.values(element.options)) for (const name of factsOf(value)) names.add(name)
    }
    if (isTagElement(element)) for (const name of factsOf(element.children)) names.add(name)
  }
  return names
}

/** Kinds of plural a language has, and what of them a message leaves out. */
function pluralsLeftOut(elements: readonly MessageFormatElement[], language: string): string[] {
  return elements.flatMap((element) => {
    if (!isPluralElement(element) && !isSelectElement(element)) return []
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsLeftOut(value, language))
    if (!isPluralElement(element)) return inner
    // fractions aside: what is counted here is whole
    const needed = new Intl.PluralRules(language, { type: element.pluralType ?? 'cardinal' }).resolvedOptions()
      .pluralCategories
    const left = needed.filter(
      (kind) =>
        !(kind in element.options) && kind !== 'zero' && !(kind === 'many' && language !== 'ru' && language !== 'ar'),
    )
    return [...inner, ...left]
  })
}

test('the folders are found', () => expect(folders.length).toBeGreaterThan(10))

describe.each(folders)('%s', (folder) => {
  const english = messagesOf(folder, 'en')
  test.each(others)('%s says all that English says, with the same facts', (language) => {
    const said = messagesOf(folder, language)
    expect(Object.keys(english).filter((id) => !(id in said))).toEqual([])
    expect(Object.keys(said).filter((id) => !(id in english))).toEqual([])
    const faults = Object.entries(said).flatMap(([id, message]) => {
      const elements = parse(message)
      const facts = factsOf(elements)
      const needed = factsOf(parse(english[id] ?? ''))
      const strange = [...facts].filter((fact) => !needed.has(fact)).map((fact) => `${id}: {${fact}} is nobody's`)
      const missing = [...needed].filter((fact) => !facts.has(fact)).map((fact) => `${id}: {${fact}} is not said`)
      return [...strange, ...missing, ...pluralsLeftOut(elements, language).map((kind) => `${id}: no plural "${kind}"`)]
    })
    expect(faults).toEqual([])
  })
})
