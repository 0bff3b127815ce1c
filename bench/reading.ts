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

againstTheLimit()
doubling()
