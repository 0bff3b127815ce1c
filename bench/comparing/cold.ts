/**
 * All pairs once in a process that has compared nothing yet: milliseconds of CPU time from before the code is loaded.
 *
 *   node bench/comparing/cold.ts PAIRS [ADDRESS OF THE PEER]
 */
import { readFileSync } from 'node:fs'
import { outlineOfLines, type Pair } from './pairs.ts'
import { peerFrom } from './peer-code.ts'

const [, , file, peer] = process.argv
const pairs = JSON.parse(readFileSync(file!, 'utf8')) as readonly Pair[]
const before = process.cpuUsage()
if (peer) {
  const diff = await peerFrom(peer)
  for (const { old, new: neu } of pairs)
    diff(
      old.map(({ text }) => text),
      neu.map(({ text }) => text),
    )
} else {
  const { compareTexts } = await import('@resolute/reader')
  for (const { old, new: neu } of pairs) compareTexts(outlineOfLines(old), outlineOfLines(neu))
}
const { user, system } = process.cpuUsage(before)
process.stdout.write(`${(user + system) / 1000}\n`)
