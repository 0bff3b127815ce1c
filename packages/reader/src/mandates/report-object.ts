import { asideAt } from './action.ts'
import { mentionsIn } from './gazetteer.ts'
import { blotted, trimmed } from './plain-text.ts'
import type { FoundReport } from './reporting.ts'

const opening =
  /^(?:(?:also|further|continue|to|regularly|promptly|prepare|and|in writing)[ ,]+)*(?:submit|submitting|resubmit|present|presenting|transmit|provide|providing|prepare|give|make)(?: and (?:submit|present))?[, ]+/i
const audience =
  /^to (?:it|(?:the |its )?(?:\u00b7+|[A-Z][\w-]+|working group|expert group))(?:,? (?:at|during|by|before) (?:its|the) [a-z -]*(?:sessions?|meeting)(?:, in [^,]+)?)?,? (?=[a-z])/
const end =
  /[,;]| to (?:the |it|its |\u00b7)| at (?:its|the) | for (?:its|their) consideration| by \d| with a view | in order | made by /

/** What is submitted or presented, where the text does not say on what: "practical proposals for implementing ...". */
export function objectOf(plain: string, masked: string, report: FoundReport, to: number): string | null {
  const words = blotted(masked.slice(report.start, to), mentionsIn(masked.slice(report.start, to)))
  const verb = opening.exec(words)
  if (!verb) return null
  let at = verb[0].length
  at += audience.exec(words.slice(at))?.[0].length ?? 0
  let from = at
  if (/ing$/.test(words.slice(at, at + (end.exec(words.slice(at))?.index ?? 0))))
    from = asideAt(words, at + end.exec(words.slice(at))!.index, words.length) ?? at
  const stop = end.exec(words.slice(from))
  const cut = trimmed(plain, report.start + at, stop ? report.start + from + stop.index : to)
  const text = plain.slice(cut.start, cut.end)
  return text.length > 3 && !/^(?:it|them|those|such)$/.test(text) ? text : null
}
