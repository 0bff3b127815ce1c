import { addresseesIn } from './addressees.ts'
import type { Addressee } from './clause.ts'
import type { Surroundings } from './surroundings.ts'
import type { BodyAt } from './timings.ts'

const convening = new Set(['intergovernmental_body', 'self'])
const named =
  /\b(?:the |its )?(?:[A-Z][\w-]*(?: (?:(?:of|on|the|and|for|to|against|in) ){0,3}[A-Z][\w'-]*)*|(?:standing |open-ended |intergovernmental |ad hoc )*(?:working|expert) group(?:[^,;]{0,120}?(?=,| at | to ))?)/g
const toIt = /\bto it\b/g

/**
 * Whose session "its twenty-second session" is: the body named by the phrase itself, else the one right before it or
 * the nearest before it that has sessions, "it" being the organ, else whoever is asked, else the organ.
 */
export function bodiesFor(masked: string, addressees: readonly Addressee[], start: number, s: Surroundings): BodyAt {
  let bodies: readonly Body[] | null = null
  return (at, written) => {
    if (written !== null) {
      const own = addresseesIn(masked.indexOf(written, at), masked.indexOf(written, at) + written.length, s, masked)[0]
      return own?.addressee.name ?? written.replace(/^the /i, '')
    }
    bodies ??= bodiesIn(masked, start, s)
    const before = bodies.findLast((body) => body.end <= at)
    if (before) return before.name
    const after = bodies.find(
      (body) => body.end > at && /^[^,;]{0,40} to (?:the )?$/.test(masked.slice(at, body.start)),
    )
    if (after) return after.name
    const asked = addressees.find((a) => convening.has(a.class))
    return asked?.name ?? s.organ?.name ?? null
  }
}

interface Body {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** Every body named from `start` on, and "to it", in order. */
function bodiesIn(masked: string, start: number, s: Surroundings): readonly Body[] {
  const bodies: Body[] = []
  named.lastIndex = start
  for (let m = named.exec(masked); m; m = named.exec(masked)) {
    const next = named.lastIndex
    const found = addresseesIn(m.index, m.index + m[0].length, s, masked)
    for (const one of found)
      if (convening.has(one.addressee.class)) bodies.push({ start: one.start, end: one.end, name: one.addressee.name })
    named.lastIndex = next
  }
  toIt.lastIndex = start
  if (s.organ)
    for (let m = toIt.exec(masked); m; m = toIt.exec(masked))
      bodies.push({ start: m.index + 3, end: m.index + m[0].length, name: s.organ.name })
  return bodies.sort((a, b) => a.end - b.end)
}
