/** What a text rests on and what rests on it: every citation of a standing text, with its place. */
export type Citations = Readonly<Record<never, never>>
