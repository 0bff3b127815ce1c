import { languages } from '@resolute/reader'
import { type Cell, type Column, type Table, tableOf } from '#platform/tables'
import { speakFrom } from '#platform/words'
import type { Actor } from './actor.ts'
import english from './messages/en.json' with { type: 'json' }

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
