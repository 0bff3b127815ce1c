/**
 * How fast two versions of a text are compared, paragraphs and words, against `undifferent` of the United Nations, as
 * ratios in one interleaved run (CPU time, median of the rounds with its spread). The 40 pairs are those of
 * `../shared/corpus/compare/bench-pairs.json`; each side gets the same titles and paragraphs.
 *
 * - `warm`: all pairs in turn in one process, after one round that is not counted; `pairs` is the slowest of them by
 *   ratio, since none may be slower than the peer.
 * - `cold`: all pairs once in a fresh process, the loading of the code included; started as the product starts its
 *   programs, with what the last start compiled at hand.
 * - `verbatim`: of the paragraphs that both versions have to the letter, how many were not put together.
 * - `growth`: pairs put behind one another, up to 160 of them, each time with other words swapped; the exponent is that
 *   of the last doublings.
 *
 *   node bench/comparing.ts [rounds] [warm] [cold] [verbatim] [growth]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareTexts } from '@resolute/reader'
import { type Line, outlineOfLines, type Pair, pairsAreThere, readPairs } from './comparing/pairs.ts'
import { builtPeer, howToPutThePeerThere } from './comparing/peer.ts'
import { type PeerDiff, peerFrom } from './comparing/peer-code.ts'
import { median, say, spent, spread } from './reading/measure.ts'

const rounds = Math.max(1, Number(process.argv[2] ?? 5))
const chosen = new Set(process.argv.slice(3))
const wanted = (part: string) => chosen.size === 0 || chosen.has(part)

const compiled = new URL('../node_modules/.cache/compiled', import.meta.url)

const textsOf = (lines: readonly Line[]): string[] => lines.map(({ text }) => text)

function warm(pairs: readonly Pair[], diff: PeerDiff | null): void {
  const inputs = pairs.map(({ name, old, new: neu }) => ({
    name,
    own: [outlineOfLines(old), outlineOfLines(neu)] as const,
    peer: [textsOf(old), textsOf(neu)] as const,
  }))
  const own = pairs.map((): number[] => [])
  const peer = pairs.map((): number[] => [])
  for (let round = 0; round <= rounds; round++)
    for (const [at, input] of inputs.entries()) {
      const ownTime = spent(() => void compareTexts(...input.own))
      const peerTime = diff ? spent(() => void diff(...input.peer)) : Number.NaN
      if (round === 0) continue
      own[at]!.push(ownTime)
      peer[at]!.push(peerTime)
    }
  const whole = (times: readonly (readonly number[])[]) =>
    Array.from({ length: rounds }, (_, round) => times.reduce((sum, one) => sum + one[round]!, 0))
  const [ownWhole, peerWhole] = [whole(own), whole(peer)]
  say(`warm: ${pairs.length} pairs, ${rounds} rounds`)
  say(`  compareTexts           ${spread(ownWhole, 0)} ms`)
  if (!diff) return
  say(`  undifferent            ${spread(peerWhole, 0)} ms`)
  say(`  times faster           ${spread(ratios(peerWhole, ownWhole), 0)}   (goal 80)`)
  const byPair = pairs.map((_, at) => median(peer[at]!) / median(own[at]!))
  const slowest = byPair.indexOf(Math.min(...byPair))
  say(`  least in any pair      ${byPair[slowest]!.toFixed(1)}, ${pairs[slowest]!.name}   (goal: none below 1)`)
}

const ratios = (peer: readonly number[], own: readonly number[]) => peer.map((one, at) => one / own[at]!)

function cold(pairs: readonly Pair[], peer: string | null): void {
  const folder = mkdtempSync(join(tmpdir(), 'resolute-bench-'))
  try {
    const file = join(folder, 'pairs.json')
    writeFileSync(file, JSON.stringify(pairs))
    const code = fileURLToPath(new URL('comparing/cold.ts', import.meta.url))
    // the first run of a program compiles it and keeps that, as the product does (scripts/run/node24.mjs)
    const env = { NODE_COMPILE_CACHE: fileURLToPath(compiled), ...process.env }
    const run = (...more: string[]): number => {
      const child = spawnSync(process.execPath, [code, file, ...more], { encoding: 'utf8', env })
      if (child.status !== 0) throw new Error(child.stderr)
      return Number(child.stdout)
    }
    const own: number[] = []
    const others: number[] = []
    run()
    for (let round = 0; round < rounds; round++) {
      own.push(run())
      if (peer) others.push(run(peer))
    }
    say(`cold: ${pairs.length} pairs in a fresh process, ${rounds} rounds`)
    say(`  compareTexts           ${spread(own, 0)} ms`)
    if (!peer) return
    say(`  undifferent            ${spread(others, 0)} ms`)
    say(`  times faster           ${spread(ratios(others, own), 0)}   (goal 15)`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const keyOf = ({ text }: Pick<Line, 'text'>) => text.replace(/\s+/g, ' ').trim()

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function verbatim(pairs: readonly Pair[], diff: PeerDiff | null): void {
  let all = 0
  let ownMissed = 0
  let peerMissed = 0
  for (const { old, new: neu } of pairs) {
    const own = compareTexts(outlineOfLines(old), outlineOfLines(neu)).pairs.flatMap((pair) => {
      const [one] = pair.old
      const [other] = pair.new
      return one && other && keyOf(one.item) === keyOf(other.item) ? [keyOf(one.item)] : []
    })
    const peer = diff?.(textsOf(old), textsOf(neu)).items.flatMap(({ left, right }) =>
      left && right && keyOf({ text: left }) === keyOf({ text: right }) ? [keyOf({ text: left })] : [],
    )
    const [inOld, inNew, byOwn, byPeer] = [old.map(keyOf), neu.map(keyOf), own, peer ?? []].map(counted)
    for (const [key, count] of inOld!) {
      const both = Math.min(count, inNew!.get(key) ?? 0)
      all += both
      ownMissed += both - Math.min(both, byOwn!.get(key) ?? 0)
      peerMissed += both - Math.min(both, byPeer!.get(key) ?? 0)
    }
  }
  say(`verbatim: ${all} paragraphs stand in both versions of their pair`)
  say(`  missed by compareTexts ${ownMissed}   (goal 0)`)
  if (diff) say(`  missed by undifferent  ${peerMissed}`)
}

/** Every eighth word with a tail, so that a copy has its own vocabulary and is no repetition. */
const swapped = (lines: readonly Line[], copy: number): readonly Line[] =>
  copy === 0
    ? lines
    : lines.map((line) => ({
        ...line,
        text: line.text
          .split(' ')
          .map((word, at) => (at % 8 === copy % 8 ? `${word}${copy}` : word))
          .join(' '),
      }))

