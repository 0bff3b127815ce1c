import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApplication } from '../apps/server/application.ts'
import { collectionOf, publishedLine } from '../modules/documents/testing/archives.ts'
import { endEmbedded } from '../platform/database/index.ts'

const ROUNDS = 30
const FILES = 400
const LINES = 600
const LINE_ROUNDS = 8

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

/**
 * A whole import, the database server included, ended without warning `delay` ms after its first acknowledged text. Gives
 * what it told of texts that it took, as far as `taken` recognises them.
 */
async function killedImport(
  files: readonly string[],
  delay: number,
  withServer: boolean,
  taken: RegExp,
): Promise<readonly string[]> {
  const command = spawn(process.execPath, [resolute, 'import', ...files], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // a group of its own, so that all of it can be killed at once
  })
  const acknowledged: string[] = []
  const lines = createInterface({ input: command.stdout })
  await new Promise<void>((first) => {
    lines.on('line', (line) => {
      const told = taken.exec(line)?.[0]
      if (told === undefined) return
      acknowledged.push(told)
      first()
    })
    lines.on('close', first)
  })
  await new Promise((done) => setTimeout(done, delay))
  const exit = command.exitCode === null ? once(command, 'exit') : null
  if (exit) process.kill(-Number(command.pid), 'SIGKILL')
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
    for (const name of await killedImport(files, (round * 137) % 500, round % 2 === 0, /text-\d+\.txt/))
      acknowledged.add(name)
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

test(`a collection imported ${LINE_ROUNDS} times until it is killed, then once to its end: all there, each once`, async () => {
  const file = join(home, 'collection.jsonl.gz')
  const lines = Array.from({ length: LINES }, (_, n) => publishedLine(`A_RES_99_${n + 1}`, `sea ${n}`))
  writeFileSync(file, collectionOf(lines))
  const acknowledged = new Set<string>()
  for (let round = 0; round < LINE_ROUNDS; round++) {
    const told = await killedImport([file], (round * 137) % 500, round % 2 === 1, /(?<=imported as )A\/RES\/99\/\d+/)
    // what was acknowledged before is found, never taken again
    expect(told.filter((symbol) => acknowledged.has(symbol))).toEqual([])
    for (const symbol of told) acknowledged.add(symbol)
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(LINE_ROUNDS)
  expect(acknowledged.size).toBeLessThan(LINES)
  const last = execFileSync(process.execPath, [resolute, 'import', file], { env: environment(), encoding: 'utf8' })
  expect(last.match(/unchanged/g)?.length).toBeGreaterThanOrEqual(acknowledged.size)
  expect(last.trim().split('\n')).toHaveLength(LINES)

  const application = await openApplication({ environment: environment(), now: () => new Date(), say: () => {} })
  const { documents, ledger } = application.rooms
  const kept = (await documents.list()).filter(({ id }) => id.startsWith('A/RES/99/'))
  expect(kept).toHaveLength(LINES)
  expect(kept.filter(({ version }) => version !== 1)).toEqual([])
  const entered: string[] = []
  for await (const { on } of ledger.stream({ act: 'documents.import-text' })) entered.push(on)
  expect(entered.filter((on) => on.startsWith('document:A/RES/99/'))).toHaveLength(LINES)
  expect((await ledger.verify()).crossFaults).toEqual([])
  await application.close()
}, 600_000)
