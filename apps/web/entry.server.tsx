import { renderToReadableStream } from 'react-dom/server'
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from 'react-router'
import { isInteractive } from './interactive.ts'
import { languagesOffered } from './messages.ts'
import { visitKey } from './visit.ts'

export { visitKey }
export const offeredLanguages = languagesOffered()

/** Pages are documents: rendered whole before the first byte leaves, so that a failure gets its right status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: RouterContextProvider,
): Promise<Response> {
  const { nonce: allowed, failed } = load.get(visitKey)
  const matched = context.staticHandlerContext.matches.map(({ route }) => context.routeModules[route.id])
  const interactive = matched.some((page) => isInteractive(page?.handle))
  // The nonce changes with every request: only pages with scripts carry it, so that all others can be kept and compared.
  const nonce = interactive ? allowed : undefined
  let failure: unknown = null
  const body = await renderToReadableStream(<ServerRouter context={context} url={request.url} nonce={nonce} />, {
    nonce,
    onError: (error) => {
      failure = error
      failed(error)
    },
  })
  await body.allReady
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('cache-control', interactive ? 'no-store' : (headers.get('cache-control') ?? 'private, no-cache'))
  headers.append('vary', 'Accept-Language, Cookie')
  return new Response(body, { status: failure === null ? status : 500, headers })
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.get(visitKey).failed(error)
}
