import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from 'react-router'
import { PageHead } from './design/parts.tsx'
import { useWords } from './design/words.ts'
import type { RootData } from './root-data.ts'

/** What a visitor sees instead of a page: what happened and what to do. The cause stands in the log under the id. */
export function Fault() {
  const words = useWords()
  const error = useRouteError()
  const root = useRouteLoaderData<RootData>('root')
  if (isRouteErrorResponse(error) && error.status === 404) {
    const { what = 'page', id = '' } = (error.data ?? {}) as { what?: string; id?: string }
    const named = words.has(`fault.missing.${what}`) ? what : 'page'
    return (
      <>
        <PageHead kicker={words('fault.kicker', { status: 404 })} title={words(`fault.missing.${named}`, { id })}>
          <p>{words(`fault.try.${named}`)}</p>
        </PageHead>
        <ul>
          <li>
            <a href="/">{words('shell.nav.due')}</a>
          </li>
          <li>
            <a href="/register">{words('shell.nav.register')}</a>
          </li>
          <li>
            <a href="/documents">{words('shell.nav.documents')}</a>
          </li>
        </ul>
      </>
    )
  }
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (isRouteErrorResponse(error) && status < 500) {
    const { act = '' } = (error.data ?? {}) as { act?: string }
    const what = status === 403 ? 'forbidden' : 'refused'
    return (
      <PageHead kicker={words('fault.kicker', { status })} title={words(`fault.${what}`)}>
        <p>{words(`fault.${what}-try`, { act })}</p>
      </PageHead>
    )
  }
  return (
    <PageHead kicker={words('fault.kicker', { status })} title={words('fault.broken')}>
      <p>{words('fault.broken-try', { id: root?.requestId ?? '-' })}</p>
    </PageHead>
  )
}
