/** Search over paragraphs, titles, symbols and actors, in six languages. */
export type Search = Readonly<Record<never, never>>
