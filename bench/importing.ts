/**
 * How long the whole corpus takes into the register, and how much memory, in one run: the 3,064 documents of
 * `../shared/corpus/paragraphs.jsonl.gz` by `resolute import`, as anybody runs it, into a new embedded database.
 *
 * - `floor`: the same lines unpacked, parsed, written as JSON, and their bytes brought into one table by COPY: the least
 *   that can be called keeping them. Before and after the import, since machines are noisy; ratios are against their mean.
 * - `import`: reading, mandates and obligations, what every room keeps of them, one transaction and one entry of the
 *   ledger a document. Memory is the peak of all processes together, the database server among them, what they share
 *   counted once.
 * - `again`: the same command a second time, which finds all of them there.
 *
 *   node bench/importing.ts [every]     every: take each so-manieth document; 1 where it is not given
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { openApplication } from '../apps/server/application.ts'
import { copyInto } from './importing/copy.ts'
import { cpuOf, memoryOf } from './importing/processes.ts'
import { corpusFile } from './reading/corpus.ts'
import { say } from './reading/measure.ts'

const every = Math.max(1, Number(process.argv[2] ?? 1))
const resolute = fileURLToPath(new URL('../apps/cli/bin/resolute.mjs', import.meta.url))

interface Spent {
  readonly seconds: number
  readonly cpu: number
}

const inWords = ({ seconds, cpu }: Spent) =>
  `${seconds.toFixed(1).padStart(7)} s, ${cpu.toFixed(1).padStart(7)} s of CPU`

async function floor(file: string, url: string, server: number): Promise<Spent> {
  const start = performance.now()
  const before = cpuOf([server]) + process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6
  const rows: string[] = []
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    rows.push(JSON.stringify(JSON.parse(line)))
  }
  await copyInto(url, 'floor', rows)
  const after = cpuOf([server]) + process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6
  return { seconds: (performance.now() - start) / 1000, cpu: after - before }
}

/** Runs the command on the file and says what it took, with the peak of memory in bytes and the lines it printed. */
async function imported(file: string, home: string, server: number) {
  const start = performance.now()
  const before = cpuOf([server])
  const command = spawn(process.execPath, [resolute, 'import', file], {
    env: { ...process.env, RESOLUTE_DATA: home, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let lines = 0
  command.stdout.on('data', (piece: Buffer) => {
    for (const byte of piece) if (byte === 10) lines++
  })
  let peak = 0
  let own = 0
  const look = setInterval(() => {
    peak = Math.max(peak, memoryOf([Number(command.pid), server]))
    own = cpuOf([Number(command.pid)])
  }, 1000) // looking is work as well: more often, it would take what it measures
  const [code] = await once(command, 'exit')
  clearInterval(look)
  const seconds = (performance.now() - start) / 1000
  return { code, lines, peak, seconds, cpu: own + cpuOf([server]) - before }
}

async function measure(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'importing-'))
  chmodSync(home, 0o711) // the server's account must enter
  const file = join(home, 'some.jsonl.gz')
  const all = gunzipSync(readFileSync(corpusFile)).toString('utf8').trimEnd().split('\n')
  const chosen = all.filter((_, at) => at % every === 0)
  writeFileSync(file, gzipSync(`${chosen.join('\n')}\n`))
  const environment = { ...process.env, RESOLUTE_DATA: home, DATABASE_URL: '' }
  const application = await openApplication({ environment, now: () => new Date(), say: () => {} })
  try {
    const server = Number(readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n')[0])
    await sql`create table public.floor (line text)`.execute(application.database)
    const load = () =>
      `load ${loadavg()
        .map((one) => one.toFixed(1))
        .join(' ')}`
    say(`importing: ${chosen.length} documents, ${load()}`)
    const first = await floor(file, application.url, server)
    say(`  floor   ${inWords(first)}`)
    const run = await imported(file, home, server)
    const rate = (chosen.length / run.seconds).toFixed(1)
    say(
      `  import  ${inWords(run)}, ${rate} documents a second, peak ${(run.peak / 1e6).toFixed(0)} MB; exit ${run.code}`,
    )
    const again = await imported(file, home, server)
    say(`  again   ${inWords(again)}, peak ${(again.peak / 1e6).toFixed(0)} MB; exit ${again.code}`)
    const last = await floor(file, application.url, server)
    say(`  floor   ${inWords(last)}`)
    const least = (first.cpu + last.cpu) / 2
    say(
      `  import / floor ${(run.cpu / least).toFixed(1)}, again / floor ${(again.cpu / least).toFixed(1)}, by CPU time`,
    )
    const { rows } = await sql<{ documents: number; entries: number }>`
      select (select count(*)::int from documents.documents) as documents,
        (select count(*)::int from ledger.entries where act = 'documents.import-text') as entries`.execute(
      application.database,
    )
    say(`  kept    ${JSON.stringify(rows[0])}, ${load()}`)
    say('  (goals: 240 s on two cores, 1,500 MB; as many entries as documents)')
  } finally {
    await application.close()
    rmSync(home, { recursive: true, force: true })
  }
}

if (existsSync(corpusFile)) await measure()
else say('importing: left out, ../shared/corpus is not there')
