import { fileURLToPath } from 'node:url'
import { migrationSources } from './modules/modules.ts'
import { serveTests } from './platform/testing/index.ts'

/** Hands the modules' tables to the test server, which knows no module. Vitest calls what this returns at the end. */
export default () => serveTests(fileURLToPath(new URL('./', import.meta.url)), migrationSources)
