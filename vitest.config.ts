import { defineConfig } from 'vitest/config'

const exclude = ['**/node_modules/**', '**/build/**', '**/.react-router/**']

/** Three suites: what needs nothing, what needs a database, and the whole thing from outside. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'reader', include: ['packages/**/*.test.ts'], exclude } },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['platform', 'modules', 'apps', 'scripts'].map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude,
          globalSetup: './vitest.setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude,
          globalSetup: './vitest.setup.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
