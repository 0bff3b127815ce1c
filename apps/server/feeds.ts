import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Feed, type FeedOf, toIcs } from '#modules/followup'
import { type SearchFeedOf, searchFrom } from '#modules/search'
import { toAtom } from '#platform/feeds'
import { problem, problemOf } from '#platform/http'
import { sixLanguages } from '#platform/i18n'
import type { Rooms } from '../../modules/modules.ts'

/**
 * `/calendar.ics` and `/feed.atom`: everything, or `?actor=`, `?body=`, `?body=&session=`, open to everybody; `?key=`, the
 * secret address of a person. `?lang=` for its words. A reader that names the ETag it has gets nothing anew.
 */
export function mountFeeds(app: OpenAPIHono, rooms: Rooms, { origin }: { readonly origin: string }): void {
  const mount = (path: string, type: string, write: (feed: Feed, self: string) => string) =>
    app.get(path, async (context) => {
      const of = feedIn(context)
      const { lang = 'en' } = context.req.query()
      const feed = of && (await rooms.followup.feed(of, sixLanguages.includes(lang) ? lang : 'en'))
      if (!of || !feed) return problem(context, problemOf(404))
      context.header('content-type', `${type}; charset=utf-8`)
      context.header('cache-control', of.of === 'person' ? 'private, no-cache' : 'no-cache')
      if (of.of !== 'person') context.header('access-control-allow-origin', '*')
      return context.body(write(feed, origin + selfOf(context, of)))
    })
  mountSearchFeed(app, rooms, origin)
  mount('/calendar.ics', 'text/calendar', (feed) => toIcs(feed, origin))
  mount('/feed.atom', 'application/atom+xml', (feed, self) => toAtom(feed, origin, self))
}

/**
 * `/search.atom`: the newest paragraphs that a search finds. It takes the parameters of `/search`, open to everybody;
 * `?key=`, the secret address of a search somebody keeps.
 */
function mountSearchFeed(app: OpenAPIHono, rooms: Rooms, origin: string): void {
  app.get('/search.atom', async (context) => {
    const { key, lang = 'en' } = context.req.query()
    const { search: parameters } = new URL(context.req.url)
    const of: SearchFeedOf =
      key === undefined ? { of: 'search', asked: searchFrom(new URLSearchParams(parameters)) } : { of: 'saved', key }
    const feed = await rooms.search.feed(of, sixLanguages.includes(lang) ? lang : 'en')
    if (!feed) return problem(context, problemOf(404))
    context.header('content-type', 'application/atom+xml; charset=utf-8')
    context.header('cache-control', of.of === 'saved' ? 'private, no-cache' : 'no-cache')
    if (of.of === 'search') context.header('access-control-allow-origin', '*')
    return context.body(toAtom(feed, origin, origin + context.req.path + (of.of === 'search' ? parameters : '')))
  })
}

/** The secret of an address is not repeated in what is found there. */
const selfOf = ({ req }: Context, { of }: FeedOf): string =>
  of === 'person' ? req.path : req.path + new URL(req.url).search

function feedIn({ req }: Context): FeedOf | null {
  const { key, actor, body, session } = req.query()
  if (key !== undefined) return { of: 'person', key }
  if (actor !== undefined) return { of: 'actor', actor }
  if (body === undefined) return session === undefined ? { of: 'everything' } : null
  if (session === undefined) return { of: 'body', body }
  return /^\d{1,4}$/.test(session) ? { of: 'session', body, session: Number(session) } : null
}
