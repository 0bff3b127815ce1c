import { XmlDocument } from 'libxml2-wasm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#platform/testing'
import type { GraphNode } from './citation.ts'
import { exported, linksOf } from './export.ts'
import { openRegister, report, resolution, sheet } from './testing/open-register.ts'

let place: TestDatabase
let register: Awaited<ReturnType<typeof openRegister>>

beforeAll(async () => {
  place = await testDatabase()
  register = await openRegister(place.database)
  await register.bring(sheet, 'E/RES/2012/19')
  await register.bring(report, 'E/2011/30')
  await register.bring(
    resolution('67/1', 'Recalling Economic and Social Council resolution 2012/19', 'Requests a report'),
    'A/RES/67/1',
  )
})
afterAll(() => place.close())

const whole = async (format: 'graphml' | 'json-ld' | 'csv', base: string | null = null) => {
  let text = ''
  for await (const piece of exported(register.citations.all(), format, base)) text += piece
  return text
}

/** A node that tries to break out of whatever it is written into. */
const hostile: GraphNode = {
  id: '"><script>alert(1)</script>',
  label: ']]>&<data>\u0000\u0007\uD800',
  kind: 'unsettled',
  key: null,
  act: null,
  number: null,
  body: '=HYPERLINK("x")',
  year: null,
  found: null,
  step: 0,
  times: 1,
}

test('GraphML is well-formed, declares its keys, and its edges lead from node to node', async () => {
  const written = await whole('graphml')
  const document = XmlDocument.fromString(written)
  const space = { g: 'http://graphml.graphdrawing.org/xmlns' }
  const nodes = document.find('//g:node/@id', space).map(({ content }) => content)
  const ends = document.find('//g:edge/@source | //g:edge/@target', space).map(({ content }) => content)
  const keys = document.find('//g:key/@id', space).map(({ content }) => content)
  const used = document.find('//g:data/@key', space).map(({ content }) => content)
  // ids are of the type NMTOKEN
  expect(nodes.every((id) => /^n\d+$/.test(id))).toBe(true)
  expect(new Set(nodes).size).toBe(nodes.length)
  expect(ends.filter((id) => !nodes.includes(id))).toEqual([])
  expect([...new Set(used)].filter((key) => !keys.includes(key))).toEqual([])
  const addresses = document.find('//g:node/g:data[@key="address"]', space).map(({ content }) => content)
  expect(addresses).toContain('E/2011/30#D/Resolution 20/7')
  expect(new Set(addresses).size).toBe(addresses.length)
  document.dispose()
})

test('JSON-LD names every text once, by an address, with what it cites', async () => {
  const { '@context': context, '@graph': texts } = JSON.parse(await whole('json-ld', 'https://register.example/'))
  expect(context).toEqual({ '@vocab': 'https://schema.org/', '@base': 'https://register.example/' })
  const ids: string[] = texts.map((text: { '@id': string }) => text['@id'])
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(URL.canParse(id, context['@base'])).toBe(true)
  const own = texts.find((text: { '@id': string }) => text['@id'] === '/documents/E/RES/2012/19')
  expect(own).toMatchObject({
    '@type': 'Legislation',
    identifier: 'E/RES/2012/19',
    legislationDate: '2012-07-26',
    legislationPassedBy: { '@type': 'Organization', name: 'Economic and Social Council' },
  })
  const cited = own.citation.map((one: { '@id': string }) => one['@id'])
  expect(cited).toContain('/documents/E/2011/30?unit=D%2FResolution%2020%2F7')
  expect(cited).toContain('https://undocs.org/A/RES/65/232')
  // whatever is cited is described
  expect(
    texts
      .flatMap((text: { citation?: { '@id': string }[] }) => text.citation ?? [])
      .map((one: { '@id': string }) => one['@id'])
      .filter((id: string) => !ids.includes(id)),
  ).toEqual([])
})

test('CSV has one line for each text that another cites', async () => {
  const [head, ...lines] = (await whole('csv')).trimEnd().split('\r\n')
  expect(head).toBe('from,to,label,kind,body,year,times,registered')
  expect(lines).toContain('A/RES/67/1,E/RES/2012/19,E/RES/2012/19,act,Economic and Social Council,2012,1,true')
  expect(lines.every((line) => line.split(',').length >= 8)).toBe(true)
})

test('the graph of one text is written the same way', async () => {
  const graph = (await register.citations.graph('E/RES/2012/19'))!
  const links = linksOf(graph)
  expect(links.map(({ from }) => from.id)).toContain('A/RES/67/1')
  expect(links.reduce((sum, { to }) => sum + to.length, 0)).toBe(graph.edges.length)
})

test.each(['graphml', 'json-ld', 'csv'] as const)('hostile words stay words in %s', async (format) => {
  let text = ''
  for await (const piece of exported([{ from: hostile, to: [{ ...hostile, id: 'x' }] }], format, null)) text += piece
  if (format === 'graphml') XmlDocument.fromString(text).dispose()
  if (format === 'json-ld') JSON.parse(text)
  if (format === 'csv') expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  expect(format === 'graphml' && text.includes('<script>')).toBe(false)
})
