/** How far an import is. */
export interface Progress {
  readonly done: number
  /** How many texts there are, where each file is one. */
  readonly of: number | null
  /** Share of the bytes on the disk that was read, 0 to 1. */
  readonly share: number
  /** Texts a second. */
  readonly rate: number
  /** Seconds left at the pace so far; null before that can be said. */
  readonly left: number | null
}

/** What has to be known to say how far an import is. */
export interface Pace {
  readonly done: number
  readonly of: number | null
  readonly bytes: number
  readonly ofBytes: number
  readonly seconds: number
}

/** Archives tell how many texts they hold only at their end: bytes tell how far it is then. */
export function progressOf({ done, of, bytes, ofBytes, seconds }: Pace): Progress {
  const share = of === null ? (ofBytes > 0 ? Math.min(1, bytes / ofBytes) : 1) : of > 0 ? done / of : 1
  const left = seconds >= 2 && share > 0 ? Math.round((seconds * (1 - share)) / share) : null
  return { done, of, share, rate: seconds > 0 ? done / seconds : 0, left }
}
