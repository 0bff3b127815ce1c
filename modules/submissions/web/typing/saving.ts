import { markOf } from '../answer-names.ts'
import type { SavedAnswers } from '../answer-saving.ts'
import { type Entry, saidNow, wasOf } from './fields.ts'
import { keep, type Unsaved } from './kept.ts'
import { showTrouble } from './trouble.ts'

/** A moment after typing stops. */
const pause = 1200
/** After the line was down: longer each time, at most a minute. */
const patience = [3000, 6000, 15_000, 30_000, 60_000]

export type Status = 'saving' | 'saved' | 'away' | 'refused' | 'conflict' | 'unsaved' | 'found' | 'gone'

/** Saves by itself what was changed, and only that; keeps on this device what could not be saved. */
export function saveByItself(form: HTMLFormElement, tell: (status: Status) => void) {
  const invitation = form.dataset.invitation ?? ''
  /** Mark of what was typed when it was saved, or told to be wrong: sent again only when it is changed. */
  const settled = new Map([...saidNow(form)].map(([question, { given }]) => [question, markOf(given)]))
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let busy = false
  let ended = false

  function changed(): Map<string, { readonly mark: string; readonly entries: readonly Entry[] }> {
    const found = new Map<string, { readonly mark: string; readonly entries: readonly Entry[] }>()
    for (const [question, { given, entries }] of saidNow(form)) {
      const mark = markOf(given)
      if (mark !== settled.get(question)) found.set(question, { mark, entries })
    }
    return found
  }

  function keepHere(): void {
    const unsaved: Record<string, Unsaved> = {}
    for (const [question, { entries }] of changed()) {
      unsaved[question] = { was: wasOf(form, question)?.value ?? '', entries }
    }
    keep(invitation, unsaved)
  }

  function soon(wait = pause): void {
    clearTimeout(timer)
    if (!ended) timer = setTimeout(() => void save(), wait)
  }

  async function save(): Promise<void> {
    const now = changed()
    if (now.size === 0 || busy || ended) return
    busy = true
    tell('saving')
    const body = new URLSearchParams(
      [
        ['act', 'submissions.save'],
        ['language', String(new FormData(form).get('language') ?? '')],
        ...[...now].flatMap(([question, { entries }]): Entry[] => [
          [`was ${question}`, wasOf(form, question)?.value ?? ''],
          ...(entries.length === 0 ? [[`text ${question}`, ''] as const] : entries),
        ]),
      ].map(([name, value]) => [name!, value!]),
    )
    try {
      const answer = await fetch(`${location.pathname}/save`, {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(30_000),
      })
      if (answer.status >= 500 || answer.status === 429) throw new Error(`not now: ${answer.status}`)
      failures = 0
      if (!answer.ok) {
        ended = answer.status !== 409
        tell('gone')
        return
      }
      const { marks, errors, conflicts }: SavedAnswers = await answer.json()
      const wrong = new Set([...errors.map((field) => field.split('.')[0] ?? ''), ...conflicts])
      for (const [question, { mark }] of now) {
        settled.set(question, mark)
        const was = wasOf(form, question)
        if (was && !conflicts.includes(question)) was.value = marks[question] ?? was.value
      }
      await showTrouble(form, body, [...now.keys()], wrong)
      tell(conflicts.length > 0 ? 'conflict' : errors.length > 0 ? 'refused' : 'saved')
    } catch {
      tell('away')
      soon(patience[Math.min(failures, patience.length - 1)])
      failures += 1
    } finally {
      busy = false
      keepHere()
      if (failures === 0 && changed().size > 0) soon()
    }
  }

  return {
    typed(): void {
      keepHere()
      if (!busy && failures === 0) tell(changed().size > 0 ? 'unsaved' : 'saved')
      soon(failures === 0 ? pause : patience[0])
    },
    /** Saved by the button: the page that follows says how it went. */
    left(): void {
      ended = true
      clearTimeout(timer)
    },
    now: () => void save(),
  }
}
