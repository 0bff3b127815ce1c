import type { Json, Ledger } from '#modules/ledger'
import { refusalOf } from '#platform/access'
import type { Database } from '#platform/database'
import { storable } from './asking.ts'
import type { Lines } from './lines.ts'
import type { JudgementRefusal, JudgementRequest, Overlap, OverlapPair } from './overlap.ts'
import { judgeOverlap } from './permissions.ts'
import { holdPair, insertJudgement, judgementSeals } from './store-judgements.ts'

/** A note is a few words, not a file. */
export const longestNote = 2000

/** What the act needs. */
export interface Ground {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  /** A pair as it stands, or null. */
  overlap(database: Database, pair: OverlapPair): Promise<Overlap | null>
}

/** The act by which persons say what they find of a possible overlap. */
export function openJudging({ database, now, ledger, overlap }: Ground): Pick<Lines, 'judgeOverlap'> {
  return {
    async judgeOverlap(visitor, request) {
      const notAllowed = refusalOf(visitor, judgeOverlap)
      if (notAllowed) return notAllowed
      if (request.note.length > longestNote) return { refused: 'too-long', limit: longestNote }
      const pair = pairOf(request)
      const refused = await database.transaction().execute(async (transaction): Promise<JudgementRefusal | null> => {
        const found = (await holdPair(transaction, pair)) ? await overlap(transaction, pair) : null
        if (!found) return { refused: 'no-such-pair' }
        const { kind } = request
        if (kind === 'withdrawn' && found.judgement === null) return { refused: 'nothing-to-withdraw' }
        const note = request.note.trim().replaceAll('\u0000', '\uFFFD')
        const key = await insertJudgement(transaction, pair, { kind, note, by: visitor.doer, at: now() })
        const [sealed] = await judgementSeals(transaction, key)
        const data: Json = {
          judgement: Number(key),
          kind,
          other: found.older.mandate,
          judgementSeal: sealed?.seal ?? '',
        }
        await ledger.append(transaction, {
          who: visitor.doer,
          act: judgeOverlap.act,
          on: `mandate:${found.newer.mandate}`,
          data,
        })
        return null
      })
      if (refused) return refused
      const judged = await overlap(database, pair)
      return judged ? { overlap: judged } : { refused: 'no-such-pair' }
    },
  }
}

function pairOf({ pair: { newer, older } }: JudgementRequest): OverlapPair {
  const storableKey = ({ document, n }: OverlapPair['newer']) => ({ document: storable(document), n })
  return { newer: storableKey(newer), older: storableKey(older) }
}
