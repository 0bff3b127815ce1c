import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Clause, ParagraphInput } from './clause.ts'
import { readClauses } from './read-clauses.ts'

/** Readings by persons, as `resolute readings export` writes them (README, "Cases"). */
const folder = new URL('../../cases/', import.meta.url)

type Case = ParagraphInput & { readonly id: string; readonly clauses: readonly Clause[] }

const casesIn = (file: string): readonly Case[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case)

/** All a reading by hand says of a clause but where exactly its act ends and what a report is on: habit decides those. */
const said = ({ verb, verbStart, inherited, force, addressees, conditions, due, reporting }: Clause) => ({
  ...{ verb, verbStart, inherited, force },
  addressees: addressees.map(({ asWritten, implied, name, class: group }) => ({
    asWritten,
    implied,
    name,
    class: group,
  })),
  conditions: conditions.map(({ asWritten, class: group }) => ({ asWritten, class: group })),
  due: { asWritten: due.asWritten, kind: due.kind, body: due.body, session: due.session, date: due.date },
  reporting: { is_report: reporting.is_report, to_whom: reporting.to_whom },
})

/** The act by its first word. */
const opening = ({ action }: Clause): string => action.split(' ')[0] ?? ''

for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl'))) {
  describe(`readings by persons in ${file}`, () => {
    it.each(casesIn(file).map((one) => [one.id, one] as const))('%s is read as the person read it', (_id, one) => {
      const { clauses, ...paragraph } = one
      const read = readClauses(paragraph)
      expect(read.map(said)).toEqual(clauses.map(said))
      expect(read.map(opening)).toEqual(clauses.map(opening))
    })
  })
}
