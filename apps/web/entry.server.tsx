import { createContext, ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { renderToReadableStream } from 'react-dom/server'
export const roomsKey = createContext<{a: string}>()
export default async function handle(request: Request, status: number, headers: Headers, context: EntryContext, _load: RouterContextProvider) {
  const body = await renderToReadableStream(<ServerRouter context={context} url={request.url} />)
  await body.allReady
  headers.set('content-type', 'text/html; charset=utf-8')
  return new Response(body, { status, headers })
}
