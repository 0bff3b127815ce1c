/**
 * How fast the nearest earlier paragraphs are found, beside brute force and PostgreSQL, and whether they are exactly
 * those: over the paragraphs of `../shared/corpus/paragraphs.jsonl.gz`, in one interleaved run.
 *
 * - `index`: from the raw text asked about to the ten nearest, as `agreed` does it in memory. Each question is asked once,
 *   with the caches of the processor full of what was done before, and ten times more.
 * - `brute force`: n-gram Jaccard of the text asked about with every text, one after the other, nothing passed over. Each
 *   text is there as the numbers of its grams, all of them in one row; those asked about are marked, and the marks of
 *   each text are added up. Of the plain ways tried this is the fastest: merging sorted grams text by text takes about
 *   twice as long, a `Set` for each text about ten times. Reading and numbering the corpus is not counted, the words of
 *   the question are. Its grams are the words themselves, not their hashes: the ten must be the same.
 * - `trigrams`: ten nearest by `pg_trgm` with a GiST index, in the PostgreSQL that Resolute brings.
 *
 * Then the same index over ten times the corpus, made by swapping some words of each paragraph, with some of its answers
 * set beside brute force.
 *
 * Brute force is set beside the index in time of the processor, PostgreSQL, which is a process of its own, in time that
 * passes.
 *
 *   node bench/agreeing.ts [questions] [--once]
 */
import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { wordsOf } from '../modules/lineage/grams.ts'
import { askedOf } from '../modules/lineage/index-asked.ts'
import { segmentBuilder } from '../modules/lineage/index-build.ts'
import { lookupIn } from '../modules/lineage/index-nearest.ts'
import { growing } from '../modules/lineage/index-rows.ts'
import type { Segment } from '../modules/lineage/index-segment.ts'
import { serveTests, testDatabase } from '../platform/testing/index.ts'

const questions = Math.max(10, Number(process.argv.find((given) => /^\d+$/.test(given)) ?? 300))
/** The slower the peer, the fewer of them it is asked. */
const ofBrute = Math.min(questions, 60)
const ofTrigrams = Math.min(questions, 20)
const once = process.argv.includes('--once')
const say = (line: string) => void process.stdout.write(`${line}\n`)

const file = new URL('../../shared/corpus/paragraphs.jsonl.gz', import.meta.url)
if (!existsSync(file)) {
  say('../shared/corpus/paragraphs.jsonl.gz is not there: nothing to measure on.')
  process.exit(2)
}

const sorted = (all: readonly number[]) => [...all].sort((a, b) => a - b)
const at = (all: readonly number[], share: number) =>
  sorted(all)[Math.min(all.length - 1, Math.floor(share * all.length))] ?? Number.NaN
const figures = (all: readonly number[]) =>
  [0.5, 0.95, 0.99].map((share) => `p${100 * share} ${at(all, share).toFixed(3)}`).join(', ')

/** The median of some ratios, with the quarter and three quarters of them. */
const timesOf = (all: readonly number[]) =>
  `${at(all, 0.5).toFixed(0)} (${at(all, 0.25).toFixed(0)} to ${at(all, 0.75).toFixed(0)})`

let seed = 7
const next = (most: number) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((seed / 2 ** 32) * most)
}

const paragraphs: string[] = []
for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
  const published = JSON.parse(line) as { paragraphs: [string, string | null, string | null, string][] }
  for (const [, kind, , text] of published.paragraphs) {
    if (kind === 'operative' || kind === 'preambular') paragraphs.push(text)
  }
}
const vocabulary = [...new Set(paragraphs.slice(0, 5_000).flatMap((text) => text.split(' ')))]

/** One to five words swapped for others. */
function edited(text: string): string {
  const words = text.split(' ')
  for (let swaps = 1 + next(5); swaps > 0; swaps--) words[next(words.length)] = vocabulary[next(vocabulary.length)]!
  return words.join(' ')
}

