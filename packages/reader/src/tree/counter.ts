import type { Numbering, SeriesReading } from '../blocks/numbering.ts'

interface Step {
  readonly series: SeriesReading['series']
  readonly style: Numbering['style']
  readonly value: number
  /** As it goes into a path: `9`, `(a)`, `a`. */
  readonly label: string
}

/** Where numbering stands: one step for each open level, outermost first. */
export type Counter = readonly Step[]

export interface Counted {
  readonly counter: Counter
  readonly level: number
  readonly path: string
  /** A number was left out or came twice. */
  readonly jumped: boolean
}

const labelOf = (numbering: Numbering) =>
  numbering.style === 'stop' || numbering.style === 'dash' ? numbering.sign : `(${numbering.sign})`

/** Levels in the order of the drafting manual: `1.`, `(a)`, `(i)`, `a.`, `i.` (`field.md` 1.1). */
function stepOf(numbering: Numbering, reading: SeriesReading): Step {
  return { series: reading.series, style: numbering.style, value: reading.value, label: labelOf(numbering) }
}

const continues = (last: Step, numbering: Numbering, reading: SeriesReading) =>
  last.series === reading.series && last.style === numbering.style

/** The drafting manual knows five levels; what nests deeper than this is no list any more and stays on the last one. */
const deepest = 8

function settle(counter: Counter, depth: number, step: Step, jumped: boolean): Counted {
  const next = [...counter.slice(0, Math.min(depth, deepest - 1)), step]
  const path = next.map(({ label }) => label).join('')
  return { counter: next, level: next.length, path, jumped: jumped || depth >= deepest }
}

/**
 * Takes the next number and tells its level and path. `follower` is the number after it, which decides whether `(i)` is
 * a letter or a roman number; `opensList` says that the paragraph before ends with a colon.
 */
export function count(counter: Counter, numbering: Numbering, follower: Numbering | null, opensList: boolean): Counted {
  const { readings, style } = numbering
  const after = (reading: SeriesReading) =>
    follower?.style === style &&
    follower.readings.some((next) => next.series === reading.series && next.value === reading.value + 1)
  const only = readings.length === 1 ? readings[0]! : null
  if (only && only.series !== 'bullet' && only.value > 1) {
    // the number that comes next, as most do, leaves no choice
    const depth = counter.findLastIndex((last) => continues(last, numbering, only))
    if (depth >= 0 && counter[depth]!.value + 1 === only.value)
      return settle(counter, depth, stepOf(numbering, only), false)
  }
  const choices: { readonly counted: Counted; readonly rank: number }[] = []
  for (const reading of readings) {
    const step = stepOf(numbering, reading)
    const sure = readings.length > 1 && after(reading) ? 2 : 0
    if (reading.series === 'bullet') {
      const open = counter.findIndex((last) => last.series === 'bullet')
      return settle(counter, open < 0 ? counter.length : open, step, false)
    }
    for (let depth = counter.length - 1; depth >= 0; depth--) {
      const last = counter[depth]!
      if (!continues(last, numbering, reading)) continue
      if (reading.value === last.value + 1)
        choices.push({ counted: settle(counter, depth, step, false), rank: 5 + sure - (opensList ? 1 : 0) })
      else
        choices.push({ counted: settle(counter, depth, step, true), rank: (reading.value > last.value ? 2 : 1) + sure })
      break
    }
    const top = reading.series === 'arabic' && (style === 'stop' || style === 'dash') ? 0 : counter.length
    if (!counter.some((last) => continues(last, numbering, reading)) || (opensList && reading.value === 1 && top > 0))
      choices.push({
        counted: settle(counter, top, step, reading.value !== 1),
        rank: (reading.value === 1 ? 4 : 0) + sure + (opensList ? 0.5 : 0),
      })
  }
  choices.sort((a, b) => b.rank - a.rank)
  return choices[0]?.counted ?? settle(counter, 0, stepOf(numbering, { series: 'arabic', value: 0 }), true)
}
