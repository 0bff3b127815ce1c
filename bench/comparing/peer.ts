import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

/** `undifferent` of the United Nations: aligns lines by edit distance and marks letters. Never committed here. */
const peerSource = fileURLToPath(new URL('../.peers/undifferent/src/core/index.ts', import.meta.url))
const peerFolder = fileURLToPath(new URL('../.peers/built', import.meta.url))

export const howToPutThePeerThere = `the peer is missing; to put it there:
  git clone https://github.com/UN-EOSG-Analytics/undifferent bench/.peers/undifferent
  cd bench/.peers/undifferent && rm package*.json && npm init -y && npm i --ignore-scripts diff@8.0.3 fast-levenshtein@3.0.0`

/** Puts the peer together as one file, as its own build does; null where it is missing. */
export async function builtPeer(): Promise<string | null> {
  if (!existsSync(peerSource)) return null
  await mkdir(peerFolder, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: peerFolder,
      minify: false,
      lib: { entry: peerSource, formats: ['es'], fileName: () => 'undifferent.mjs' },
    },
  })
  return pathToFileURL(`${peerFolder}/undifferent.mjs`).href
}
