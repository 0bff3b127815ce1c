/**
 * How fast texts are read, as ratios in one interleaved run (CPU time, median of the rounds with its spread).
 *
 * - `reading`: the tree and outline of every text of `../shared/corpus/structure` against one anchored pattern tried on
 *   every line of the same texts, the physical limit.
 * - `doubling`: a text doubled again and again up to 10 MB; how much longer each takes than the one before.
 *
 *   node bench/reading.ts [rounds]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { outlineOf, readText } from '@resolute/reader'

const rounds = Math.max(1, Number(process.argv[2] ?? 5))
const corpus = new URL('../../shared/corpus/structure/', import.meta.url)
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Milliseconds of CPU time that an act takes. */
function spent(act: () => void): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
const spread = (all: readonly number[], digits: number) =>
  `${median(all).toFixed(digits)} (${Math.min(...all).toFixed(digits)} to ${Math.max(...all).toFixed(digits)})`

const anchored = /^(?:\d{1,3}\.|\([a-z]\)|[A-Z][a-z]+ing\b|[A-Z][a-z]+s\b)/

function againstTheLimit(): void {
  if (!existsSync(corpus)) {
    say('reading: left out, ../shared/corpus/structure is not there')
    return
  }
  const texts = readdirSync(corpus)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, corpus), 'utf8'))
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
  let found = 0
  const limit = () => {
    for (const text of texts) for (const line of text.split('\n')) if (anchored.test(line)) found++
  }
  const read = () => {
    for (const text of texts) found += outlineOf(readText(text)).units.length
  }
  limit()
  read()
  const limits: number[] = []
  const reads: number[] = []
  const shares: number[] = []
  for (let round = 0; round < rounds; round++) {
    limits.push(spent(limit))
    reads.push(spent(read))
    shares.push((100 * limits.at(-1)!) / reads.at(-1)!)
  }
  say(`reading: ${texts.length} texts, ${megabytes.toFixed(1)} MB, ${found > 0 ? rounds : 0} rounds`)
  say(`  one pattern a line   ${spread(limits, 0)} ms`)
  say(`  tree and outline     ${spread(reads, 0)} ms, ${(megabytes / (median(reads) / 1000)).toFixed(1)} MB/s`)
  say(`  share of the limit   ${spread(shares, 2)} %   (goal 25 %)`)
  say(`  memory at its peak   ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, all texts held at once`)
}

function doubling(): void {
  const sample = readFileSync(new URL('../samples/E-2011-30-chapter-I.txt', import.meta.url), 'utf8')
  let before: number | null = null
  let most = 0
  say('doubling: the time of a text against that of its half')
  for (let text = sample; text.length <= 10_500_000; text += `\n\n${text}`) {
    const times: number[] = []
    for (let round = 0; round < Math.min(rounds, 3); round++) times.push(spent(() => void outlineOf(readText(text))))
    const now = Math.min(...times)
    const ratio = before === null ? null : now / before
    // below 50 ms a collection of garbage is half of it
    if (ratio !== null && before !== null && before > 50) most = Math.max(most, ratio)
    say(
      `  ${(text.length / 1e6).toFixed(2).padStart(6)} MB  ${now.toFixed(0).padStart(7)} ms  ${ratio === null ? '' : ratio.toFixed(2)}`,
    )
    before = now
  }
  say(`  the most is ${most.toFixed(2)}   (goal: never above 2.3)`)
}

againstTheLimit()
doubling()