function growth(pairs: readonly Pair[]): void {
  const sizes = [5, 10, 20, 40, 80, 160]
  const texts = sizes.map((size) => {
    const taken = Array.from({ length: size }, (_, at) => ({
      ...pairs[(at * 7) % pairs.length]!,
      copy: Math.floor(at / pairs.length),
    }))
    const side = (which: 'old' | 'new') => outlineOfLines(taken.flatMap((pair) => swapped(pair[which], pair.copy)))
    return [side('old'), side('new')] as const
  })
  const times = sizes.map((): number[] => [])
  for (let round = 0; round <= rounds; round++)
    for (const [at, [old, neu]] of texts.entries()) {
      const time = spent(() => void compareTexts(old, neu))
      if (round > 0) times[at]!.push(time)
    }
  say('growth: pairs put behind one another and compared as one text')
  for (const [at, size] of sizes.entries()) {
    const items = texts[at]!.reduce((sum, { units }) => sum + units[0]!.items.length, 0)
    say(`  ${String(size).padStart(4)} pairs, ${String(items).padStart(6)} paragraphs  ${spread(times[at]!, 0)} ms`)
  }
  const exponent = (from: number, to: number) => Math.log2(median(times[to]!) / median(times[from]!)) / (to - from)
  say(
    `  exponent               ${exponent(2, 5).toFixed(2)} from 20 to 160, ${exponent(0, 5).toFixed(2)} from 5   (goal 1.3 or less)`,
  )
}

if (pairsAreThere()) {
  const pairs = await readPairs()
  const address = await builtPeer()
  if (!address) say(`comparing: ${howToPutThePeerThere}`)
  const diff = address ? await peerFrom(address) : null
  if (wanted('verbatim')) verbatim(pairs, diff)
  if (wanted('warm')) warm(pairs, diff)
  if (wanted('cold')) cold(pairs, address)
  if (wanted('growth')) growth(pairs)
} else say('comparing: left out, ../shared/corpus is not there')
