import { OpenAPIHono } from '@hono/zod-openapi'
import { analysisRoutes } from './api-analysis.ts'
import { answersRoutes } from './api-answers.ts'
import { callsRoutes } from './api-calls.ts'
import type { Submissions } from './room.ts'

/** JSON routes of calls and submissions. */
export function submissionsRoutes(submissions: Submissions): OpenAPIHono {
  const routes = new OpenAPIHono()
  for (const each of [callsRoutes(submissions), analysisRoutes(submissions), answersRoutes(submissions)])
    routes.route('/', each)
  return routes
}
