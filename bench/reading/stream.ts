/** Reads the whole corpus one text after the other, as `resolute read DIR` does, and says what memory that took. */
import { outlineOf, readText } from '@resolute/reader'
import { corpusFile, documentsIn } from './corpus.ts'
import { say } from './measure.ts'

let letters = 0
for await (const text of documentsIn(corpusFile)) letters += JSON.stringify(outlineOf(readText(text))).length
const peak = process.resourceUsage().maxRSS / 1024
say(`memory: ${(letters / 1e6).toFixed(0)} MB of outlines written one text after the other, peak ${peak.toFixed(0)} MB`)
say('  (goal: below 400 MB)')
