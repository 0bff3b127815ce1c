import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Actor, RegionalGroup } from './actor.ts'

const groups: readonly string[] = [
  'africa',
  'asia-pacific',
  'eastern-europe',
  'latin-america-caribbean',
  'western-europe-others',
] satisfies RegionalGroup[]

/** The actors that ship with the program, read from the reviewed files in `data/`. A row that breaks the rules throws. */
export function shippedActors(): readonly Actor[] {
  const listed = ['bodies', 'entities', 'organizations', 'groups'].flatMap((file): Actor[] =>
    JSON.parse(textOf(`${file}.json`)).map((row: Partial<Actor>) => ({
      group: null,
      codes: null,
      covers: null,
      ...row,
    })),
  )
  return [...listed, ...states()]
}

function textOf(file: string): string {
  return readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')
}

function states(): readonly Actor[] {
  const rows: Record<string, string>[] = parse(textOf('states.csv'), { columns: true, skip_empty_lines: true })
  return rows.map((row) => {
    const { alpha2, alpha3, m49, group, formal_en, aliases } = row
    const { ar, zh, en, fr, ru, es } = row
    if (!alpha2 || !alpha3 || !m49 || !groups.includes(group ?? '') || !ar || !zh || !en || !fr || !ru || !es) {
      throw new Error(`states.csv: ${JSON.stringify(row)}`)
    }
    return {
      id: alpha2.toLowerCase(),
      kind: 'state',
      name: { ar, zh, en, fr, ru, es },
      short: null,
      aliases: [formal_en ?? '', ...(aliases ?? '').split('|')].filter((alias) => alias !== ''),
      group: group as RegionalGroup,
      codes: { alpha3, m49 },
      partOf: null,
      covers: null,
    }
  })
}
