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
    /^[\s,]*(?:(?:of|to|at|for|about|that|the fact that|on|upon)\b )?(?:the fact that )?(?:in that regard, |in this regard, )?/.exec(
      plain.slice(start, to),
    )
  if (opened && !verbal) start += opened[0].length
  let end = stopAt(masked, start, to, verbal)
  const words = [...masked.slice(start, end).matchAll(/\S+/g)]
  if (words.length > most) end = start + words[most]!.index
  const cut = trimmed(plain, start, end)
  return { ...cut, text: plain.slice(cut.start, cut.end) }
}

function stopAt(masked: string, start: number, to: number, verbal: boolean): number {
  let end = to
  hardStop.lastIndex = start + 8
  const hard = hardStop.exec(masked)
  if (hard && hard.index < end) end = hard.index
  const comma = /,(?!\d)|;/g
  comma.lastIndex = start
  for (let m = comma.exec(masked); m && m.index < end; m = comma.exec(masked)) {
    const words = masked.slice(start, m.index).split(' ').length
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
