import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { type TestDatabase, testDatabase, testPlatform } from '#platform/testing'
import { createHttp } from '../../apps/server/http.ts'
import { listen } from '../../apps/server/listen.ts'
import { importSamples } from '../../apps/server/samples.ts'
import { fillRooms, openRooms, type Rooms } from '../../modules/modules.ts'

export interface TestSite {
  readonly rooms: Rooms
  readonly tests: TestDatabase
  readonly origin: string
  readonly port: number
  /** What the server logged as a fault of its own. */
  readonly faults: readonly object[]
  close(): Promise<void>
}

/**
 * The whole site as it is served, on a database of its own, with the two founding texts in it unless told otherwise.
 * Forms are taken from its own origin alone, so its port is known before it is opened.
 */
export async function testSite(
  now: () => Date,
  { samples = true, host = '127.0.0.1' }: { readonly samples?: boolean; readonly host?: string } = {},
): Promise<TestSite> {
  const tests = await testDatabase()
  const rooms = openRooms(testPlatform({ database: tests.database, now }))
  await fillRooms(rooms)
  if (samples) await importSamples({ rooms, database: tests.database }, now, () => {})
  const faults: object[] = []
  const quiet = () => {}
  const log = { debug: quiet, info: quiet, warn: quiet, error: (facts: object) => void faults.push(facts) }
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const site = await listen((request) => answer(request), { host, port: 0 })
  const origin = `http://${host}:${site.port}`
  answer = (await createHttp(rooms, { origin, production: true, log, now })).fetch
  return {
    rooms,
    tests,
    origin,
    port: site.port,
    faults,
    async close() {
      await site.close()
      await tests.close()
    },
  }
}

/** A real Chromium: the system's, or the one named by CHROMIUM. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })

/** One visit with a clean browser, ended whatever becomes of it. */
export async function visitWith<T>(
  browser: Browser,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(30_000)
  try {
    return await act(await context.newPage())
  } finally {
    await context.close()
  }
}
