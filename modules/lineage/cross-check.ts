import type { CrossCheck, CrossFault } from '#modules/ledger'
import english from './messages/en.json' with { type: 'json' }
import { judgeOverlap } from './permissions.ts'
import { judgementSeals } from './store-judgements.ts'

/** What persons said of possible overlaps is what the ledger says they said. All else here is derived. */
export const crossCheck: CrossCheck = {
  messages: english,
  async *faults(database, ledger): AsyncGenerator<CrossFault> {
    const kept = new Map((await judgementSeals(database)).map(({ key, seal }) => [key, seal]))
    const known = new Set<string>()
    for await (const { on, data } of ledger.stream({ act: judgeOverlap.act })) {
      const { judgement = 0, judgementSeal } = (data ?? {}) as { judgement?: number; judgementSeal?: string }
      const facts = { judgement, mandate: on.slice('mandate:'.length) }
      const key = String(judgement)
      known.add(key)
      if (!kept.has(key)) yield { module: 'lineage', code: 'judgement-missing', facts }
      else if (kept.get(key) !== judgementSeal) yield { module: 'lineage', code: 'judgement-changed', facts }
    }
    for (const key of kept.keys()) {
      if (!known.has(key)) yield { module: 'lineage', code: 'judgement-unknown', facts: { judgement: Number(key) } }
    }
  },
}
