import {
  type Citation,
  type Cited,
  citationsOf,
  type FootnoteAnchor,
  type ItemKind,
  type Note,
  type ObligationReading,
  type Outline,
  type OutlineTable,
  outlineOf,
  readMandates,
  readText,
  type UnitType,
} from '@resolute/reader'

/** What a citation names, in a line. */
export interface ShownCitation {
  readonly asWritten: string
  /** Null where the text does not say enough. */
  readonly names: string | null
  readonly locator: string | null
  readonly ibid: boolean
}

/** One piece of a text with all that was read in it. */
export interface ShownPiece {
  readonly kind: ItemKind
  readonly line: number
  readonly number: string | null
  readonly path: string | null
  readonly level: number
  readonly text: string
  readonly anchors: readonly FootnoteAnchor[]
  readonly opening: string | null
  readonly citations: readonly ShownCitation[]
  readonly obligations: readonly ObligationReading[]
  /** How a paragraph that asks nobody speaks: the force of its first clause. */
  readonly force: string | null
  readonly table: OutlineTable | null
}

export interface ShownUnit {
  readonly id: string
  readonly type: UnitType
  readonly title: string | null
  readonly organ: string | null
  readonly pieces: readonly ShownPiece[]
}

/** The reading of one text as the page shows it. JSON-able, since it comes from a worker. */
export interface ShownReading {
  readonly language: Outline['language']
  readonly units: readonly ShownUnit[]
  readonly notes: readonly Note[]
  readonly counts: {
    readonly paragraphs: number
    readonly obligations: number
    readonly citations: number
  }
}

function named(cited: Cited): string {
  switch (cited.type) {
    case 'act':
      return cited.key ?? cited.number
    case 'document':
      return cited.symbols.join(', ')
    case 'treaty':
      return [cited.instruments.join(', '), `${cited.series} ${cited.volumes.join(', ')}`, cited.numbers.join(', ')]
        .filter((part) => part !== '')
        .join(' · ')
    case 'official-records':
      return [cited.body, cited.session, cited.supplement, cited.symbols.join(', ')].filter((part) => part).join(' · ')
    case 'publication':
      return cited.number
    case 'body':
      return cited.name
    case 'paragraphs':
      return [cited.unit, cited.paths.join(', ')].filter((part) => part !== '').join(' · ')
    default:
      return cited satisfies never
  }
}

const shown = ({ asWritten, names, locator, ibid }: Citation): ShownCitation => ({
  asWritten,
  names: names && named(names),
  locator,
  ibid,
})

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** Reads a text whole: structure, acts asked for, citations and notes. Pure; takes some seconds for a megabyte. */
export function readingOf(text: string): ShownReading {
  const outline = outlineOf(readText(text))
  const { citations, notes } = citationsOf(outline)
  const mandates = readMandates(outline)
  const cited = grouped(citations, ({ place }) => `${place.unit} ${place.item}`)
  const read = grouped(mandates, ({ unit, line }) => `${unit} ${line}`)
  const units = outline.units.map((unit): ShownUnit => {
    let tables = 0
    const pieces = unit.items.map((item, at): ShownPiece => {
      const reading = read.get(`${unit.id} ${item.line}`)?.find((one) => one.text === item.text)
      return {
        kind: item.kind,
        line: item.line,
        number: item.number,
        path: item.path,
        level: item.level,
        text: item.text,
        anchors: item.anchors,
        opening: item.opening,
        citations: (cited.get(`${unit.id} ${at}`) ?? []).map(shown),
        obligations: reading?.obligations ?? [],
        force: reading?.clauses[0]?.force ?? null,
        table: item.kind === 'table' ? (unit.tables[tables++] ?? null) : null,
      }
    })
    return { id: unit.id, type: unit.type, title: unit.title, organ: unit.organ, pieces }
  })
  return {
    language: outline.language,
    units,
    notes: [...outline.notes, ...notes],
    counts: {
      paragraphs: units.reduce((sum, { pieces }) => sum + pieces.filter(({ path }) => path !== null).length, 0),
      obligations: mandates.reduce((sum, { obligations }) => sum + obligations.length, 0),
      citations: citations.length,
    },
  }
}
