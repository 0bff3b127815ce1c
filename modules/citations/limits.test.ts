import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import { openRegister, resolution } from './testing/open-register.ts'

let place: TestDatabase
let register: Awaited<ReturnType<typeof openRegister>>

beforeEach(async () => {
  place = await testDatabase()
  register = await openRegister(place.database)
})
afterEach(() => place.close())

test('a text with 100,000 citations gives bounded pages, and a graph of the most important', async () => {
  const many = Array.from({ length: 250 }, (_, i) =>
    Array.from({ length: 400 }, (_, k) => `A/RES/${31 + (i % 50)}/${k + 1}`).join(', '),
  )
  await register.bring(resolution('90/1', 'Recalling its resolution 60/1', ...many), 'A/RES/90/1')
  const { rows, total } = await register.citations.citing('A/RES/90/1', { limit: 1_000_000 })
  expect(total).toBe(100_000)
  expect(rows).toHaveLength(1000)
  expect((await register.citations.citing('A/RES/90/1', { offset: 99_999 })).rows).toHaveLength(1)
  const list = (await register.citations.texts('cited', 'A/RES/90/1', { limit: 1e9, offset: -5 }))!
  expect(list.texts).toBe(20_000)
  expect(list.rows).toHaveLength(1000)
  expect(Math.max(...list.rows.map(({ places }) => places.length))).toBeLessThanOrEqual(12)
  const graph = (await register.citations.graph('A/RES/90/1', { depth: 99, limit: 1e9 }))!
  expect(graph.nodes.length).toBeLessThanOrEqual(1001)
  expect(graph.nodes.length + graph.more.before).toBe(list.texts + 1)
})

test('a graph shares its room between both sides, and says what it left out', async () => {
  await register.bring(resolution('70/1', `Recalling ${numbers(60, 30)}`, 'Requests a report'), 'A/RES/70/1')
  for (let n = 1; n <= 6; n++) {
    const also =
      n === 3 ? 'Recalling its resolutions 70/1 and 69/1, and resolution 70/1' : 'Recalling its resolution 70/1'
    await register.bring(resolution(`71/${n}`, also, 'Takes note of resolution 70/1'), `A/RES/71/${n}`)
  }
  const sides = async (limit: number, depth = 1) => {
    const { nodes, edges, more } = (await register.citations.graph('A/RES/70/1', { limit, depth }))!
    const count = (side: (step: number) => boolean) => nodes.filter(({ step }) => side(step)).length
    expect(
      edges.every(({ from, to }) => nodes.some(({ id }) => id === from) && nodes.some(({ id }) => id === to)),
    ).toBe(true)
    return [count((step) => step < 0), count((step) => step > 0), more.before, more.after]
  }
  expect(await sides(100)).toEqual([30, 6, 0, 0])
  expect(await sides(20)).toEqual([14, 6, 16, 0])
  expect(await sides(8)).toEqual([4, 4, 26, 2])
  // the one that cites it most comes first
  const { nodes } = (await register.citations.graph('A/RES/70/1', { limit: 2 }))!
  expect(nodes.find(({ step }) => step > 0)?.id).toBe('A/RES/71/3')
  expect(await register.citations.graph('A/RES/99/1')).toBeNull()
})

test('a graph goes on step by step, and comes to an end where texts cite each other', async () => {
  await register.bring(resolution('70/1', 'Recalling its resolution 71/1', 'Requests a report'), 'A/RES/70/1')
  await register.bring(resolution('71/1', 'Recalling its resolution 70/1', 'Requests a report'), 'A/RES/71/1')
  await register.bring(resolution('72/1', 'Recalling its resolution 71/1', 'Requests a report'), 'A/RES/72/1')
  const graph = (await register.citations.graph('A/RES/72/1', { depth: 3 }))!
  expect(graph.nodes.map(({ id, step }) => [id, step])).toEqual([
    ['A/RES/72/1', 0],
    ['A/RES/71/1', -1],
    ['A/RES/70/1', -2],
  ])
  expect(graph.edges).toHaveLength(3)
})

test('odd addresses find nothing and break nothing', async () => {
  await register.bring(resolution('70/1', 'Recalling its resolution 60/1', 'Requests a report'), 'A/RES/70/1')
  for (const id of ['', '\u0000', "'; drop table", 'a'.repeat(5000), 'A/RES/70/1\u0000']) {
    expect(await register.citations.texts('cited', id)).toBeNull()
    expect((await register.citations.citing(id)).total).toBe(0)
    expect((await register.citations.citedBy(id, { paragraph: '\u0000%_' })).total).toBe(0)
    expect(await register.citations.graph(id, { unit: '\u0000' })).toBeNull()
  }
})

const numbers = (session: number, count: number) =>
  Array.from({ length: count }, (_, i) => `resolution ${session}/${i + 1}`).join(' and ')

/** One resolution as published in each language; not part of the project. */
const published = new URL('../../../shared/corpus/akn/', import.meta.url)
const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
const texts = ['A_RES_76_38', 'A_RES_77_44', 'A_RES_78_115']
const fileOf = (language: string, name: string) => new URL(`${language}/${name}.txt`, published)
const isThere = texts.every((name) => languages.every((language) => existsSync(fileOf(language, name))))
if (!isThere) console.log('Not run: texts in six languages are looked for in ../shared/corpus/akn')

describe.runIf(isThere)('the same resolution in six languages', () => {
  test.each(texts)('%s cites the same texts', async (name) => {
    const cited: (readonly string[])[] = []
    for (const language of languages) {
      const symbol = `${name.replaceAll('_', '/')}/${language}`
      await register.bring(readFileSync(fileOf(language, name), 'utf8'), symbol, language)
      const list = await register.citations.texts('cited', symbol, { order: 'place' })
      cited.push([...new Set(list?.rows.flatMap(({ target }) => target.key ?? []))].sort())
    }
    expect(cited[0]?.length).toBeGreaterThan(20)
    for (const keys of cited) expect(keys).toEqual(cited[0])
  })
})
