import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAkomaNtoso } from '../files/akoma-ntoso.ts'
import type { Language } from '../languages.ts'
import { outlineOf } from '../tree/outline-of.ts'
import { readText } from '../tree/read-text.ts'
import type { Citation } from './citation.ts'
import { citationsOf } from './citations-of.ts'
import { namesIn } from './names-in-words.ts'
import { citationWords } from './words/index.ts'

/** What a citation names, in one line. */
function named({ names }: Citation): string | null {
  switch (names?.type) {
    case 'act':
      return names.key ?? `? ${names.act} ${names.number}`
    case 'treaty':
      return `${names.series} ${names.volumes.join(' ')} ${names.numbers.join(' ')}`
    case 'official-records':
      return `${names.body} ${names.supplement ?? ''} ${names.symbols.join(' ')}`
    case 'paragraphs':
      return names.paths.length > 0 ? `paragraphs ${names.paths.join(' ')}` : 'this text'
    case 'publication':
      // the letter in front says which language version it is
      return names.number.replace(/^[A-Z]\./, '')
    case 'body':
      return `the ${names.name}`
    default:
      return names === null ? null : JSON.stringify(names)
  }
}

const cites = (language: Language, text: string) =>
  citationsOf(outlineOf(readText(text, { language }))).citations.map(named)

const texts: readonly (readonly [Language, string, readonly string[]])[] = [
  [
    'fr',
    'L’Assemblée générale,\n\nRappelant ses résolutions 60/1 du 16 septembre 2005 et 70/1, et la résolution 2242 (2015) du Conseil de sécurité,\n\n1. Décide de revoir les paragraphes 1 et 2 ci-dessus ;\n\n2. Prie le Conseil, notamment, de donner suite à la présente résolution.',
    [
      'General Assembly resolution 60/1',
      'General Assembly resolution 70/1',
      'Security Council resolution 2242 (2015)',
      'paragraphs 1 2',
      'the Security Council',
      'this text',
    ],
  ],
  [
    'es',
    'El Consejo Económico y Social,\n\nRecordando la resolución 60/251 de la Asamblea General, de 15 de marzo de 2006, y su decisión 2010/243,\n\n1. Solicita un informe.',
    ['General Assembly resolution 60/251', 'Economic and Social Council decision 2010/243'],
  ],
  [
    'ru',
    'Совет по правам человека,\n\nссылаясь на резолюцию 60/251 Генеральной Ассамблеи от 15 марта 2006 года и свои резолюции 5/1 и 5/2 от 18 июня 2007 года,\n\n1. постановляет рассмотреть пункт 1 выше.',
    [
      'General Assembly resolution 60/251',
      'Human Rights Council resolution 5/1',
      'Human Rights Council resolution 5/2',
      'paragraphs 1',
    ],
  ],
  [
    'zh',
    '大会，\n\n回顾其2005年9月16日第60/1号和2015年9月25日第70/1号决议，以及经济及社会理事会2010年7月22日第2010/19号决议，\n\n1. 决定审议本决议的执行情况。',
    [
      'General Assembly resolution 60/1',
      'General Assembly resolution 70/1',
      'Economic and Social Council resolution 2010/19',
      'this text',
    ],
  ],
  [
    'ar',
    'إن الجمعية العامة،\n\nإذ تشير إلى قراريها 60/1 المؤرخ 16 أيلول/سبتمبر 2005 و 57/270 باء، وإلى قرار مجلس الأمن 1325 (2000)،\n\n1 - تقرر متابعة تنفيذ هذا القرار.',
    [
      'General Assembly resolution 60/1',
      'General Assembly resolution 57/270 B',
      'Security Council resolution 1325 (2000)',
      'this text',
    ],
  ],
]

describe('citations in the other languages', () => {
  it.each(texts)('%s', (language, text, expected) => {
    const found = cites(language, text)
    for (const one of expected) expect(found).toContain(one)
    expect(found.filter((one) => one?.includes(' resolution ') || one?.includes(' decision '))).toEqual(
      expected.filter((one) => one.includes(' resolution ') || one.includes(' decision ')),
    )
  })

  it('dates are those of the language', () => {
    const read = (language: Language, text: string) =>
      citationsOf(outlineOf(readText(text, { language }))).citations.flatMap(({ names }) =>
        names?.type === 'act' ? [names.date] : [],
      )
    for (const [language, text] of texts.filter(([, , expected]) => expected[0]!.includes('60/1')))
      expect([language, read(language, text)[0]]).toEqual([language, '2005-09-16'])
  })

  it('"Ibid." goes on from the work before it', () => {
    const notes = {
      fr: '¹ Nations Unies, Recueil des Traités, vol. 2225, no 39574.\n² Ibid., vol. 2349, no 42146.',
      es: '¹ Naciones Unidas, Treaty Series, vol. 2225, núm. 39574.\n² Ibid., vol. 2349, núm. 42146.',
      ru: '¹ United Nations, Treaty Series, vol. 2225, No. 39574.\n² Ibid., vol. 2349, No. 42146.',
      zh: '¹ 联合国，《条约汇编》，第2225卷，第39574号。\n² 同上，第2349卷，第42146号。',
      ar: '¹ United Nations, Treaty Series, vol. 2225, No. 39574.\n² المرجع نفسه، المجلد 2349، الرقم 42146.',
    } as const
    for (const [language, text] of Object.entries(notes))
      expect([language, ...cites(language as Language, text)]).toEqual([language, 'UNTS 2225 39574', 'UNTS 2349 42146'])
  })

  it.each(citationWords.map((words) => [words.language, words] as const))(
    '%s: every row knows its example',
    (_, words) => {
      const deaf = [...words.bodies, ...words.nouns, ...words.shortForms].filter(
        (row) => !row.example.replaceAll('’', "'").match(row.pattern),
      )
      expect(deaf).toEqual([])
      for (const { name, example } of words.bodies)
        expect(namesIn(example.replaceAll('’', "'"), words, null, []).map(({ actor }) => actor.name)).toEqual([name])
    },
  )
})

const shared = new URL('../../../../../shared/corpus/akn-xml/', import.meta.url)
const there = existsSync(shared)

/** How many of what the English versions cite the version in a language cites too, each as often as in both. */
function agreement(language: Language, kinds: readonly string[]): number {
  const read = (folder: Language, name: string) => {
    const file = new URL(`${folder}/${name}`, shared)
    const result = existsSync(file) ? readAkomaNtoso(readFileSync(file, 'utf8')) : null
    if (!result || !('tree' in result)) return null
    const counted = new Map<string, number>()
    for (const one of citationsOf(outlineOf(result.tree)).citations) {
      const key = one.names && kinds.includes(one.names.type) ? named(one) : null
      if (key) counted.set(key, (counted.get(key) ?? 0) + 1)
    }
    return counted
  }
  let wanted = 0
  let both = 0
  for (const name of readdirSync(new URL('en/', shared)).filter((_, at) => at % 5 === 0)) {
    const english = read('en', name)
    const other = read(language, name)
    if (!english || !other) continue
    for (const [key, times] of english) {
      wanted += times
      both += Math.min(times, other.get(key) ?? 0)
    }
  }
  expect(wanted).toBeGreaterThan(20)
  return both / wanted
}

describe.skipIf(!there)('language versions of one text cite the same (left out where ../shared is not there)', () => {
  it.each(citationWords.map(({ language }) => language))('%s', { timeout: 60_000 }, (language) => {
    expect(agreement(language, ['act'])).toBeGreaterThan(0.95)
    expect(agreement(language, ['document', 'treaty', 'official-records', 'publication'])).toBeGreaterThan(0.95)
  })
})
