import { type LocalisedText, languages } from '@resolute/reader'
import { countingDates, type SessionTable } from '#modules/calendar'
import type { Mandate, Obligation } from '#modules/mandates'
import { wordsIn } from '#platform/words'
import type { Ground } from './acting.ts'
import { addresseesIn, callerIn } from './addressees.ts'
import type { CallProposal, ReportSlot } from './call.ts'
import { countBack } from './counting-back.ts'
import { subjectOf } from './subject.ts'
import { textAskedOn } from './text-asked-on.ts'

/** Weeks the office needs to make a report of what came, before the report is handed in. */
export const officeWeeks = 4

/** The most characters of a paragraph quoted in what a call is introduced with. */
const longestQuote = 1500

const words = wordsIn(new URL('./messages/', import.meta.url))

/** The words that order the call, quoted as they are, introduced in each language. */
function introductionOf({ document: id, unit, path, text }: Mandate): LocalisedText {
  const document = unit === id ? id : `${id}, ${unit}`
  const quote = text.length > longestQuote ? `${text.slice(0, longestQuote)} …` : text.replace(/[;.]$/u, '')
  const said = (language: string) => words(language)('submissions.form.ordered-by', { document, path, text: quote })
  return Object.fromEntries(languages.map((language) => [language, said(language)]))
}

/**
 * The report a call feeds: the first obligation to report that is dated at a session still ahead, in the paragraph itself
 * before any other of the same text; else the first of all.
 */
function reportFor(paragraph: readonly Obligation[], unit: readonly Obligation[], today: string): ReportSlot | null {
  const slots = [paragraph, unit].flatMap((obligations) =>
    obligations
      .filter(({ kind, stands }) => kind === 'report' && stands)
      .flatMap(({ id, dues }) =>
        dues.flatMap((due) =>
          due.state === 'dated' && due.body !== null && due.session !== null
            ? [{ from: due.from, slot: { body: due.body, session: due.session, obligation: id } }]
            : [],
        ),
      )
      .sort((a, b) => a.from.localeCompare(b.from)),
  )
  return (slots.find(({ from }) => from > today) ?? slots[0])?.slot ?? null
}

/** How the deadline is counted for a report; null where its session has no days, or the time for it is over. */
function countedFor(table: SessionTable, { body, session }: ReportSlot, today: string, weeks: number) {
  const parts = table.session(body, session)?.parts ?? []
  const starts = countingDates(parts.find(({ part }) => part === 'regular') ?? parts[0])?.from
  if (starts === undefined) return null
  const reportBy = table.deadlines(body, session).find(({ code }) => code === 'report-submitted')?.on ?? null
  const back = countBack({ starts, reportBy, today, weeks })
  return back && { deadline: back.deadline, counted: { body, session, starts, reportBy, weeks: back.weeks } }
}

/**
 * What a paragraph of the register gives for a call: whom it asks, on what, who gathers, the report it feeds, and the day
 * counted back from that. Null where there is no such mandate. What the paragraph does not say is left open.
 */
export async function propose(
  { mandates, documents, parties, calendar, now }: Ground,
  id: string,
  weeks: number = officeWeeks,
): Promise<CallProposal | null> {
  const found = await mandates.mandate(id)
  if (!found) return null
  const { mandate, obligations } = found
  const today = now().toISOString().slice(0, 10)
  const [directory, table, inDocument, held, text] = await Promise.all([
    parties.directory(),
    calendar.table(),
    mandates.ofDocument(mandate.document),
    documents.document(mandate.document),
    textAskedOn(documents, mandate),
  ])
  const unit = inDocument.flatMap((one) => (one.mandate.unit === mandate.unit ? one.obligations : []))
  const addressees = addresseesIn(obligations, directory)
  const report = reportFor(obligations, unit, today)
  const back = report && countedFor(table, report, today, weeks)
  return {
    words: {
      subject: { [held?.version.language ?? 'en']: subjectOf(mandate, obligations) },
      introduction: introductionOf(mandate),
      anchor: { document: mandate.document, unit: mandate.unit, path: mandate.path },
      caller: callerIn(obligations, addressees),
      report,
      deadline: back?.deadline ?? null,
      visibility: 'public',
      reminders: [14, 3],
      contact: null,
    },
    addressees,
    counted: back?.counted ?? null,
    text,
  }
}
