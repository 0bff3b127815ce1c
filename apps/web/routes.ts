import { index, type RouteConfig } from '@react-router/dev/routes'

export default [index('../../modules/mandates/web/what-is-due.tsx')] satisfies RouteConfig