const asking = Array.from({ length: questions }, () => edited(paragraphs[next(paragraphs.length)]!))
const everyUnit = new Uint8Array([1])

function bytesOf({ slices, ...rest }: Segment): number {
  const arrays = [...Object.values(rest), ...slices.flatMap((slice) => Object.values(slice))] as Uint32Array[]
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
}

/** Builds the index of texts as they come, and says what that took. */
function built(name: string, texts: Iterable<string>) {
  const builder = segmentBuilder()
  let n = 0
  for (const text of texts) builder.add(text, 0, n++)
  const segment = builder.finish()
  say(`${name}: ${n} paragraphs, ${segment.sizes.length} texts, ${(bytesOf(segment) / 1e6).toFixed(0)} MB in memory`)
  return segment
}

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Every different text as the numbers of its grams, told apart as words. */
function bruteForce() {
  const numbers = new Map<string, number>()
  const from = growing()
  const grams = growing()
  const known = new Set<string>()
  for (const text of paragraphs) {
    const whole = wordsOf(text).join(' ')
    if (whole === '' || known.has(whole)) continue
    known.add(whole)
    from.push(grams.length)
    for (const gram of gramsOf(text)) {
      const number = numbers.get(gram) ?? numbers.size
      numbers.set(gram, number)
      grams.push(number)
    }
  }
  const asked = new Uint8Array(numbers.size)
  from.push(grams.length)
  const starts = from.toShared()
  const all = grams.toShared()
  return (text: string): number[] => {
    const own = [...gramsOf(text)]
    const marked = own.map((gram) => numbers.get(gram)).filter((number) => number !== undefined)
    for (const number of marked) asked[number] = 1
    let best: number[] = []
    for (let i = 0; i + 1 < starts.length; i++) {
      const end = starts[i + 1]!
      let shared = 0
      for (let j = starts[i]!; j < end; j++) shared += asked[all[j]!]!
      if (shared === 0) continue
      const similarity = shared / (own.length + end - starts[i]! - shared)
      if (best.length < 10 || similarity > best[9]!)
        best = sorted([...best, similarity])
          .reverse()
          .slice(0, 10)
    }
    for (const number of marked) asked[number] = 0
    return best
  }
}

function gramsOf(text: string): Set<string> {
  const words = wordsOf(text)
  const grams = new Set<string>()
  for (const size of [Math.min(3, words.length), 5]) {
    for (let i = 0; i + size <= words.length; i++) grams.add(words.slice(i, i + size).join(' '))
  }
  return grams
}

const before = cpu()
const segment = built('corpus', paragraphs)
say(`  built in ${(cpu() - before).toFixed(0)} ms of CPU`)
const lookup = lookupIn(segment)
const nearest = (text: string) => {
  const asked = askedOf(text)
  return asked ? lookup.nearest(asked, 10, 0, everyUnit).map(({ similarity }) => similarity) : []
}
const brute = bruteForce()

const stop = await serveTests(fileURLToPath(new URL('../', import.meta.url)), [])
const tests = await testDatabase()
const { database } = tests
await sql`create extension if not exists pg_trgm`.execute(database)
await sql`create table said (text text not null)`.execute(database)
const different = [...new Set(paragraphs)]
for (let i = 0; i < different.length; i += 5_000) {
  await sql`insert into said select * from unnest(${different.slice(i, i + 5_000)}::text[])`.execute(database)
}
await sql`create index on said using gist (text gist_trgm_ops)`.execute(database)
await sql`analyze said`.execute(database)
const trigrams = async (text: string) =>
  (await sql<{ text: string }>`select text from said order by text <-> ${text} limit 10`.execute(database)).rows

