import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApplication } from '../apps/server/application.ts'
import { endEmbedded } from '../platform/database/index.ts'

const ROUNDS = 30
const FILES = 400

const root = fileURLToPath(new URL('../', import.meta.url))
const resolute = join(root, 'apps/cli/bin/resolute.mjs')
let home = ''

const symbolOf = (n: number) => `E/RES/2099/${n}`
const nameOf = (n: number) => `text-${String(n).padStart(3, '0')}.txt`

/** As many texts as no round can finish: the first founding text, each under a symbol and a title of its own. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'killed-'))
  chmodSync(home, 0o711)
  mkdirSync(join(home, 'texts'))
  const text = readFileSync(join(root, 'samples/E-RES-2012-19.txt'), 'utf8')
  const facts = []
  for (let n = 1; n <= FILES; n++) {
    writeFileSync(join(home, 'texts', nameOf(n)), `${text}\n`)
    facts.push({ file: nameOf(n), symbol: symbolOf(n), title: `Text ${n}`, adopted: '2012-07-26' })
  }
  writeFileSync(join(home, 'texts/samples.json'), JSON.stringify(facts))
})

afterAll(() => {
  endEmbedded(join(home, 'data'))
  rmSync(home, { recursive: true, force: true })
})

const environment = () => ({ ...process.env, RESOLUTE_DATA: join(home, 'data'), DATABASE_URL: '' })

/** A whole import, the database server included, ended without warning `delay` ms after its first acknowledged text. */
async function killedImport(files: readonly string[], delay: number, withServer: boolean): Promise<string[]> {
  const command = spawn(process.execPath, [resolute, 'import', ...files], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // a group of its own, so that all of it can be killed at once
  })
  const acknowledged: string[] = []
  const lines = createInterface({ input: command.stdout })
  lines.on('line', (line) => void acknowledged.push(/text-\d+\.txt/.exec(line)?.[0] ?? line))
  await once(lines, 'line')
  await new Promise((done) => setTimeout(done, delay))
  const exit = once(command, 'exit')
  process.kill(-Number(command.pid), 'SIGKILL')
  if (withServer) killServer()
  await exit
  return acknowledged
}

function killServer(): void {
  const pid = readFileSync(join(home, 'data/data/postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', pid], { encoding: 'utf8' }).trim().split(/\s+/)
  for (const each of [pid, ...children]) {
    try {
      process.kill(Number(each), 'SIGKILL')
    } catch {
      // ended by itself in the meantime
    }
  }
}

test(`${ROUNDS} imports killed: none acknowledged is lost, none is half there`, async () => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    const waiting = Array.from({ length: FILES }, (_, i) => nameOf(i + 1)).filter((name) => !acknowledged.has(name))
    const files = waiting.map((name) => join(home, 'texts', name))
    // From at once to half a second later, in steps that never fall together with the rhythm of the import.
    for (const name of await killedImport(files, (round * 137) % 500, round % 2 === 0)) acknowledged.add(name)
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS)

  const application = await openApplication({ environment: environment(), now: () => new Date(), say: () => {} })
  const { documents, mandates } = application.rooms
  const kept = await documents.list()
  const ids = new Set(kept.map(({ id }) => id))
  const lost = [...acknowledged].filter((name) => !ids.has(symbolOf(Number(/\d+/.exec(name)?.[0]))))
  expect(lost).toEqual([])
  // All texts are the same, so whatever one has, all have.
  const sizes = new Set<string>()
  for (const { id, units, paragraphs, version } of kept) {
    const asked = await mandates.ofDocument(id)
    const obligations = asked.flatMap((one) => one.obligations)
    sizes.add(JSON.stringify({ units, paragraphs, version, mandates: asked.length, obligations: obligations.length }))
  }
  expect([...sizes]).toHaveLength(1)
  await application.close()

  const verdict = JSON.parse(
    execFileSync(process.execPath, [resolute, 'verify', '--json'], { env: environment() }).toString(),
  )
  expect(verdict.faults).toEqual([])
}, 900_000)
