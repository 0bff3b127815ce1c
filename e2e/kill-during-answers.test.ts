import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '#platform/access'
import { openApplication } from '../apps/server/application.ts'
import { importSamples } from '../apps/server/samples.ts'
import { largeForm } from '../modules/submissions/testing/large-form.ts'
import { done, openedCall } from '../modules/submissions/testing/opened-call.ts'
import { endEmbedded } from '../platform/database/index.ts'
import { root } from './testing/command.ts'

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

let home = ''
const invitees: Invitee[] = []
const servers: ChildProcess[] = []

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, RESOLUTE_DATA: join(home, 'data'), DATABASE_URL: '' })
const open = () => openApplication({ environment: environment(), now: () => new Date(), say: () => {} })
const today = () => new Date()
const nextYear = `${today().getUTCFullYear() + 1}-06-01`

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'killed-answers-'))
  chmodSync(home, 0o711)
  const application = await open()
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

afterAll(() => {
  for (const server of servers) server.kill('SIGKILL')
  endEmbedded(join(home, 'data'))
  rmSync(home, { recursive: true, force: true })
})

/** A port nobody uses just now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** The real server in a process of its own, ready to answer. */
async function serve(): Promise<{ readonly server: ChildProcess; readonly origin: string }> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'apps/server/start.ts'], {
    cwd: root,
    env: { ...environment(), PORT: String(port) },
    stdio: 'ignore',
  })
  servers.push(server)
  for (let tries = 0; tries < 400; tries++) {
    const answer = await fetch(`${origin}/health`).catch(() => null)
    if (answer?.ok) return { server, origin }
    await new Promise((ready) => setTimeout(ready, 100))
  }
  throw new Error('the server did not come up')
}

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

function killDatabase(): void {
  const pid = readFileSync(join(home, 'data/data/postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', pid], { encoding: 'utf8' }).trim().split(/\s+/)
  for (const one of [pid, ...children]) {
    try {
      process.kill(Number(one), 'SIGKILL')
    } catch {
      // ended by itself in the meantime
    }
  }
}

test('193 save 120 answers at once, server and database killed between: nothing acknowledged is lost, no answer is half', async () => {
  expect(invitees).toHaveLength(states)
  const first = await serve()
  await saveAll(first.origin, (count) => void (count === 150 && first.server.kill('SIGKILL')))
  expect(invitees.some(({ kept }) => kept < rounds)).toBe(true)

  const second = await serve()
  await expectWhole(second.origin)
  await saveAll(second.origin, (count) => {
    if (count !== 150) return
    second.server.kill('SIGKILL')
    killDatabase()
  })
  expect(invitees.some(({ kept }) => kept < rounds)).toBe(true)

  const third = await serve()
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
  const fourth = await serve()
  const again = await send(fourth.origin, () => {})
  // What went out before is not sent twice.
  expect(again.filter((status) => status === 409).length).toBeGreaterThanOrEqual(60)
  expect(again.every((status) => status === 201 || status === 409)).toBe(true)
  const ended = once(fourth.server, 'exit')
  fourth.server.kill('SIGTERM')
  await ended

  const application = await open()
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
