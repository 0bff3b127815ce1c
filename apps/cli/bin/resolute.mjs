#!/usr/bin/env node
// Starts the command line under Node 24, whichever Node runs this file.
import process from 'node:process'
import { run } from '../../../scripts/run/child.mjs'
import { findNode, nodeEnvironment } from '../../../scripts/run/node24.mjs'
import { root } from '../../../scripts/run/root.mjs'

const node = findNode()
if (node) {
  const program = ['--disable-warning=ExperimentalWarning', `${root}apps/cli/main.ts`]
  process.exitCode = await run(node, [...program, ...process.argv.slice(2)], { env: nodeEnvironment() })
} else {
  process.stderr.write(
    'resolute: Node 24 is not here yet. Run "npm ci" once in the folder of Resolute; it brings it.\n',
  )
  process.exitCode = 1
}
