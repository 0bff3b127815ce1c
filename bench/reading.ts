/**
 * How fast texts are read, as ratios in one interleaved run (CPU time, median of the rounds with its spread).
 *
 * Two collections are read: the 1,467 resolutions of `../shared/corpus/structure`, and as the whole corpus the 3,064
 * documents of `../shared/corpus/paragraphs.jsonl.gz`, a paragraph a line. Each against two limits:
 *
 * - `one pattern a line`: an anchored pattern tried on every line of text that is decoded already. It looks at the first
 *   ten letters of a line and never at the rest, so it says how fast lines are cut, 2 GB a second, rather than how fast
 *   text is read.
 * - `a line taken apart`: from the same bytes that reading starts from, one anchored pattern takes every line apart into
 *   its number, its opening (one of all known from the list of English openings) and the text behind. That is the least that
 *   can be called reading, and it comes near the 400 MB a second that `performance.md` measured for its limit. Both
 *   rows stand, since `performance.md` does not say which of them it meant.
 *
 * `clauses` is the time of clauses and obligations against that of tree and outline of the same texts. Both start from
 * every text of the corpus; structure reads all of it, clauses what the register keeps: operative paragraphs and
 * subparagraphs outside reports (54 % of the letters), and recitals (26 %) for the names they mention. The time of clauses
 * is that of both together less that of structure alone, right before it.
 *
 * `memory` is the peak of a process of its own that reads the whole corpus one text after the other, `doubling` how much
 * longer a text takes than its half, up to 10 MB.
 *
 *   node bench/reading.ts [rounds] [structure] [corpus] [clauses] [memory] [doubling]
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { outlineOf, readMandates, readText } from '@resolute/reader'
import { corpusFile, documentsIn } from './reading/corpus.ts'
import { lineTakenApart } from './reading/limit.ts'
import { median, say, spent, spread } from './reading/measure.ts'

const rounds = Math.max(1, Number(process.argv[2] ?? 5))
const chosen = new Set(process.argv.slice(3))
const wanted = (part: string) => chosen.size === 0 || chosen.has(part)
const structure = new URL('../../shared/corpus/structure/', import.meta.url)

const firstLetters = /^(?:\d{1,3}\.|\([a-z]\)|[A-Z][a-z]+ing\b|[A-Z][a-z]+s\b)/

function againstTheLimits(name: string, files: readonly Buffer[]): void {
  const texts = files.map((bytes) => bytes.toString('utf8'))
  const megabytes = files.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6
  const takenApart = lineTakenApart()
  let found = 0
  const acts = {
    first: () => {
      for (const text of texts) for (const line of text.split('\n')) if (firstLetters.test(line)) found++
    },
    apart: () => {
      for (const bytes of files)
        for (const line of bytes.toString('utf8').split('\n')) found += takenApart.exec(line)?.[4]?.length ?? 0
    },
    decoded: () => {
      for (const text of texts) found += outlineOf(readText(text)).units.length
    },
    bytes: () => {
      for (const bytes of files) found += outlineOf(readText(bytes.toString('utf8'))).units.length
    },
  }
  const times: Record<keyof typeof acts, number[]> = { first: [], apart: [], decoded: [], bytes: [] }
  for (const act of Object.values(acts)) act()
  for (let round = 0; round < rounds; round++)
    for (const [key, act] of Object.entries(acts)) times[key as keyof typeof acts].push(spent(act))
  const shares = (limit: readonly number[], own: readonly number[]) => limit.map((one, at) => (100 * one) / own[at]!)
  const rate = (all: readonly number[]) => `${(megabytes / (median(all) / 1000)).toFixed(0).padStart(5)} MB/s`
  const row = (title: string, all: readonly number[]) => say(`  ${title.padEnd(28)}${rate(all)}   ${spread(all, 0)} ms`)
  say(`${name}: ${files.length} texts, ${megabytes.toFixed(1)} MB, ${found > 0 ? rounds : 0} rounds`)
  row('one pattern a line', times.first)
  row('a line taken apart, bytes', times.apart)
  row('tree and outline', times.decoded)
  row('tree and outline, bytes', times.bytes)
  say(`  share of one pattern a line   ${spread(shares(times.first, times.decoded), 2)} %   (goal 25 %)`)
  say(`  share of a line taken apart   ${spread(shares(times.apart, times.bytes), 2)} %   (goal 25 %, or 100 MB/s)`)
}

function clauses(name: string, texts: readonly string[]): void {
  let found = 0
  const structure = () => {
    for (const text of texts) found += outlineOf(readText(text)).units.length
  }
  const both = () => {
    for (const text of texts) found += readMandates(outlineOf(readText(text))).length
  }
  both()
  const own: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = spent(structure)
    own.push(spent(both) - before)
    ratios.push(own.at(-1)! / before)
  }
  say(`clauses of ${name}: ${found > 0 ? spread(own, 0) : 0} ms`)
  say(`  clauses / structure           ${spread(ratios, 2)}   (goal: at most 3)`)
}

function memory(): void {
  const child = spawnSync(process.execPath, [fileURLToPath(new URL('reading/stream.ts', import.meta.url))], {
    encoding: 'utf8',
  })
  say(child.status === 0 ? child.stdout.trimEnd() : `memory: ${child.stderr}`)
}

function doubling(): void {
  const sample = readFileSync(new URL('../samples/E-2011-30-chapter-I.txt', import.meta.url), 'utf8')
  const read = (text: string) => spent(() => void outlineOf(readText(text)))
  for (let warm = 0; warm < 20; warm++) read(sample)
  say('doubling: the time of a text against that of its half, read in turn')
  let most = 0
  // below a megabyte a collection of garbage is half of the time
  for (let half = sample.repeat(8); half.length <= 5_500_000; half += half) {
    const whole = half + half
    const ratios = Array.from({ length: rounds }, () => {
      const before = read(half)
      return read(whole) / before
    })
    most = Math.max(most, median(ratios))
    say(`  ${(whole.length / 1e6).toFixed(2).padStart(6)} MB  ${spread(ratios, 2)}`)
  }
  say(`  the most is ${most.toFixed(2)}   (goal: never above 2.3)`)
}

async function wholeCorpus(): Promise<void> {
  const texts: string[] = []
  if (wanted('corpus') || wanted('clauses')) for await (const text of documentsIn(corpusFile)) texts.push(text)
  if (wanted('corpus'))
    againstTheLimits(
      'the whole corpus',
      texts.map((text) => Buffer.from(text)),
    )
  if (wanted('clauses')) clauses('the whole corpus', texts)
  if (wanted('memory')) memory()
}

if (existsSync(structure) && existsSync(corpusFile)) {
  const names = readdirSync(structure).filter((name) => name.endsWith('.txt'))
  if (wanted('structure'))
    againstTheLimits(
      'structure',
      names.map((name) => readFileSync(new URL(name, structure))),
    )
  await wholeCorpus()
} else say('reading: left out, ../shared/corpus is not there')
if (wanted('doubling')) doubling()
