import type { Config } from '@react-router/dev/config'

/** Server-rendered; `npm start` builds into the git-ignored `build/` of the checkout. */
export default {
  appDirectory: '.',
  buildDirectory: '../../build',
  ssr: true,
} satisfies Config
