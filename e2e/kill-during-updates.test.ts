import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody } from '#platform/access'
import { openApplication } from '../apps/server/application.ts'
import { importSamples } from '../apps/server/samples.ts'
import { signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { endEmbedded } from '../platform/database/index.ts'
import { root } from './testing/command.ts'

const states = ['cl', 'pe', 'ke', 'fr', 'jp'] as const
const each = 100

/** One update on its way: whose, on what, and the words it is known by. */
interface Sending {
  readonly actor: string
  readonly cookie: string
  readonly id: string
  readonly narrative: string
  /** Key of its form: the same each time it is sent. */
  readonly once: string
}

let home = ''
const sendings: Sending[] = []
const servers: ChildProcess[] = []

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, RESOLUTE_DATA: join(home, 'data'), DATABASE_URL: '' })
const open = () => openApplication({ environment: environment(), now: () => new Date(), say: () => {} })

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'killed-updates-'))
  chmodSync(home, 0o711)
  const application = await open()
  const { rooms } = application
  await importSamples(
    application,
    () => new Date(),
    () => {},
  )
  const { rows } = await rooms.mandates.obligations({ actor: 'member-states', limit: each })
  const ids = rows.map(({ id }) => id)
  const perhaps = await rooms.followup.dossiers({ actor: 'cl', limit: each }, anybody)
  for (const { asked } of perhaps.rows) if (ids.length < each && !ids.includes(asked.id)) ids.push(asked.id)
  for (const actor of states) {
    const { cookie } = await signInAs(rooms.parties, { role: 'focal-point', actor })
    sendings.push(
      ...ids.map((id, n) => {
        return {
          actor,
          cookie,
          id,
          narrative: `Update ${n} of ${actor}`,
          once: `kill-${actor}-${String(n).padStart(16, '0')}`,
        }
      }),
    )
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
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the server did not come up')
}

/** Sends a form of the dossier's page as a browser does; true once the server has said that it is kept. */
async function send(origin: string, { actor, cookie, id, narrative, once: key }: Sending): Promise<boolean> {
  const form = new FormData()
  const fields = { act: 'followup.record-update', actor, once: key, status: 'in_progress', 'as-of': '2013-01-15' }
  for (const [name, value] of Object.entries({ ...fields, narrative, language: 'en', send: 'yes' }))
    form.set(name, value)
  form.set('file', new File([`Evidence for ${narrative}`], `${key}.txt`))
  const address = `${origin}/dossiers/${id.split('/').map(encodeURIComponent).join('/')}`
  const answer = await fetch(address, {
    method: 'POST',
    headers: { cookie, origin },
    body: form,
    redirect: 'manual',
  }).catch(() => null)
  return answer?.status === 303 && (answer.headers.get('location') ?? '').includes('said=record-update')
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

test('500 updates at once, server and database killed between: none acknowledged is lost, none is there twice', async () => {
  expect(sendings).toHaveLength(states.length * each)
  const acknowledged = new Set<string>()
  const all = async (origin: string, kill: (done: number) => void) => {
    let done = 0
    const waiting = sendings.filter((one) => !acknowledged.has(one.narrative))
    await Promise.all(
      waiting.map(async (one) => {
        if (!(await send(origin, one))) return
        acknowledged.add(one.narrative)
        kill(++done)
      }),
    )
  }
  const first = await serve()
  await all(first.origin, (done) => void (done === 100 && first.server.kill('SIGKILL')))
  const afterFirst = acknowledged.size
  expect(afterFirst).toBeGreaterThanOrEqual(100)
  expect(afterFirst).toBeLessThan(sendings.length)

  const second = await serve()
  await all(second.origin, (done) => {
    if (done !== 100) return
    second.server.kill('SIGKILL')
    killDatabase()
  })
  expect(acknowledged.size).toBeLessThan(sendings.length)

  const third = await serve()
  await all(third.origin, () => {})
  expect(acknowledged.size).toBe(sendings.length)
  const ended = once(third.server, 'exit')
  third.server.kill('SIGTERM')
  await ended

  const application = await open()
  const { followup, ledger } = application.rooms
  const dossiers = await followup.records([...new Set(sendings.map(({ id }) => id))], anybody)
  const updates = dossiers.flatMap(({ replies }) => replies.flatMap((reply) => reply.updates))
  expect(updates.map(({ narrative }) => narrative).sort()).toEqual(sendings.map(({ narrative }) => narrative).sort())
  for (const { narrative, evidence } of updates) {
    expect(evidence, narrative).toHaveLength(1)
    const file = await followup.evidenceFile(evidence[0]!.id, anybody)
    expect(Buffer.concat(await file!.content.toArray()).toString()).toBe(`Evidence for ${narrative}`)
  }
  const verdict = await ledger.verify()
  expect([...verdict.faults, ...verdict.crossFaults].map(ledger.sayFault)).toEqual([])
  await application.close()
}, 300_000)
