import type { ActorName } from '../mandates/actor-names.ts'
import { matches } from '../mandates/rule.ts'
import type { Surroundings } from '../mandates/surroundings.ts'
import { listedActs } from './act-list.ts'
import type { Citation, CitedAct } from './citation.ts'
import type { CitationRule } from './citation-rule.ts'
import { numberingOf } from './numbering-of-bodies.ts'
import { ownerOf } from './whose.ts'

/** A resolution or decision found in a text. */
export interface FoundAct {
  readonly start: number
  readonly end: number
  readonly names: CitedAct
  /** "paragraph 12 of" in front. */
  readonly locator: string | null
  readonly by: Citation['by']
  readonly rule: string
  readonly owner: ActorName | null
}

const partBefore =
  /\b((?:(?:sub)?paragraphs?|paras?\.|sections?|chapters?) [^;:",]{1,30}?) of (?:the |its )?(?:\p{Lu}[^,;.]{0,100}?)?$/u
const wording = /[^.;:]{0,160}$/

/** An act as data: the key is body, type and number, so that resolution 19/1 and decision 19/1 stay two. */
export function citedAct(
  act: CitedAct['act'],
  body: string | null,
  number: string,
  date: string | null,
  title: string | null,
): CitedAct {
  const series = act === 'resolution' ? numberingOf(body)?.series : null
  const key = body ? `${body} ${act} ${number}` : null
  return { type: 'act', act, body, number, key, symbol: series ? `${series}${number}` : null, date, title }
}

const bareNumber = (plain: string, from: number) => {
  const number = /^\d+/.exec(plain.slice(from, from + 4))![0]
  return [{ start: from, end: from + number.length, number, date: null, title: null }]
}

/** Every resolution and decision that a row finds, with whose it is. `opening` is how much of the text is the verb. */
export function actsIn(rule: CitationRule, plain: string, opening: number, s: Surroundings): readonly FoundAct[] {
  const heads = [...matches(rule.pattern, plain)]
  const found: FoundAct[] = []
  let carried: ActorName | null = null
  let now = s
  heads.forEach((head, index) => {
    const act = head[1]!.toLowerCase() as CitedAct['act']
    const from = head.index + head[0].length
    const stop = plain.indexOf(';', from)
    const until = Math.min(heads[index + 1]?.index ?? plain.length, stop < 0 ? plain.length : stop)
    const listed = rule.plainNumber ? bareNumber(plain, from) : listedActs(plain, from, until, head[2] !== '')
    const last = listed.at(-1)
    if (!last) return
    const before = wording.exec(plain.slice(Math.max(opening, head.index - 200), head.index))![0]
    const after = plain.slice(last.end, last.end + 300)
    const part = partBefore.exec(before)?.[1] ?? null
    for (const one of listed) {
      const { body, by, signs } = ownerOf(before, head.index, after, one.number, one.date, carried, now)
      found.push({
        start: one === listed[0] ? head.index - signs : one.start,
        end: one.start + one.number.length,
        names: citedAct(act, body?.name ?? null, one.number, one.date, one.title),
        locator: part,
        by,
        rule: rule.id,
        owner: body,
      })
      if (body && body !== carried) {
        carried = body
        now = {
          ...s,
          mentions: [...s.mentions.filter((m) => m.end <= head.index), { actor: body, start: head.index, end: from }],
        }
      }
    }
  })
  return found
}
