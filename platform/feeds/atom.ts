import { html, raw } from 'hono/html'

/** One thing in a feed. */
export interface AtomEntry {
  readonly kind: string
  /** Never changes for the same thing. */
  readonly id: string
  readonly title: string
  readonly text: string
  /** Path on the site. */
  readonly address: string
  /** ISO instant at which it came to stand as it does. */
  readonly updated: string
}

export interface AtomFeed {
  /** Never changes for the same subscription; without secrets. */
  readonly id: string
  readonly title: string
  readonly language: string
  /** Path of the page that shows the same. */
  readonly address: string
  readonly items: readonly AtomEntry[]
}

/** Characters XML 1.0 cannot carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const plain = (text: string): string => text.toWellFormed().replace(unwritable, '')

/** A feed as Atom (RFC 4287), newest first. `self` is the address it was asked for under, without any secret. */
export function toAtom(feed: AtomFeed, site: string, self: string): string {
  const { hostname } = new URL(site)
  const tag = (id: string) => `tag:${hostname},2012:${encodeURI(id)}`
  const items = [...feed.items].sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
  const updated = items[0]?.updated ?? '2012-07-26T00:00:00.000Z' // an empty feed is as old as the first founding text
  const body = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>${tag(feed.id)}</id>
<title>${plain(feed.title)}</title>
<updated>${updated}</updated>
<author><name>Resolute</name></author>
<link rel="alternate" type="text/html" href="${site + feed.address}"/>
<link rel="self" type="application/atom+xml" href="${self}"/>
${items.map(
  (item) => html`<entry>
<id>${tag(item.id)}</id>
<title>${plain(item.title)}</title>
<updated>${item.updated}</updated>
<link rel="alternate" type="text/html" href="${site + item.address}"/>
<category term="${item.kind}"/>
<summary>${plain(item.text)}</summary>
</entry>
`,
)}</feed>
`
  return `${raw('<?xml version="1.0" encoding="utf-8"?>')}\n${body}`
}