const figuresOf = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
const times = figuresOf('first', 'wall', 'cpu', 'brute', 'trigrams')
const ratios = figuresOf('first', 'brute', 'trigrams')
const repeats = 10
let wrong = 0
for (let i = 0; i < 300; i++) nearest(asking[i % asking.length]!) // warm
for (const [i, text] of asking.entries()) {
  const before = cpu()
  nearest(text)
  const first = cpu() - before
  times.first.push(first)
  const startedCpu = cpu()
  const started = performance.now()
  for (let again = 0; again < repeats; again++) nearest(text)
  const wall = (performance.now() - started) / repeats
  const own = (cpu() - startedCpu) / repeats
  times.wall.push(wall)
  times.cpu.push(own)
  if (i < ofBrute) {
    const before = cpu()
    const expected = brute(text)
    times.brute.push(cpu() - before)
    ratios.brute.push(times.brute.at(-1)! / own)
    ratios.first.push(times.brute.at(-1)! / first)
    const found = nearest(text)
    if (found.length !== expected.length || found.some((similarity, n) => similarity !== expected[n])) wrong++
  }
  if (i < ofTrigrams) {
    const before = performance.now()
    await trigrams(text)
    times.trigrams.push(performance.now() - before)
    ratios.trigrams.push(times.trigrams.at(-1)! / wall)
  }
}
say(`${questions} questions, milliseconds`)
say(`  index         ${figures(times.cpu)} of CPU; ${figures(times.wall)} of wall time`)
say(`  asked first   ${figures(times.first)} of CPU`)
say(`  brute force   ${figures(times.brute)} of CPU; ${timesOf(ratios.brute)} times the index (goal 500)`)
say(`                ${timesOf(ratios.first)} times the index where it is asked first`)
say(`  trigrams      ${figures(times.trigrams)} of wall time; ${timesOf(ratios.trigrams)} times the index (goal 2000)`)
say(`  answers other than brute force gives: ${wrong} of ${ofBrute}`)
await tests.close()
await stop()
if (once) process.exit(wrong === 0 ? 0 : 1)

function* tenfold() {
  yield* paragraphs
  for (let copy = 1; copy < 10; copy++) for (const text of paragraphs) yield edited(text)
}
const seedOfTenfold = seed
const beforeTenfold = cpu()
const large = lookupIn(built('ten times the corpus', tenfold()))
say(`  built in ${((cpu() - beforeTenfold) / 1000).toFixed(1)} s of CPU, the making of its paragraphs included`)
for (let i = 0; i < 600; i++) large.nearest(askedOf(`${paragraphs[i * 97]} peace`)!, 10, 0, everyUnit) // warm
const took: number[] = []
const tookCpu: number[] = []
const similarities = asking.map((text) => {
  const started = performance.now()
  const startedCpu = cpu()
  const asked = askedOf(text)
  const found = asked ? large.nearest(asked, 10, 0, everyUnit) : []
  took.push(performance.now() - started)
  tookCpu.push(cpu() - startedCpu)
  return found.map(({ similarity }) => similarity)
})
say(`  index         ${figures(took)} of wall time (goal: p95 2), ${figures(tookCpu)} of CPU`)

seed = seedOfTenfold
const some = asking.slice(0, 8).map((text) => ({ own: gramsOf(text), best: new Map<string, number>() }))
for (const text of tenfold()) {
  const grams = gramsOf(text)
  for (const { own, best } of some) {
    let shared = 0
    for (const gram of own) if (grams.has(gram)) shared++
    if (shared > 0) best.set(wordsOf(text).join(' '), shared / (own.size + grams.size - shared))
    if (best.size > 5_000)
      for (const [other] of [...best].sort((a, b) => a[1] - b[1]).slice(0, 4_900)) best.delete(other)
  }
}
const differing = some.filter(({ best }, i) => {
  const expected = sorted([...best.values()])
    .reverse()
    .slice(0, 10)
  return expected.some((similarity, n) => similarity !== similarities[i]?.[n])
})
say(`  answers other than brute force gives: ${differing.length} of ${some.length}`)
process.exit(wrong === 0 && differing.length === 0 ? 0 : 1)
