import { trimmed } from './plain-text.ts'
import type { FoundReport } from './reporting.ts'

const opening =
  /^(?:(?:also|further|continue|to|regularly|promptly|prepare|and|in writing)[ ,]+)*(?:submit|submitting|resubmit|present|presenting|transmit|provide|providing|prepare|give|make)(?: and (?:submit|present))?[, ]+/i
const audience =
  /^to (?:(?! an? | the (?:results|report|outcome)|practical|proposals|recommendations|its (?!session)).)*?(?:sessions?|meeting)(?:, in [^,]+,)? (?=[a-z])|^to (?:it|the [A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|on|and|the|for))*),? (?=(?:an?|the|its|their|practical|proposals|recommendations|his|any) )/
const end = /[,;]| to (?:the|it|its) | at (?:its|the) | for (?:its|their) consideration| by \d| with a view | in order /

/** What is submitted or presented, where the text does not say on what: "practical proposals for implementing ...". */
export function objectOf(plain: string, masked: string, report: FoundReport, to: number): string | null {
  let at = report.start
  const verb = opening.exec(masked.slice(at, to))
  if (!verb) return null
  at += verb[0].length
  const whom = audience.exec(masked.slice(at, to))
  if (whom) at += whom[0].length
  const stop = end.exec(masked.slice(at, to))
  const cut = trimmed(plain, at, stop ? at + stop.index : to)
  const text = plain.slice(cut.start, cut.end)
  return text.length > 3 && !/^(?:it|them|those|such)$/.test(text) ? text : null
}
