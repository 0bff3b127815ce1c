import { comesBefore, type Rank } from './cursor.ts'
import type { Found } from './matching.ts'
import type { Segment } from './opened.ts'
import { Matcher, mostMatch, type Ranked, step } from './ranking.ts'
import type { HitOrder } from './search.ts'

/** A hit before its text is fetched. */
export interface Chosen {
  readonly segment: Segment
  readonly paragraph: number
  readonly rank: Rank
}

/** The first hits of all that are offered, and no more than that is ever looked at closely. */
export class Choice {
  readonly #order: HitOrder
  readonly #after: Rank | null
  readonly #size: number
  readonly #chosen: Chosen[] = []
  constructor(order: HitOrder, after: Rank | null, size: number) {
    this.#order = order
    this.#after = after
    this.#size = size
  }

  get chosen(): readonly Chosen[] {
    return this.#chosen
  }

  /** Takes paragraphs in the order of the segment, which is about that of their worth: the rest is not looked at. */
  offer(segment: Segment, found: Found, ranked: readonly Ranked[]): void {
    const { columns, worth, bounds } = segment
    const matcher = new Matcher(ranked)
    for (const paragraph of found) {
      const full = this.#chosen.length === this.#size
      const worst = full ? this.#chosen.at(-1)!.rank : null
      let score = 0
      if (this.#order === 'best') {
        if (worst !== null) {
          if (bounds[(paragraph / step) | 0]! + mostMatch < worst[0]) return
          if (worth[paragraph]! + matcher.most(columns.length[paragraph]!) < worst[0]) continue
        }
        const least = worst === null ? 0 : worst[0] - worth[paragraph]!
        const match = matcher.of(paragraph, columns.length[paragraph]!, least)
        if (match < least) continue
        score = worth[paragraph]! + match
      } else if (worst !== null && columns.day[paragraph]! < worst[1]) continue
      const entry = segment.holds.documents[columns.document[paragraph]!]!.entry
      this.#put({ segment, paragraph, rank: [score, columns.day[paragraph]!, entry, columns.n[paragraph]!] })
    }
  }

  #put(hit: Chosen): void {
    if (this.#after !== null && !comesBefore(this.#after, hit.rank)) return
    let at = this.#chosen.length
    while (at > 0 && comesBefore(hit.rank, this.#chosen[at - 1]!.rank)) at--
    if (at === this.#size) return
    this.#chosen.splice(at, 0, hit)
    if (this.#chosen.length > this.#size) this.#chosen.pop()
  }
}
