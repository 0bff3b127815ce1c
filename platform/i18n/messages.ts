/** Messages of one language by id, in ICU syntax: `register.count` -> `{count, plural, one {# paragraph} other {# paragraphs}}`. */
export type Messages = Readonly<Record<string, string>>

/** Message files nest by part of the id, so that they read well: `{ register: { count: '...' } }`. */
export interface NestedMessages {
  readonly [part: string]: string | NestedMessages
}

/** Joins the parts of nested ids with dots. */
export function flatten(nested: NestedMessages, prefix = ''): Messages {
  return Object.fromEntries(
    Object.entries(nested).flatMap(([part, value]) =>
      typeof value === 'string' ? [[prefix + part, value]] : Object.entries(flatten(value, `${prefix}${part}.`)),
    ),
  )
}
