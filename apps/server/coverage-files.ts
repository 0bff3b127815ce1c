import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Coverage } from '#modules/submissions'
import { problem, problemOf, visitorOf } from '#platform/http'
import { chooseLanguage, sixLanguages } from '#platform/i18n'
import type { Rooms } from '../../modules/modules.ts'
import { drawCoverage } from '../../modules/submissions/web/coverage-map.ts'

type Tongue = Parameters<Rooms['submissions']['coverage']>[2]

/** Who was asked and from whom something stands, in the language of whoever asks; null where there is no such call. */
export async function coverageFor(
  { submissions }: Rooms,
  context: Context,
): Promise<{ readonly call: string; readonly coverage: Coverage; readonly language: Tongue } | null> {
  const { call = '' } = context.req.param() as { call?: string }
  const language = chooseLanguage(context.req.raw, sixLanguages).language as Tongue
  const coverage = await submissions.coverage(call, visitorOf(context), language)
  return coverage && { call, coverage, language }
}

/** `/calls/2012-1/coverage.svg`: the map of the page of the same name, apart from it, so that the page stays light. */
export function mountCoverageMap(app: OpenAPIHono, rooms: Rooms): void {
  app.get('/calls/:call/coverage.svg', async (context) => {
    const found = await coverageFor(rooms, context)
    if (!found) return problem(context, problemOf(404))
    const directory = await rooms.parties.directory()
    const drawn = await drawCoverage(found.coverage, (id) => directory.actor(id), found.language)
    return context.body(drawn, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'private, no-cache' })
  })
}
