import type { Language } from '@resolute/reader'
import { anybody } from '#platform/access'
import type { Ground } from './acting.ts'
import { pathInWords } from './answer-words.ts'
import { coverageOf } from './coverage.ts'
import { figuresOf } from './figures.ts'
import { openFindings } from './findings.ts'
import { callSeen, openReplies } from './replies.ts'
import type { Analysis } from './room.ts'
import { sectionOf } from './section.ts'
import { callRow } from './store-calls.ts'
import { receivedBy } from './store-received.ts'
import { namedIn } from './telling.ts'
import { sightOf } from './visible.ts'
import { voice } from './voice.ts'

/** The last instant of a day; everything is told as it stood then. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59.999Z`)

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** What came, for whoever may see it, and what the office makes of it. */
export function openAnalysis(ground: Ground): Analysis {
  const { database, parties } = ground
  return {
    ...openReplies(ground),
    ...openFindings(ground),
    async coverage(id, by, language) {
      const call = await callSeen(ground, id, by)
      if (!call) return null
      const directory = await parties.directory()
      const received = await receivedBy(database, call, sightOf(by, directory), null)
      const actorOf = (actor: string) => directory.actor(actor)
      return received && coverageOf(received, actorOf, namedIn(directory, language), language)
    },
    async figures(id, by, language: Language, asOf) {
      const call = await callSeen(ground, id, by)
      if (!call || (asOf !== undefined && !isDay(asOf))) return []
      const sight = sightOf(by, await parties.directory())
      const received = await receivedBy(database, call, sight, asOf === undefined ? null : endOf(asOf))
      if (!received) return []
      const say = voice(language)
      return figuresOf(received, {
        language,
        other: say('submissions.figure.other'),
        paragraph: (path) => say('submissions.figure.paragraph', { path: pathInWords(path) }),
      })
    },
    async section(id, language, asOf) {
      const call = isDay(asOf) ? await callRow(database, id) : null
      if (!call) return null
      const directory = await parties.directory()
      const received = await receivedBy(database, call, sightOf(anybody, directory), endOf(asOf))
      return received && sectionOf(received, { language, asOf, directory, voice })
    },
  }
}
