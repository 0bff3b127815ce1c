import { languages } from '@resolute/reader'
import { type Cell, type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import type { Actor } from './actor.ts'
import english from './messages/en.json' with { type: 'json' }
import type { HeldGrant, Person } from './person.ts'

const say = speakFrom([english])

const column = (key: string, value: (actor: Actor) => Cell, width = 16): Column<Actor> => ({
  key,
  title: say(`parties.column.${key}`),
  value,
  width,
})

/** The directory as a table for CSV and XLSX: one row per actor, its name in each of the six languages. */
export function actorsTable(actors: readonly Actor[]): Table {
  return tableOf(
    'actors',
    [
      column('id', (actor) => actor.id),
      column('kind', (actor) => actor.kind),
      column('short', (actor) => actor.short),
      column('group', (actor) => actor.group, 24),
      column('alpha3', (actor) => actor.codes?.alpha3 ?? null, 8),
      column('m49', (actor) => actor.codes?.m49 ?? null, 8),
      column('partOf', (actor) => actor.partOf),
      ...languages.map((language) => column(`name_${language}`, (actor) => actor.name[language] ?? null, 40)),
    ],
    actors,
  )
}

interface PersonRow {
  readonly person: Person
  readonly grant: HeldGrant | null
}

/** People for the terminal: one row per role, so that each has its id. */
export function peopleTable(people: readonly Person[]): Table {
  const rows = people.flatMap((person): PersonRow[] =>
    person.grants.length === 0 ? [{ person, grant: null }] : person.grants.map((grant) => ({ person, grant })),
  )
  const titled = (key: string, width: number, value: (row: PersonRow) => Cell) => ({
    key,
    title: say(`parties.column.${key}`),
    value,
    width,
  })
  return tableOf(
    'people',
    [
      titled('person', 6, ({ person }) => person.id),
      titled('name', 30, ({ person }) => person.name),
      titled('email', 36, ({ person }) => person.email),
      titled('grant', 6, ({ grant }) => grant?.id ?? null),
      titled('role', 14, ({ person, grant }) => grant?.role ?? (person.closedAt === null ? null : 'closed')),
      titled('actor', 12, ({ grant }) => grant?.actor ?? null),
      titled('unit', 24, ({ grant }) => grant?.unit ?? null),
      titled('until', 10, ({ grant }) => grant?.until?.slice(0, 10) ?? null),
    ],
    rows,
  )
}
