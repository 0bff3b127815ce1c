import { readFileSync } from 'node:fs'
import { outlineOf, readText } from '@resolute/reader'
import { describe, expect, test } from 'vitest'
import type { Obligation } from '#modules/mandates'
import { directoryOf, shippedActors } from '#modules/parties'
import { agendasOf } from './agenda.ts'
import { documentationOf } from './documentation.ts'
import { openSlotRules, readListedTitle, titleRules } from './listed-title.ts'
import { nearnessIn } from './nearness.ts'
import { calendar, register } from './testing/sample-register.ts'
import { inEnglish } from './words.ts'

const outline = outlineOf(
  readText(readFileSync(new URL('../../samples/E-2011-30-chapter-I.txt', import.meta.url), 'utf8')),
)
const agendas = agendasOf('E/2011/30', outline.units, calendar)
const agenda = agendas.find(({ session }) => session.body === 'CCPCJ' && session.number === 21) ?? null

describe('the agenda that draft decision I sets out', () => {
  test('is the only one of a session, and whose it is', () => {
    expect(agendas.map(({ unit, session }) => [unit, session])).toEqual([
      ['C/Draft decision I', { body: 'CCPCJ', number: 21 }],
    ])
  })

  test('has eleven items, and twenty-two documents under seven of them', () => {
    expect(agenda?.items.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'])
    const counts = Map.groupBy(agenda?.documents ?? [], ({ item }) => item)
    expect([...counts].map(([item, { length }]) => [item, length])).toEqual([
      ['2', 1],
      ['3', 6],
      ['4', 1],
      ['5', 7],
      ['6', 5],
      ['7', 1],
      ['8', 3],
    ])
  })
})

const directory = directoryOf(shippedActors())
const session = calendar.session('CCPCJ', 21)!
const duties = register.flatMap(({ mandate, obligations }) =>
  obligations
    .filter((o) => o.kind === 'report' && o.dues.some((due) => due.state === 'dated' && due.session === 21))
    .map((obligation) => ({ mandate, obligation })),
)
const facts = {
  session,
  deadlines: calendar.deadlines('CCPCJ', 21),
  agenda,
  duties,
  texts: outline.units.flatMap((unit) => unit.items.map((item) => item.text)),
  nearness: nearnessIn(directory),
  nameOf: ({ actorName }: Obligation) => directory.find(actorName)?.name.en ?? actorName,
}

describe('the documentation of the twenty-first session beside the list of draft decision I', () => {
  const { entries, list } = documentationOf(facts, inEnglish)
  const resting = (on: string) => entries.filter(({ restsOn }) => restsOn === on)

  test('finds every document that rests on a paragraph of the texts, and no other', () => {
    expect(list?.unit).toBe('C/Draft decision I')
    expect(
      resting('paragraph').map(({ agendaItem, title, source }) => [
        agendaItem,
        title,
        `${source?.unit} ${source?.path}`,
      ]),
    ).toEqual([
      [
        '3',
        'Report by the Secretariat on progress made in the implementation of the integrated regional and thematic programme approach',
        'B/Draft resolution II 15',
      ],
      ['3', 'Report by the Secretariat on the implementation of resolutions', 'D/Resolution 20/1 21(f)'],
      [
        '5',
        'Report of the Secretary-General on the implementation of the United Nations Global Plan of Action to Combat Trafficking in Persons',
        'D/Resolution 20/3 12',
      ],
      [
        '6',
        'Note by the Secretariat on patterns, forms and flows of trafficking in persons at all levels',
        'D/Resolution 20/3 10',
      ],
      [
        '7',
        'Report of the Secretary-General on the follow-up to the Twelfth United Nations Congress on Crime Prevention and Criminal Justice and preparations for the Thirteenth United Nations Congress on Crime Prevention and Criminal Justice',
        'A/Draft resolution I 4',
      ],
    ])
  })

  test('names the places kept free', () => {
    expect(resting('open-slot').map(({ title }) => title)).toEqual([
      'Other reports of the Secretary-General or Executive Director in accordance with mandates',
      'Note by the Secretariat (as required)',
      'Other report of the Secretary-General or Executive Director in accordance with mandates',
    ])
  })

  test('names the others as resting on earlier mandates', () => {
    expect(resting('earlier-mandate')).toHaveLength(16)
    expect(resting('earlier-mandate').every(({ source }) => source === null)).toBe(true)
  })

  test('derives nothing beyond the list, since the list holds all that is due', () => {
    expect(entries.filter(({ listed }) => !listed)).toEqual([])
  })

  test('without the duty, its document is said to rest on an earlier mandate', () => {
    const fewer = documentationOf(
      { ...facts, duties: duties.filter(({ mandate }) => mandate.path !== '12') },
      inEnglish,
    )
    const plan = fewer.entries.find(({ title }) => title.includes('Global Plan of Action'))
    expect(plan).toMatchObject({ restsOn: 'earlier-mandate', source: null })
    expect(fewer.entries.filter(({ restsOn }) => restsOn === 'paragraph')).toHaveLength(4)
  })

  test('without a list, each duty gives one document', () => {
    const derived = documentationOf({ ...facts, agenda: null }, inEnglish)
    expect(derived.list).toBeNull()
    expect(derived.entries).toHaveLength(5)
    expect(derived.entries.map(({ title }) => title)).toEqual([
      'Report of the Secretary-General on the suggestions made by Member States',
      'Report of the United Nations Office on Drugs and Crime on progress made in such implementation (Draft resolution II (sect. B), para. 15)',
      'Report of the Secretariat on the implementation of resolutions',
      'Report of the United Nations Office on Drugs and Crime on patterns, forms and flows of trafficking in persons at all levels',
      'Report of the Secretary-General on the implementation of resolution 20/3',
    ])
  })
})

describe('titles of a list', () => {
  test.each([...openSlotRules])('open: $id', ({ example }) => expect(readListedTitle(example).open).toBe(true))
  test.each([...titleRules])('$id', ({ genre, example, pattern }) => {
    expect(example).toMatch(pattern)
    expect(readListedTitle(example)).toMatchObject({ genre, open: false })
  })
  test('what no rule fits keeps its title', () => {
    expect(readListedTitle('Provisional agenda and annotations')).toEqual({
      title: 'Provisional agenda and annotations',
      genre: 'other',
      by: null,
      subject: 'Provisional agenda and annotations',
      open: false,
    })
  })
})
