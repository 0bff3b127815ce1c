/** A line of the peer's result; `leftBest` and `rightBest` are hints and no alignment. */
export interface PeerLine {
  readonly left: string | null
  readonly right: string | null
}

export type PeerDiff = (old: string[], neu: string[]) => { readonly items: readonly PeerLine[] }

export const peerFrom = async (address: string): Promise<PeerDiff> =>
  ((await import(address)) as { readonly diff: PeerDiff }).diff
