// The rules of the house (design section 3), checked by machine. `modules/modules.ts` holds the order of the line.
import { readFileSync } from 'node:fs'

const order = readFileSync(new URL('./modules/modules.ts', import.meta.url), 'utf8').match(/line = \[([^\]]+)\]/)[1]
const line = [...order.matchAll(/'(\w+)'/g)].map((m) => m[1])

const leftward = line.slice(0, -1).map((name, i) => ({
  name: `leftward-${name}`,
  comment: `${name} may import only what stands to its left in the line`,
  severity: 'error',
  from: { path: `^modules/${name}/` },
  to: { path: `^modules/(${line.slice(i + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...leftward,
    {
      name: 'by-the-door',
      comment: 'a module is entered by its index.ts only; its pages are entered by the web shell',
      severity: 'error',
      from: { path: '^modules/([^/]+)/' },
      to: { path: '^modules/([^/]+)/.+', pathNot: ['^modules/$1/', '^modules/[^/]+/(index\\.ts$|testing/)'] },
    },
    {
      name: 'testing-in-tests',
      comment: 'what a module offers to tests is used by tests alone',
      severity: 'error',
      from: { pathNot: ['\\.test\\.tsx?$', '/testing/'] },
      to: { path: '^modules/[^/]+/testing/' },
    },
    {
      name: 'programs-by-the-door',
      comment: 'programs plug manifests, commands, messages and pages together; they enter no other room',
      severity: 'error',
      from: { path: '^apps/' },
      to: {
        path: '^modules/[^/]+/.+',
        pathNot: ['^modules/[^/]+/(index|commands)\\.ts$', '^modules/[^/]+/(web|messages|testing)/'],
      },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(modules|apps|packages)/' },
    },
    {
      name: 'modules-know-no-program',
      comment: 'pages may use the design system by its door',
      severity: 'error',
      from: { path: '^modules/' },
      to: { path: '^apps/', pathNot: '^apps/web/design/index\\.ts$' },
    },
    {
      name: 'reader-imports-nothing',
      comment: 'the core of the reader is pure; its files entry may use what its package.json names',
      severity: 'error',
      from: { path: '^packages/reader/src/', pathNot: ['^packages/reader/src/files/', '\\.test\\.ts$'] },
      to: { pathNot: '^packages/reader/src/' },
    },
    {
      name: 'reader-by-the-door',
      severity: 'error',
      from: { pathNot: '^packages/reader/' },
      to: { path: '^packages/reader/src/', pathNot: '^packages/reader/src/(files/)?index\\.ts$' },
    },
    {
      name: 'sql-in-stores',
      comment: 'SQL stands in a store.ts and in the platform; elsewhere only types of the database are named',
      severity: 'error',
      from: { path: '^(modules|apps)/', pathNot: ['/store[a-z-]*\\.ts$', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'react-in-web',
      severity: 'error',
      from: {
        path: '^(modules|platform|apps|packages)/',
        pathNot: ['^modules/[^/]+/web/', '^apps/web/', '^apps/server/'],
      },
      to: { path: 'node_modules/(react|react-dom|react-router|react-intl|@react-router)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(vite/client$|virtual:|\\./\\+types|\\.\\./.*\\+types)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.react-router|fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
