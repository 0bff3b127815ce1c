import { expect, test } from 'vitest'
import { languages } from '../languages.ts'
import { phrasesOf } from './index.ts'
import { openingOf } from './opening.ts'
import type { PhraseRow } from './phrase.ts'

for (const language of languages) {
  const phrases = phrasesOf(language)
  const tables: Readonly<Record<string, readonly PhraseRow[]>> = {
    unknown: phrases.openings.unknown,
    organs: phrases.organs,
    units: phrases.units,
    numbers: phrases.numbers,
    conclusions: phrases.conclusions,
    meetings: phrases.meetings,
    votes: phrases.votes.lines,
    sides: phrases.votes.sides,
    statements: phrases.statements,
    adoptions: phrases.adoptions,
    annexes: phrases.annexes,
    articles: phrases.articles,
    agendas: phrases.agendas,
    agendaHeadings: phrases.agendaHeadings,
    chapters: phrases.chapters,
    decisions: phrases.decisions,
    drafts: phrases.drafts,
  }

  test(`every phrase row knows its own example: ${language}`, () => {
    const deaf = Object.values(tables)
      .flat()
      .filter((row) => !row.pattern.test(row.example))
    expect(deaf.map(({ id, example }) => `${id}: ${example}`)).toEqual([])
  })

  test(`every verb row opens its own example: ${language}`, () => {
    const deaf = phrases.openings.verbs.filter((row) => {
      const opening = openingOf(row.example, phrases.openings, { prefer: row.part, known: true })
      return opening?.part !== row.part || opening.opening === ''
    })
    expect(deaf.map(({ id, example }) => `${id}: ${example}`)).toEqual([])
  })

  test(`ids are unique: ${language}`, () => {
    const ids = [...Object.values(tables).flat(), ...phrases.openings.verbs].map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  test(`all tables are filled: ${language}`, () => {
    const empty = Object.entries(tables).filter(([name, rows]) => rows.length === 0 && name !== 'unknown')
    expect(empty.map(([name]) => name)).toEqual([])
    expect(phrases.openings.verbs.length).toBeGreaterThan(100)
  })
}
