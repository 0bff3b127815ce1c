import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import titles from './problems.en.json' with { type: 'json' }

/** An error as RFC 9457 asks for it. `code` is stable for programs; `title` is for people; `id` finds it in the log. */
export interface Problem {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly title: string
  readonly detail?: string
  readonly id?: string
  /** Which parts of the request were not understood. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

/** Answers with `application/problem+json`. `type` is an address relative to the API's description. */
export function problem(context: Context, given: Problem): Response {
  const body = { type: `/problems/${given.code}`, ...given, instance: context.req.path }
  return context.body(JSON.stringify(body), given.status, { 'content-type': 'application/problem+json' })
}

/** The stable code and title of a status; one nobody wrote down stands for its class. */
export function problemOf(status: number): Pick<Problem, 'status' | 'code' | 'title'> {
  const known: Readonly<Record<string, { readonly code: string; readonly title: string }>> = titles
  return { status: status as ContentfulStatusCode, ...(known[status] ?? titles[status >= 500 ? 500 : 400]) }
}

interface Invalid {
  readonly error?: {
    readonly name?: string
    readonly message?: string
    readonly issues?: readonly { readonly path: readonly (string | number)[]; readonly message: string }[]
  }
}

/** Turns an error answer that is not a problem yet (a schema's refusal, a bare 404) into one. */
export async function asProblem(context: Context, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status < 400 || type.startsWith('application/problem+json')) return response
  const body = type.startsWith('application/json') ? ((await response.json().catch(() => null)) as unknown) : null
  const issues = invalidIssues(body)
  return problem(context, {
    ...problemOf(response.status),
    ...(issues.length > 0 && { errors: issues }),
    ...(detailOf(body) && { detail: detailOf(body) }),
  })
}

function invalidIssues(body: unknown): NonNullable<Problem['errors']> {
  const error = (body as Invalid | null)?.error
  if (!error || typeof error !== 'object') return []
  const issues = error.issues ?? parsedIssues(error.message)
  return issues.map((issue) => ({ pointer: `#/${issue.path.join('/')}`, detail: issue.message }))
}

// zod 4 keeps its issues in the message when an error is written as JSON
function parsedIssues(message: string | undefined): NonNullable<NonNullable<Invalid['error']>['issues']> {
  if (!message?.startsWith('[')) return []
  try {
    return JSON.parse(message)
  } catch {
    return []
  }
}

function detailOf(body: unknown): string | undefined {
  if (body && typeof body === 'object' && 'detail' in body && typeof body.detail === 'string') return body.detail
  return undefined
}
