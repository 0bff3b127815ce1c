import type { Language } from '@resolute/reader'
import type { FindRequest, HitKind } from './request.ts'
import type { SearchAsked } from './saved.ts'

/** The facets that stand in the address of a search, in the order they are shown. */
export const facetNames = ['body', 'year', 'kind', 'language', 'actor', 'document'] as const
export type FacetName = (typeof facetNames)[number]

const languages: readonly Language[] = ['ar', 'zh', 'en', 'fr', 'ru', 'es']

const kinds: readonly HitKind[] = [
  'frontmatter',
  'title',
  'organ',
  'preambular',
  'operative',
  'subparagraph',
  'heading',
  'agenda',
  'table',
  'footnote',
  'annex',
  'backmatter',
]

const oneOf = <T extends string>(value: string | null, allowed: readonly T[]): T | undefined =>
  allowed.find((item) => item === value)

/** `2012`, `2010-2015`, `2010-` or `-2015`. */
function yearsIn(value: string | null): { readonly from?: number; readonly to?: number } {
  const typed = value?.replaceAll('\u2013', '-').replaceAll(/\s/g, '') ?? ''
  const [, from, dash, to] = /^(\d{4})?(-)?(\d{4})?$/.exec(typed) ?? []
  if (from !== undefined && dash === undefined) return to === undefined ? { from: Number(from), to: Number(from) } : {}
  return { ...(from !== undefined && { from: Number(from) }), ...(to !== undefined && { to: Number(to) }) }
}

/** A search as an address asks for it. What is not understood is left out rather than refused: it can be mistyped. */
export function searchFrom(parameters: URLSearchParams): SearchAsked & Pick<FindRequest, 'after'> {
  const named = (name: string) => parameters.get(name)?.trim() || undefined
  const filter = {
    body: named('body'),
    actor: named('actor'),
    document: named('document'),
    kind: oneOf(parameters.get('kind'), kinds),
    language: oneOf(parameters.get('language'), languages),
    ...yearsIn(parameters.get('year')),
  }
  const order = oneOf(parameters.get('order'), ['best', 'newest'])
  const after = named('after')
  return {
    text: parameters.get('q')?.trim() ?? '',
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    ...(order && { order }),
    ...(after && { after }),
  }
}

/** The address that asks for a search, without its `?`: always the same for the same search. */
export function searchAddress({ text, order, filter = {} }: SearchAsked): string {
  const { from, to, ...facets } = filter
  const year =
    from === undefined && to === undefined ? undefined : from === to ? `${from}` : `${from ?? ''}-${to ?? ''}`
  const values = { q: text, order, ...facets, year }
  const said = ['q', 'order', ...facetNames].flatMap((name) => {
    const value = (values as Readonly<Record<string, string | undefined>>)[name]
    return value ? [[name, value]] : []
  })
  return new URLSearchParams(said).toString()
}
