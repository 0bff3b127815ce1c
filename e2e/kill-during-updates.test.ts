import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anybody } from '#platform/access'
import { importSamples } from '../apps/server/samples.ts'
import { signInAs } from '../modules/parties/testing/sign-in-as.ts'
import { type KillableSite, killableSite } from './testing/killed.ts'

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

let site: KillableSite
const sendings: Sending[] = []

beforeAll(async () => {
  site = killableSite('killed-updates')
  const application = await site.open()
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

afterAll(() => site?.end())

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
  const first = await site.serve()
  await all(first.origin, (done) => void (done === 100 && first.server.kill('SIGKILL')))
  const afterFirst = acknowledged.size
  expect(afterFirst).toBeGreaterThanOrEqual(100)
  expect(afterFirst).toBeLessThan(sendings.length)

  const second = await site.serve()
  await all(second.origin, (done) => {
    if (done !== 100) return
    second.server.kill('SIGKILL')
    site.killDatabase()
  })
  expect(acknowledged.size).toBeLessThan(sendings.length)

  const third = await site.serve()
  await all(third.origin, () => {})
  expect(acknowledged.size).toBe(sendings.length)
  const ended = once(third.server, 'exit')
  third.server.kill('SIGTERM')
  await ended

  const application = await site.open()
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
