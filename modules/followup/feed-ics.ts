import { createHash } from 'node:crypto'
import ical from 'ical-generator'
import type { Feed } from './feed.ts'

/** A feed as a calendar of whole days (RFC 5545). The news of moves are left out: the days themselves have moved. */
export function toIcs(feed: Feed, site: string): string {
  const { host } = new URL(site)
  const calendar = ical({
    name: feed.title,
    prodId: { company: 'Resolute', product: 'calendar', language: feed.language.toUpperCase() },
    url: site + feed.address,
    ttl: 6 * 60 * 60,
  })
  for (const { kind, id, title, text, address, from, to, updated, sequence } of feed.items) {
    if (kind === 'move') continue
    calendar.createEvent({
      id: `${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${host}`,
      start: from,
      end: dayAfter(to),
      allDay: true,
      summary: title,
      description: text,
      url: site + address,
      sequence,
      stamp: updated,
      lastModified: updated,
    })
  }
  const text = calendar.toString()
  return calendar.length() > 0 ? text : text.replace('END:VCALENDAR', `${someComponent}END:VCALENDAR`)
}

/** A calendar must hold something (RFC 5545, 3.6), also where there is nothing to tell. */
const someComponent = [
  ...['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE', ''],
].join('\r\n')

/** The end of an event of whole days is the first day that is no longer part of it (RFC 5545, 3.6.1). */
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
