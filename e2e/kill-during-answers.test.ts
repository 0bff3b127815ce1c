import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '#platform/access'
import { importSamples } from '../apps/server/samples.ts'
import { largeForm } from '../modules/submissions/testing/large-form.ts'
import { done, openedCall } from '../modules/submissions/testing/opened-call.ts'
import { type KillableSite, killableSite } from './testing/killed.ts'

const states = 193
const questions = 120
/** How often each of them saves the whole form, each time with other words. */
const rounds = 4

/** One who answers with a personal link, and the last round the server said was kept. */
interface Invitee {
  readonly address: string
  readonly token: string
  kept: number
  tried: number
}

let site: KillableSite
const invitees: Invitee[] = []

const today = () => new Date()
const nextYear = `${today().getUTCFullYear() + 1}-06-01`

beforeAll(async () => {
  site = killableSite('killed-answers')
  const application = await site.open()
  await importSamples(application, today, () => {})
  const { submissions } = application.rooms
  const by = program('system:test')
  const asked = { anchor: null, report: null, deadline: nextYear, reminders: [], contact: null }
  const { invited } = await openedCall(application.rooms, {
    form: largeForm(questions),
    words: asked,
    invitees: [{ kind: 'actor', actor: 'member-states' }],
  })
  for (const invitation of invited) {
    const { token } = done(await submissions.renewLink(by, { invitation }))
    const [call, n] = invitation.split('/')
    invitees.push({ address: `/api/v1/calls/${call}/invitations/${n}/answers`, token, kept: 0, tried: 0 })
  }
  await application.close()
})

afterAll(() => site?.end())

const ids = Array.from({ length: questions }, (_, at) => `q${at + 1}`)
const wordsOf = (round: number, id: string): string => `Round ${round} on ${id}. ${'Training is needed. '.repeat(3)}`

/** Asks as a program does; null where nobody answered any more. */
const ask = (origin: string, { address, token }: Invitee, path: string, method: string, body?: object) =>
  fetch(`${origin}${address}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => null)

/** All of them save round after round until they are through or nobody answers. */
async function saveAll(origin: string, kept: (count: number) => void): Promise<void> {
  let count = 0
  await Promise.all(
    invitees.map(async (one) => {
      while (one.kept < rounds) {
        const round = one.kept + 1
        one.tried = round
        const answers = Object.fromEntries(ids.map((id) => [id, { text: wordsOf(round, id) }]))
        const answer = await ask(origin, one, '', 'PATCH', { language: 'en', answers })
        if (answer?.status !== 200) return
        one.kept = round
        kept(++count)
      }
    }),
  )
}

/** What stands for each of them: every question of one and the same round, none older than was acknowledged. */
async function expectWhole(origin: string): Promise<void> {
  for (const one of invitees) {
    const answer = await ask(origin, one, '', 'GET')
    const { answers } = (await answer!.json()) as { answers: Readonly<Record<string, { text: string }>> }
    const found = Number(/^Round (\d+)/.exec(answers.q1?.text ?? 'Round 0')![1])
    expect(found, one.address).toBeGreaterThanOrEqual(one.kept)
    expect(found, one.address).toBeLessThanOrEqual(one.tried)
    const words = found === 0 ? {} : Object.fromEntries(ids.map((id) => [id, wordsOf(found, id).trim()]))
    expect(Object.fromEntries(Object.entries(answers).map(([id, { text }]) => [id, text]))).toEqual(words)
    one.kept = found
  }
}

test('193 save 120 answers at once, server and database killed between: nothing acknowledged is lost, no answer is half', async () => {
  expect(invitees).toHaveLength(states)
  const first = await site.serve()
  await saveAll(first.origin, (count) => void (count === 150 && first.server.kill('SIGKILL')))
  expect(invitees.some(({ kept }) => kept < rounds)).toBe(true)

  const second = await site.serve()
  await expectWhole(second.origin)
  await saveAll(second.origin, (count) => {
    if (count !== 150) return
    second.server.kill('SIGKILL')
    site.killDatabase()
  })
  expect(invitees.some(({ kept }) => kept < rounds)).toBe(true)

  const third = await site.serve()
  await expectWhole(third.origin)
  await saveAll(third.origin, () => {})
  expect(invitees.every(({ kept }) => kept === rounds)).toBe(true)
  await expectWhole(third.origin)

  // All of them send at once, the server goes down in the middle, and each sends once more.
  const send = async (origin: string, heard: (count: number) => void) => {
    let count = 0
    const statuses = invitees.map(async (one) => {
      const answer = await ask(origin, one, '/send', 'POST', { visibility: 'public', language: 'en' })
      if (answer?.status === 201) heard(++count)
      return answer?.status ?? 0
    })
    return Promise.all(statuses)
  }
  await send(third.origin, (count) => void (count === 60 && third.server.kill('SIGKILL')))
  const fourth = await site.serve()
  const again = await send(fourth.origin, () => {})
  // What went out before is not sent twice.
  expect(again.filter((status) => status === 409).length).toBeGreaterThanOrEqual(60)
  expect(again.every((status) => status === 201 || status === 409)).toBe(true)
  const ended = once(fourth.server, 'exit')
  fourth.server.kill('SIGTERM')
  await ended

  const application = await site.open()
  const { submissions, ledger } = application.rooms
  const by = program('system:test')
  const [call] = await submissions.calls({}, by)
  const page = await submissions.submissions(call!.id, by, { limit: 500 })
  const all = [...page.rows]
  for (let next = page.next; next !== null; ) {
    const more = await submissions.submissions(call!.id, by, { limit: 500, after: next })
    all.push(...more.rows)
    next = more.next
  }
  expect(all).toHaveLength(states)
  for (const { number, answers, state } of all) {
    expect({ number, state, answered: Object.keys(answers).length }).toEqual({
      number: 1,
      state: 'standing',
      answered: questions,
    })
    expect(answers.q120).toMatchObject({ text: wordsOf(rounds, 'q120').trim() })
  }
  const verdict = await ledger.verify()
  expect([...verdict.faults, ...verdict.crossFaults].map(ledger.sayFault)).toEqual([])
  await application.close()
}, 600_000)
