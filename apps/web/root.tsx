import type { ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import { data, Links, Outlet, Scripts, useMatches, useRouteLoaderData } from 'react-router'
import type { Visitor } from '#platform/access'
import { languageCookie, localeOf } from '#platform/i18n'
import './design/tokens.css'
import './design/base.css'
import { Shell } from './design/shell.tsx'
import { type LoaderInput, visitOf } from './design/visit.ts'
import { isInteractive } from './interactive.ts'
import { languagesOffered, messagesOf } from './messages.ts'
import type { RootData } from './root-data.ts'

/** Where not even the root could be loaded. A browser never needs them, and does not get them. */
const spare = import.meta.env.SSR ? messagesOf('en') : {}

const year = 365 * 24 * 60 * 60

export function loader(input: LoaderInput) {
  const { requestId, nonce, reads, visitor } = visitOf(input)
  const { language, direction, named } = reads
  const kept = { 'set-cookie': `${languageCookie}=${language}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly` }
  const found: RootData = {
    language,
    languages: languagesOffered(),
    direction,
    requestId,
    nonce,
    messages: messagesOf(language),
    signedIn: signedInOf(visitor),
  }
  return data(found, named ? { headers: kept } : {})
}

function signedInOf({ person, name, grants }: Visitor): RootData['signedIn'] {
  return person === null ? null : { name: name ?? '', seesPeople: grants.some(({ role }) => role !== 'evaluator') }
}

export function headers({ loaderHeaders }: { loaderHeaders: Headers }): Headers {
  return loaderHeaders
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const root = useRouteLoaderData<RootData>('root')
  const interactive = useMatches().some(({ handle }) => isInteractive(handle))
  return (
    <html lang={root?.language ?? 'en'} dir={root?.direction ?? 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body>
        <IntlProvider locale={localeOf(root?.language ?? 'en')} messages={root?.messages ?? spare}>
          <Shell>{children}</Shell>
        </IntlProvider>
        {interactive && <Scripts nonce={root?.nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export { Fault as ErrorBoundary } from './fault.tsx'
