import type { Config } from '@react-router/dev/config'

/** Server-rendered; `npm start` builds into the git-ignored `build/` of the checkout. */
export default {
  appDirectory: '.',
  buildDirectory: '../../build',
  ssr: true,
  // pages ask the server for each other; nothing is discovered by script
  routeDiscovery: { mode: 'initial' },
} satisfies Config
