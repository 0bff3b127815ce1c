import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ServerBuild } from 'react-router'
import { actAskedBy } from '#platform/http'

/** One thing the server answers to, with the acts of the table of permissions it asks for. */
export interface ServedRoute {
  readonly kind: 'page' | 'api' | 'file'
  readonly method: string
  /** With parameters as `:name`, and `*` for the rest of an address. */
  readonly path: string
  /** Empty where it is open to everybody. More than one where a page has several forms: the form names the act. */
  readonly acts: readonly string[]
}

/** Everything a server answers to, read from its routers. What stands before all routes has no method and is left out. */
export function routesServed(app: OpenAPIHono, build: ServerBuild): readonly ServedRoute[] {
  return [...pagesOf(build), ...othersOf(app)]
}

interface Handle {
  readonly opens?: string
  readonly acts?: readonly string[]
}

function pagesOf({ routes }: ServerBuild): ServedRoute[] {
  const addressOf = (id: string): string => {
    const route = routes[id]
    if (!route) return ''
    return `${route.parentId ? addressOf(route.parentId) : ''}${route.path ? `/${route.path}` : ''}`
  }
  return Object.values(routes).flatMap((route) => {
    if (!route || route.id === 'root') return []
    const { opens, acts = [] } = (route.module.handle ?? {}) as Handle
    const page = { kind: 'page', path: addressOf(route.id) || '/' } as const
    const shown = { ...page, method: 'GET', acts: opens === undefined ? [] : [opens] }
    return route.module.action ? [shown, { ...page, method: 'POST', acts }] : [shown]
  })
}

interface Described {
  readonly 'x-act'?: string
}

function othersOf(app: OpenAPIHono): ServedRoute[] {
  const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
  const described = (method: string, path: string): Described | undefined =>
    (paths[path.replace(/:(\w+)(?:\{[^}]+\})?/g, '{$1}')] as Record<string, Described> | undefined)?.[
      method.toLowerCase()
    ]
  const found = new Map<string, ServedRoute>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const api = path.startsWith('/api/')
    const act = api ? described(method, path)?.['x-act'] : actAskedBy(handler)
    const before = found.get(`${method} ${path}`)?.acts ?? []
    const acts = act && !before.includes(act) ? [...before, act] : before
    found.set(`${method} ${path}`, { kind: api ? 'api' : 'file', method, path, acts })
  }
  return [...found.values()]
}
