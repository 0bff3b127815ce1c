import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from './turns.ts'

/** Acts that note when they start and end; `slow` ones take longer to prepare, as a long PDF does. */
function notingOrder() {
  const order = inOrder()
  const noted: string[] = []
  const run = (name: string, on: readonly string[], { slow = 0, fails = false } = {}) =>
    order(
      async () => {
        await sleep(slow)
        if (fails) throw new Error(name)
        return name
      },
      () => on,
      async () => {
        noted.push(`${name} starts`)
        await sleep(5)
        noted.push(`${name} ends`)
        return name
      },
    )
  return { noted, run }
}

test('acts on one thing run in the order in which they were asked for, whichever is prepared first', async () => {
  const { noted, run } = notingOrder()
  await Promise.all([run('a', ['x'], { slow: 20 }), run('b', ['x', 'y']), run('c', ['y'])])
  expect(noted).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends'])
})

test('acts on other things run meanwhile', async () => {
  const { noted, run } = notingOrder()
  await Promise.all([run('a', ['x']), run('b', ['y'])])
  expect(noted).toEqual(['a starts', 'b starts', 'a ends', 'b ends'])
})

test('one that fails holds nobody up', async () => {
  const { noted, run } = notingOrder()
  const all = await Promise.allSettled([run('a', ['x'], { fails: true, slow: 10 }), run('b', ['x'])])
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  expect(noted).toEqual(['b starts', 'b ends'])
})
