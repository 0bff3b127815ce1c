import { trimmed } from './plain-text.ts'

const hardStop =
  /,? (?:in order (?:to|that)|so (?:as|that)|with a view (?:to|towards)|with the (?:aim|purpose|objective|goal) of|for the purposes? of|by (?:means of|[a-z]+ing)|when [a-z]+ing|(?<!as and )when\b|while\b|especially|particularly|in particular|inter alia|notably|including|such as|thereby|taking into|bearing in mind|noting|recognizing|as well as|aimed at|at which time|pursuant to|whenever|as soon as|unless)\b/g
const list = /^,? (?:[\p{Lu}][\w-]*|[a-z-]+,|[a-z-]+ and [a-z-]+)/u

/**
 * The short verbatim span that names an act (guideline, "Action"): from its first content verb, or from the noun of a
 * recognition, to the comma, purpose or means that ends it; at most `most` words.
 */
export function actionAt(
  masked: string,
  plain: string,
  from: number,
  to: number,
  verbal: boolean,
): { readonly start: number; readonly end: number; readonly text: string } {
  const most = verbal ? 26 : 22
  let start = from
  const opened =
    /^[\s,]*(?:(?:of|to|at|for|about|that|the fact that|on|upon|regarding|concerning)\b )?(?:the fact that )?(?:(?:in|to) (?:that|this) (?:regard|end|context), |,? ?(?:therefore|accordingly|in (?:the|this|that) (?:context|light|framework) of [^,;]{3,80}), )?/.exec(
      plain.slice(start, to),
    )
  if (opened && !verbal) start += opened[0].length
  let end = stopAt(masked, start, to, verbal)
  end = wordAt(masked, start, end, most)
  const cut = trimmed(plain, start, end)
  return { ...cut, text: plain.slice(cut.start, cut.end) }
}

const blank = /\s/

/** Where the word after `count` words of `[from, to)` starts; `to` where there are no more. */
function wordAt(text: string, from: number, to: number, count: number): number {
  let words = 0
  let inside = false
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    const word = code > 0x20 && code < 0x7f ? true : code !== 0x20 && !blank.test(text[at]!)
    if (word && !inside && words++ === count) return at
    inside = word
  }
  return to
}

/** Nothing but verbs so far: "collect, maintain and publish", "enhance": the object is still to come. */
const onlyVerbs =
  /^(?:not |also |further |to |continue |consider |seek )*[a-z-]+(?:, [a-z-]+)*(?:,? (?:and|or) [a-z-]+)?(?: to [a-z-]+)?$/

/** "submit to the Assembly, at its fifty-third session, a report": a recipient or a place is no object. */
const recipientOnly =
  /^(?:[a-z]+ly |continue to )*(?:submit|present|provide|transmit|report|include|make|bring|give|convey) (?:to|in|on) (?!and\b)[^,;]{2,90}$/
const madeInto = /^(?:make|render|declare|designate) [^,;]{2,90}$/
const othersAct = /^(?:continue to )?(?:request|invite|urge|encourage|ask|call upon|assist|help|enable) [^,;]{2,120}$/
const objectPending = (words: string, next: string): boolean =>
  onlyVerbs.test(words) ||
  (recipientOnly.test(words) && /^(?:an?|the|its|their|his|all|any) /.test(next)) ||
  (madeInto.test(words) && /^an? /.test(next)) ||
  (othersAct.test(words) && next.startsWith('to ')) ||
  (/ (?:(?:of|for|on|by|in) [a-z]+ing|to|of|with|on|in|for|by)$/.test(words) &&
    /^(?:the|an?|all|those|any) /.test(next))

const adjunctPhrase =
  /^, (?:(?:and )?(?:as|where|when|whenever|wherever|if|within|in|upon|on|with|by|at|from|through|during|before|after|subject|consistent|inter|among|including|for|under|pursuant|taking|bearing)\b[^,;]{1,140}?)(?=,)/

/** Where the phrases between commas that start at a comma end ("enhance, within existing mandates, policies"); null where none does. */
export function asideAt(masked: string, comma: number, to: number): number | null {
  let at = comma
  for (let m = adjunctPhrase.exec(masked.slice(at, to)); m; m = adjunctPhrase.exec(masked.slice(at, to)))
    at += m[0].length
  if (at === comma) return null
  const rest = /^, (?!(?:and|or|including|with|in|as|by|through|taking|bearing|noting)\b)/.exec(masked.slice(at, to))
  return rest ? at + rest[0].length : null
}

function stopAt(masked: string, start: number, to: number, verbal: boolean): number {
  let end = to
  hardStop.lastIndex = start + 8
  const hard = hardStop.exec(masked)
  if (hard && hard.index < end) end = hard.index
  const comma = /,(?!\d)|;/g
  comma.lastIndex = start
  for (let m = comma.exec(masked); m && m.index <= end; m = comma.exec(masked)) {
    const words = masked.slice(start, m.index).split(' ').length
    const aside = asideAt(masked, m.index, to)
    if (
      aside !== null &&
      (verbal
        ? objectPending(masked.slice(start, m.index), masked.slice(aside, aside + 6))
        : /^(?:of|by|to) /.test(masked.slice(aside, aside + 3)))
    ) {
      comma.lastIndex = aside
      if (hard && hard.index < aside) {
        hardStop.lastIndex = aside
        end = Math.min(to, hardStop.exec(masked)?.index ?? to)
      }
      continue
    }
    const after = masked.slice(m.index, Math.min(to, m.index + 80))
    if (m[0] === ';') return m.index
    if (words <= 3 && verbal) continue
    const listed =
      list.test(after) &&
      /^,(?! (?:as|where|when|if|in|on|by|with|to|including|such|inter|which)\b)(?: [\w-]+){1,3}(?:,| and | or )/.test(
        after,
      )
    if (listed) continue
    const closing = /^, (?:(?:as|where|when|if|within|in|upon|with|by|on|including)\b[^,;]{2,90}), /.exec(
      masked.slice(m.index, Math.min(to, m.index + 120)),
    )
    if (closing && verbal && (words <= 4 || /ing$/.test(masked.slice(start, m.index)))) {
      comma.lastIndex = m.index + closing[0].length
      continue
    }
    return m.index
  }
  return end
}
