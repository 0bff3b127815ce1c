import { type Column, type Table, tableOf } from '#platform/tables'
import { wordsIn } from '#platform/words'
import type { Coverage } from '../finding.ts'

const speak = wordsIn(new URL('./messages/', import.meta.url))

type Member = Coverage['groups'][number]['members'][number]

interface Row {
  readonly group: string
  readonly invitation: number
  readonly actor: string | null
  readonly name: string
  readonly state: Member['state']
  readonly address: string | null
}

/** Who was asked and what stands of each, as a table. Names of columns are the same in every language. */
export function coverageTable(call: string, { groups }: Coverage, language: string, origin: string): Table {
  const say = speak(language)
  const columns: readonly Column<Row>[] = [
    { key: 'call', title: say('coverage.column.call'), value: () => call, width: 12 },
    {
      key: 'group',
      title: say('coverage.column.group'),
      value: ({ group }) => say(`coverage.group.${group}`),
      width: 32,
    },
    { key: 'invitation', title: say('coverage.column.invitation'), value: ({ invitation }) => invitation, width: 10 },
    { key: 'actor', title: say('coverage.column.actor'), value: ({ actor }) => actor, width: 10 },
    { key: 'name', title: say('coverage.column.name'), value: ({ name }) => name, width: 40 },
    { key: 'state', title: say('coverage.column.code'), value: ({ state }) => state, width: 16 },
    {
      key: 'told',
      title: say('coverage.column.state'),
      value: ({ state }) => say(`coverage.state.${state}`),
      width: 28,
    },
    {
      key: 'address',
      title: say('coverage.column.address'),
      value: ({ address }) => (address === null ? null : `${origin}${address}`),
      width: 50,
    },
  ]
  const rows = groups.flatMap(({ group, members }) => members.map((member) => ({ group, ...member })))
  return tableOf(`coverage-${call}`, columns, rows)
}
