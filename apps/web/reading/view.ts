import {
  type Citation,
  type Cited,
  type Clause,
  checkDraft,
  citationsOf,
  type DocumentTree,
  type Finding,
  type FootnoteAnchor,
  type ItemKind,
  type Note,
  type ObligationReading,
  type Outline,
  type OutlineTable,
  outlineOf,
  readMandates,
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
  /** What the organ does in saying it, clause by clause. */
  readonly clauses: readonly Clause[]
  readonly table: OutlineTable | null
}

export interface ShownUnit {
  readonly id: string
  readonly type: UnitType
  readonly title: string | null
  readonly organ: string | null
  readonly pieces: readonly ShownPiece[]
}

/** A finding with the words it is about. */
export interface ShownFinding extends Finding {
  readonly quoted: string
}

/** The reading of one text as the page shows it. JSON-able, since it comes from a worker. */
export interface ShownReading {
  readonly language: Outline['language']
  readonly units: readonly ShownUnit[]
  readonly notes: readonly Note[]
  /** What a desk officer would tell the drafter; null where no resolution or decision is in the text. */
  readonly findings: readonly ShownFinding[] | null
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

const longestQuote = 160

function findingsIn(outline: Outline): readonly ShownFinding[] | null {
  if (outline.units.every(({ type }) => type === 'report' || type === 'other')) return null
  const texts = new Map(
    outline.units.flatMap(({ id, items }) => items.map(({ line, text }) => [`${id} ${line}`, text] as const)),
  )
  return checkDraft(outline).map((finding) => {
    const { unit, line, start, end } = finding.place
    const quoted = (texts.get(`${unit} ${line}`) ?? '').slice(start, end)
    return { ...finding, quoted: quoted.length > longestQuote ? `${quoted.slice(0, longestQuote)}…` : quoted }
  })
}

/**
 * Reads a tree whole: acts asked for, citations, notes and the draft check. Pure; takes some seconds for a megabyte, and
 * says before each part which it is.
 */
export function readingOf(tree: DocumentTree, begin: (part: 'acts' | 'citations' | 'check') => void): ShownReading {
  const outline = outlineOf(tree)
  begin('acts')
  const mandates = readMandates(outline)
  begin('citations')
  const { citations, notes } = citationsOf(outline)
  begin('check')
  const findings = findingsIn(outline)
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
        clauses: reading?.clauses ?? [],
        table: item.kind === 'table' ? (unit.tables[tables++] ?? null) : null,
      }
    })
    return { id: unit.id, type: unit.type, title: unit.title, organ: unit.organ, pieces }
  })
  return {
    language: outline.language,
    units,
    notes: [...outline.notes, ...notes],
    findings,
    counts: {
      paragraphs: units.reduce((sum, { pieces }) => sum + pieces.filter(({ path }) => path !== null).length, 0),
      obligations: mandates.reduce((sum, { obligations }) => sum + obligations.length, 0),
      citations: citations.length,
    },
  }
}
