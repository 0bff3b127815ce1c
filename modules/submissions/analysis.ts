import { createHash } from 'node:crypto'
import type { Language } from '@resolute/reader'
import { isDate } from '#modules/calendar'
import { anybody, type Visitor } from '#platform/access'
import type { Ground } from './acting.ts'
import { pathInWords } from './answer-words.ts'
import { archiveOf } from './archive.ts'
import { coverageOf } from './coverage.ts'
import { figuresOf, saidIn } from './figures.ts'
import { openFindings } from './findings.ts'
import { type Published, repliesTable, submissionsTable } from './published.ts'
import { inOrderOfNames, questionsAsked } from './received.ts'
import { callSeen, openReplies } from './replies.ts'
import type { Analysis } from './room.ts'
import { sectionOf } from './section.ts'
import { decidingOn } from './shown.ts'
import { callRow } from './store-calls.ts'
import { receivedBy } from './store-received.ts'
import { namedIn } from './telling.ts'
import { sightOf } from './visible.ts'
import { voice } from './voice.ts'

/** The last instant of a day; everything is told as it stood then. */
const endOf = (day: string): Date => new Date(`${day}T23:59:59.999Z`)

/** What came, for whoever may see it, and what the office makes of it. */
export function openAnalysis(ground: Ground): Analysis {
  const { database, parties, files } = ground

  /** What open data are made of: whatever stands and the visitor may see now, in the order of names. */
  async function publishedFor(id: string, by: Visitor, language: Language) {
    const call = await callSeen(ground, id, by)
    const directory = await parties.directory()
    const received = call && (await receivedBy(database, call, sightOf(by, directory), null))
    if (!received) return null
    const submissions = inOrderOfNames(received.submissions, namedIn(directory, language), language)
    const published: Published = { call: id, questions: questionsAsked(received), submissions }
    return { published, directory, title: saidIn(received.words.subject, language).words }
  }

  return {
    ...openReplies(ground),
    ...openFindings(ground),
    async coverage(id, by, language) {
      const call = await callSeen(ground, id, by)
      if (!call) return null
      const directory = await parties.directory()
      const received = await receivedBy(database, call, sightOf(by, directory), null, () => [])
      const actorOf = (actor: string) => directory.actor(actor)
      return received && coverageOf(received, actorOf, namedIn(directory, language), language)
    },
    async figures(id, by, language: Language, asOf, question) {
      const call = await callSeen(ground, id, by)
      if (!call || (asOf !== undefined && !isDate(asOf))) return []
      const sight = sightOf(by, await parties.directory())
      const received = await receivedBy(
        database,
        call,
        sight,
        asOf === undefined ? null : endOf(asOf),
        question === undefined
          ? null
          : (forms) =>
              decidingOn(
                question,
                forms.map(({ form }) => form),
              ),
      )
      if (!received) return []
      const say = voice(language)
      return figuresOf(
        received,
        {
          language,
          other: say('submissions.figure.other'),
          paragraph: (path) => say('submissions.figure.paragraph', { path: pathInWords(path) }),
        },
        question,
      )
    },
    async published(id, by, language) {
      const found = await publishedFor(id, by, language)
      if (!found) return null
      const { published, directory } = found
      return {
        replies: repliesTable(published, directory, language),
        submissions: submissionsTable(published, directory, language),
      }
    },
    async archive(id, by, language) {
      const found = await publishedFor(id, by, language)
      if (!found) return null
      const { published, directory, title } = found
      const seal = createHash('sha256')
        .update(JSON.stringify([language, title, published]))
        .digest('hex')
      const newest = published.submissions
        .map(({ at }) => at)
        .sort()
        .at(-1)
      const at = new Date(newest ?? '1980-01-01T00:00:00Z')
      const content = archiveOf(published, { title, language, directory, files, at })
      return { name: `submissions-${id}.zip`, seal, content }
    },
    async section(id, language, asOf) {
      const call = isDate(asOf) ? await callRow(database, id) : null
      if (!call) return null
      const directory = await parties.directory()
      const received = await receivedBy(database, call, sightOf(anybody, directory), endOf(asOf))
      return received && sectionOf(received, { language, asOf, directory, voice })
    },
  }
}
