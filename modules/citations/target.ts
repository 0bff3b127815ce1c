import { type Cited, type CitedAct, type Citation as Read, treatyNamed, yearOfAct } from '@resolute/reader'
import type { CitedKind } from './citation.ts'
import { bodyOf, keyOf, yearOf } from './naming.ts'

/** What a citation names, by what it is called. */
export interface Named {
  readonly kind: CitedKind
  readonly key: string | null
  readonly label: string
  readonly act: 'resolution' | 'decision' | null
  readonly number: string | null
  readonly body: string | null
  readonly year: number | null
}

/** The key of an act: that of its symbol where its body has a series, else body and number. The two kinds are kept apart. */
export function keyOfAct({ act, body, number, symbol }: CitedAct): string | null {
  if (body === null) return null
  if (symbol !== null) return keyOf(symbol)
  return `${body} ${act} ${number}`.slice(0, 400)
}

const none = { act: null, number: null }

const symbolNamed = (kind: CitedKind, symbol: string): Named => ({
  kind,
  key: keyOf(symbol),
  label: symbol,
  ...none,
  body: bodyOf(symbol),
  year: yearOf(symbol),
})

function actNamed(names: CitedAct): Named {
  const { act, body, number, symbol } = names
  const key = keyOfAct(names)
  return {
    kind: key === null ? 'unsettled' : 'act',
    key,
    label: symbol ?? [body, act, number].filter((part) => part !== null).join(' '),
    act,
    number,
    body,
    year: names.date ? Number(names.date.slice(0, 4)) : ((symbol ? yearOf(symbol) : null) ?? yearOfAct(names)),
  }
}

/** A volume and a number together name a treaty; where one number has several volumes, each names an instrument. */
function treatiesNamed(series: string, volumes: readonly string[], numbers: readonly string[]): readonly Named[] {
  const pairs =
    numbers.length > 1
      ? numbers.map((number, i) => [volumes[volumes.length === numbers.length ? i : 0] ?? '', number] as const)
      : volumes.map((volume) => [volume, numbers[0] ?? ''] as const)
  return pairs.map(([volume, number]) => {
    const said = `${series} ${volume}${number === '' ? '' : `, No. ${number}`}`
    const known = treatyNamed(volume, number)
    const key = `${series} ${volume} ${number}`.trim()
    return { kind: 'treaty', key, label: known?.name ?? said, ...none, body: null, year: known?.year ?? null }
  })
}

/**
 * What a citation names, as parts that each have one or more names; empty where it names no text: a body, or a place in
 * the same text. Words that say too little, such as an "Ibid." with nothing before it, give one part without a key.
 */
export function partsNamed({ names, asWritten, ibid }: Read): readonly (readonly Named[])[] {
  if (names === null) {
    return ibid ? [[{ kind: 'unsettled', key: null, label: clipped(asWritten), ...none, body: null, year: null }]] : []
  }
  return partsOf(names, asWritten)
}

function partsOf(names: Cited, asWritten: string): readonly (readonly Named[])[] {
  switch (names.type) {
    case 'act':
      return [[actNamed(names)]]
    case 'document':
      return [names.symbols.map((symbol) => symbolNamed('document', symbol))]
    case 'official-records': {
      const { body, session, supplement, symbols } = names
      if (symbols.length > 0) return [symbols.map((symbol) => symbolNamed('official-records', symbol))]
      const year = /^(?:19|20)\d\d$/.test(session ?? '') ? Number(session) : null
      const key = ['Official Records', body, session ?? '', supplement ?? ''].join(' | ').slice(0, 400)
      return [[{ kind: 'official-records', key, label: clipped(asWritten), ...none, body, year }]]
    }
    case 'treaty':
      return treatiesNamed(names.series, names.volumes, names.numbers).map((one) => [one])
    case 'publication': {
      // the letter in front is the language of the copy
      const number = names.number.replace(/^[ACEFRS]\./, '')
      const two = Number(number.slice(0, 2))
      const year = two < 45 ? 2000 + two : 1900 + two
      return [
        [
          {
            kind: 'publication',
            key: `Sales No. ${number}`,
            label: `Sales No. ${names.number}`,
            ...none,
            body: null,
            year,
          },
        ],
      ]
    }
    case 'body':
    case 'paragraphs':
      return []
  }
}

/** Words longer than this are cut: their place says where the rest is. */
const mostWords = 300

/** Whole characters only, so that no half of one is kept. */
export const clipped = (words: string): string =>
  words.length <= mostWords ? words : words.slice(0, mostWords).replace(/[\uD800-\uDBFF]$/, '')
