import type { LocalisedText } from '@resolute/reader'
import { keyOf } from '#platform/forms'
import { fieldOf, type LoaderInput, redirectTo, turnedAway, unknownAct, visitOf } from '#web'
import type { FieldError, Outcome } from '../refusal.ts'
import { textIn } from './call-words-reading.ts'

/** What the page of findings asks for. */
export const findingActs = [
  'submissions.make-finding',
  'submissions.change-finding',
  'submissions.drop-finding',
  'submissions.unmark-passage',
] as const

/** What the page is shown again with: why an act was refused, or the words of a finding that was just dropped. */
export interface FindingsAnswer {
  readonly act: string
  readonly finding: string
  readonly refused: string | null
  readonly errors: readonly FieldError[]
  readonly statement: LocalisedText
  readonly theme: LocalisedText
}

export async function actOnFindings(input: LoaderInput): Promise<Response | FindingsAnswer> {
  const { rooms, visitor } = visitOf(input)
  const { submissions } = rooms
  const call = input.params.call ?? ''
  const form = await input.request.formData()
  const act = fieldOf(form, 'act')
  const once = keyOf(form)
  const finding = fieldOf(form, 'finding')
  const said = { statement: textIn(form, 'statement'), theme: textIn(form, 'theme') }
  const done = await doneIn()
  if ('refused' in done) {
    if (done.refused === 'not-allowed') throw turnedAway(input, done)
    const errors = done.refused === 'invalid' ? done.errors : []
    return { act, finding, refused: done.refused, errors, ...said }
  }
  if (act === 'submissions.drop-finding') return { act, finding, refused: null, errors: [], ...said }
  const place = 'finding' in done ? `#finding-${String(done.finding).split('/')[1]}` : ''
  return redirectTo(`/calls/${call}/findings?said=${act.replace('submissions.', '')}${place}`)

  function doneIn(): Promise<Outcome<object>> {
    switch (act) {
      case 'submissions.make-finding':
        return submissions.makeFinding(visitor, { call, ...said, once })
      case 'submissions.change-finding':
        return submissions.changeFinding(visitor, { finding, ...said, ...orderIn(form), once })
      case 'submissions.drop-finding':
        return submissions.dropFinding(visitor, { finding, once })
      case 'submissions.unmark-passage':
        return submissions.unmarkPassage(visitor, { passage: fieldOf(form, 'passage'), once })
      default:
        throw unknownAct()
    }
  }
}

/** The place in the section; one that is no number is refused by the act. */
function orderIn(form: FormData): { readonly order?: number } {
  const written = fieldOf(form, 'order').trim()
  return written === '' ? {} : { order: Number(written) }
}
