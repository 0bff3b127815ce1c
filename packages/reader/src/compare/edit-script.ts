/** Which places of two lists stand in both: 1 for kept, 0 for deleted or inserted. As many ones on either side. */
export interface EditScript {
  readonly old: Uint8Array
  readonly new: Uint8Array
  /** How many are kept. */
  readonly kept: number
}

/** Steps that all searches in two lists may take, roughly, and how many edits one looks for at least and at most. */
const mostSteps = 20_000_000
const fewestEdits = 64
const mostEdits = 512

const never = -0x3fffffff

/** How far a search came on each diagonal, from the front and from the back; each search fills in what it reads. */
const origin = mostEdits + 2
const forward = new Int32Array(2 * origin + 2)
const backward = new Int32Array(2 * origin + 2)

/**
 * The shortest edit script of two lists (Myers 1986, in linear space, both ends trimmed). Where lists differ by more
 * edits than is worth looking for, the script is valid and may be longer: a search is broken off where it came
 * furthest, as GNU diff does, so that time stays linear in the lists.
 */
export function editScript(a: Int32Array, b: Int32Array): EditScript {
  const keptOld = new Uint8Array(a.length)
  const keptNew = new Uint8Array(b.length)
  const all = a.length + b.length
  const limit = Math.max(fewestEdits, Math.min(mostEdits, Math.floor(mostSteps / (all + 1))))
  const search = searchHalfway(a, b, Math.min(limit, (all + 1) >> 1))
  let kept = 0
  const work: number[] = [0, a.length, 0, b.length]
  while (work.length > 0) {
    let newEnd = work.pop()!
    let newStart = work.pop()!
    let oldEnd = work.pop()!
    let oldStart = work.pop()!
    while (oldStart < oldEnd && newStart < newEnd && a[oldStart] === b[newStart]) {
      keptOld[oldStart++] = 1
      keptNew[newStart++] = 1
      kept++
    }
    while (oldStart < oldEnd && newStart < newEnd && a[oldEnd - 1] === b[newEnd - 1]) {
      keptOld[--oldEnd] = 1
      keptNew[--newEnd] = 1
      kept++
    }
    if (oldStart === oldEnd || newStart === newEnd) continue
    const [x, y] = search(oldStart, oldEnd, newStart, newEnd)
    work.push(oldStart, x, newStart, y, x, oldEnd, y, newEnd)
  }
  return { old: keptOld, new: keptNew, kept }
}

/** A place on the shortest way through a part of both lists, about half-way; both ends of the part differ. */
function searchHalfway(a: Int32Array, b: Int32Array, limit: number) {
  return (oldStart: number, oldEnd: number, newStart: number, newEnd: number): readonly [number, number] => {
    const height = oldEnd - oldStart
    const width = newEnd - newStart
    const delta = height - width
    const odd = (delta & 1) !== 0
    for (let edits = 0; ; edits++) {
      // a way found from the front that meets one from the back
      forward[origin - edits - 1] = forward[origin + edits + 1] = never
      for (let k = -edits; k <= edits; k += 2) {
        let right = forward[origin + k - 1]! + 1
        if (right > height) right = never
        let down = forward[origin + k + 1]!
        if (down - k > width) down = never
        let x = edits === 0 ? 0 : Math.max(right, down)
        if (x < 0) {
          forward[origin + k] = never
          continue
        }
        let y = x - k
        while (x < height && y < width && a[oldStart + x] === b[newStart + y]) {
          x++
          y++
        }
        forward[origin + k] = x
        const other = delta - k
        if (odd && other > -edits && other < edits && x + backward[origin + other]! >= height)
          return [oldStart + x, newStart + y]
      }
      backward[origin - edits - 1] = backward[origin + edits + 1] = never
      for (let k = -edits; k <= edits; k += 2) {
        let right = backward[origin + k - 1]! + 1
        if (right > height) right = never
        let down = backward[origin + k + 1]!
        if (down - k > width) down = never
        let x = edits === 0 ? 0 : Math.max(right, down)
        if (x < 0) {
          backward[origin + k] = never
          continue
        }
        let y = x - k
        while (x < height && y < width && a[oldEnd - 1 - x] === b[newEnd - 1 - y]) {
          x++
          y++
        }
        backward[origin + k] = x
        const other = delta - k
        if (!odd && other >= -edits && other <= edits && x + forward[origin + other]! >= height)
          return [oldEnd - x, newEnd - y]
      }
      if (edits === limit) break
    }
    // broken off: on from where either search came furthest
    let furthest = 0
    let split: readonly [number, number] = [oldStart, newStart]
    for (let k = -limit; k <= limit; k += 2) {
      const x = forward[origin + k]!
      if (2 * x - k > furthest) {
        furthest = 2 * x - k
        split = [oldStart + x, newStart + x - k]
      }
      const back = backward[origin + k]!
      if (2 * back - k > furthest) {
        furthest = 2 * back - k
        split = [oldEnd - back, newEnd - back + k]
      }
    }
    return split
  }
}
