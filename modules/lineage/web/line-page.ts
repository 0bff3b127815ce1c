import { type LoaderInput, notFound, redirectTo, visitOf } from '#web'
import type { AgreedMatch } from '../agreed.ts'
import type { DatedText, LineStep, Saying } from '../descent.ts'
import { organIn } from './bodies.ts'
import { sayingAddress, sayingAsked, seriesAddress } from './line-address.ts'

/** From here on words are near enough to be shown beside a line: much of either, or most of what is asked about. */
const isNear = ({ similarity, contained }: AgreedMatch): boolean => similarity >= 0.2 || contained >= 0.6

/** What the page of a line shows. */
export async function loadLine(input: LoaderInput) {
  const { rooms, reads } = visitOf(input)
  const document = input.params['*'] ?? ''
  const asked = new URL(input.request.url).searchParams
  const found = await rooms.documents.document(document)
  if (!found) throw notFound('document', document)
  const { units } = found.version.outline
  const unit = asked.get('unit') ?? (units.length === 1 ? units[0]!.id : document)
  if (!units.some(({ id }) => id === unit)) throw notFound('unit', unit)
  const address = sayingAsked(document, unit, asked)
  if (!address) throw redirectTo(seriesAddress({ document, unit }))
  const [line, elsewhere, directory, tracing] = await Promise.all([
    rooms.lineage.line(address),
    rooms.lineage.elsewhere(address),
    rooms.parties.directory(),
    rooms.lineage.tracing(),
  ])
  if (!line) throw notFound('unit', `${unit}, ${address.path ?? address.recital ?? address.n}`)
  const textIn = (text: DatedText) => shownText(text, organIn(text, directory, reads.language))
  const stepIn = ({ saying, how, similarity, words }: LineStep) => ({
    ...shownSaying(saying),
    of: textIn(saying.of),
    how,
    similarity,
    words: [...words],
  })
  const own = new Set(line.steps.map(({ saying }) => saying.text))
  return {
    steps: line.steps.map(stepIn),
    at: line.at,
    end: line.end.how === 'dropped' ? { how: line.end.how, by: textIn(line.end.by) } : { how: line.end.how, by: null },
    branches: line.branches.map(({ from, saying, similarity }) => ({
      ...shownSaying(saying),
      of: textIn(saying.of),
      from: line.steps[from]!.saying.of.day,
      similarity,
    })),
    elsewhere: elsewhere?.filter(isNear).map((match) => shownMatch(match, own.has(match.text))) ?? null,
    waiting: tracing.waiting,
  }
}

export type ShownStep = Awaited<ReturnType<typeof loadLine>>['steps'][number]

const shownText = ({ document, unit, title, day, language }: DatedText, organ: string | null) => {
  return { document, unit, title, day, language, organ }
}

function shownSaying({ document, kind, path, recital, n, text, of: { unit } }: Saying) {
  return { document, unit, kind, path, recital, n, text, line: sayingAddress({ document, unit, path, recital, n }) }
}

function shownMatch({ similarity, text, language, documents, times, first, last }: AgreedMatch, inLine: boolean) {
  return { similarity, text, language, documents, times, first, last, inLine }
}
