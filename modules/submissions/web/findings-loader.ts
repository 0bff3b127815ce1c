import { languages } from '@resolute/reader'
import { type LoaderInput, notFound, visitOf } from '#web'
import { writingIn } from './call-words-reading.ts'

/** What was found in the submissions to a call, and what each finding rests on, as far as the visitor may see it. */
export async function loadFindings(input: LoaderInput) {
  const { rooms, visitor, reads } = visitOf(input)
  const id = input.params.call ?? ''
  const call = await rooms.submissions.call(id, visitor)
  if (!call) throw notFound('page', id)
  const language = writingIn(reads.language)
  const [directory, findings, figures] = await Promise.all([
    rooms.parties.directory(),
    rooms.submissions.findings(id, visitor),
    rooms.submissions.figures(id, visitor, language),
  ])
  const may = call.state !== 'draft' && rooms.submissions.may(visitor, 'submissions.make-finding')
  return {
    call: { id, subject: call.words.subject },
    language,
    may,
    findings: findings.map(({ passages, ...finding }) => ({
      ...finding,
      missing: languages.filter((one) => !finding.statement[one]),
      passages: passages.map(({ by: _, ...passage }) => ({
        ...passage,
        name: directory.called(passage.actor, passage.name, reads.language),
      })),
    })),
    /** Where passages can be marked. */
    questions: figures.map(({ question, label }) => ({ question, label })),
    once: crypto.randomUUID(),
    said: new URL(input.request.url).searchParams.get('said'),
  }
}

export type FindingsData = Awaited<ReturnType<typeof loadFindings>>
export type ShownFinding = FindingsData['findings'][number]
