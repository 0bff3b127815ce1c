import type { CrossCheck, CrossFault } from '#modules/ledger'
import type { Transaction } from '#platform/database'
import english from './messages/en.json' with { type: 'json' }
import { permissions } from './permissions.ts'
import { reReadAct } from './registering.ts'
import { countsByVersion } from './store-counts.ts'
import { personSealsOf, sealsOf } from './store-seals.ts'

/** What an entry tells of a version's mandates, and of a decision where it is one. */
interface Told {
  readonly document?: string
  readonly version?: number
  readonly mandates?: number
  readonly obligations?: number
  /** An entry written before there were seals has none to compare. */
  readonly mandatesSeal?: string
  readonly reading?: number
  readonly readingSeal?: string
}

interface LastTold extends Told {
  readonly seq: number
  readonly document: string
  readonly version: number
}

const decisions = permissions.map(({ act }) => act)

/**
 * Every version has as many mandates and obligations as the last entry about it says, and they are the same ones; and
 * what persons decided is what the ledger says they decided.
 */
export const crossCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger): AsyncGenerator<CrossFault> {
    const last = new Map<string, LastTold>()
    const decided = new Map<string, Told>()
    for (const act of ['documents.import-text', reReadAct, ...decisions]) {
      for await (const { seq, on, data } of ledger.stream({ act })) {
        const told = (data ?? {}) as Told
        const document = told.document ?? on.slice('document:'.length)
        const version = told.version ?? 0
        const key = `${document} ${version}`
        if ((last.get(key)?.seq ?? 0) < seq) last.set(key, { ...told, seq, document, version })
        if (told.reading !== undefined) decided.set(String(told.reading), { ...told, document })
      }
    }
    yield* faultsOfVersions(database, last)
    yield* faultsOfDecisions(database, decided)
  },
}

async function* faultsOfVersions(
  database: Transaction,
  last: ReadonlyMap<string, LastTold>,
): AsyncGenerator<CrossFault> {
  const counts = new Map((await countsByVersion(database)).map((row) => [`${row.document} ${row.version}`, row]))
  const seals = new Map((await sealsOf(database)).map((row) => [`${row.document} ${row.version}`, row.seal]))
  for (const [key, { document, version, mandatesSeal, ...told }] of last) {
    const { mandates, obligations } = counts.get(key) ?? { mandates: 0, obligations: 0 }
    for (const [code, expected, found] of [
      ['mandates-missing', told.mandates ?? 0, mandates],
      ['obligations-missing', told.obligations ?? 0, obligations],
    ] as const) {
      if (expected !== found) yield { module: 'mandates', code, facts: { document, version, expected, found } }
    }
    const isWhole = told.mandates === mandates && told.obligations === obligations
    if (isWhole && mandatesSeal !== undefined && mandatesSeal !== (seals.get(key) ?? '')) {
      yield { module: 'mandates', code: 'changed', facts: { document, version } }
    }
  }
}

async function* faultsOfDecisions(
  database: Transaction,
  decided: ReadonlyMap<string, Told>,
): AsyncGenerator<CrossFault> {
  const kept = new Map((await personSealsOf(database)).map(({ key, seal }) => [key, seal]))
  for (const [key, { document = '', readingSeal }] of decided) {
    const facts = { reading: Number(key), document }
    if (!kept.has(key)) yield { module: 'mandates', code: 'decision-missing', facts }
    else if (kept.get(key) !== readingSeal) yield { module: 'mandates', code: 'decision-changed', facts }
  }
  for (const key of kept.keys()) {
    if (!decided.has(key)) yield { module: 'mandates', code: 'decision-unknown', facts: { reading: Number(key) } }
  }
}
