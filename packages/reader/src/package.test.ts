import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build, type Rolldown } from 'vite'
import { describe, expect, expectTypeOf, test } from 'vitest'
import * as files from './files/index.ts'
import { english } from './files/testing/sample.ts'
import type { DocumentTree, Outline } from './index.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const patient = 120_000

/** A door and all it needs, put together for a browser; nothing is written. */
async function bundled(entry: string, format: 'es' | 'iife'): Promise<readonly Rolldown.OutputChunk[]> {
  const made = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: here(entry), formats: [format], name: 'reader', fileName: 'reader' },
    },
  })) as Rolldown.RolldownOutput[]
  return made[0]!.output.filter((one) => one.type === 'chunk')
}

describe('the core', () => {
  test(
    'is one piece that asks for nothing and reads a text where there is nothing but the language itself',
    async () => {
      const [core, ...others] = await bundled('index.ts', 'iife')
      expect([others, core!.imports, core!.dynamicImports]).toEqual([[], [], []])
      const text = readFileSync(new URL('../../../samples/E-RES-2012-19.txt', import.meta.url), 'utf8')
      // no process, no Buffer, no window, no URL
      const bare = createContext({ text })
      const outline = JSON.parse(
        runInContext(`${core!.code}\nJSON.stringify(reader.outlineOf(reader.readText(text)))`, bare),
      ) as Outline
      expect(outline.units.map(({ id }) => id)).toEqual(['E/RES/2012/19'])
    },
    patient,
  )
})

describe('the door of files', () => {
  test('gives out these names and no others', () => {
    expect(Object.keys(files).sort()).toEqual([
      'childOf',
      'childrenOf',
      'decodeText',
      'deepestXml',
      'elementsOf',
      'isElement',
      'largestText',
      'parseXml',
      'readAkomaNtoso',
      'readFile',
      'unpack',
      'zipEntries',
    ])
  })

  test('what it reads and refuses has the types it says', () => {
    expectTypeOf(files.readFile).parameter(0).toEqualTypeOf<Uint8Array>()
    expectTypeOf(files.readFile).returns.resolves.toEqualTypeOf<files.ReadFile | files.Refused>()
    expectTypeOf<files.ReadFile['tree']>().toEqualTypeOf<DocumentTree>()
    expectTypeOf<files.Form>().toEqualTypeOf<'text' | 'html' | 'docx' | 'pdf' | 'xml'>()
  })

  test(
    'what reads a form is a piece of its own, and in a browser none of them asks for more than threads',
    async () => {
      const pieces = await bundled('files/index.ts', 'es')
      const names = pieces.map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['docx', 'html', 'pdf']))
      const [entry] = pieces.filter(({ isEntry }) => isEntry)
      expect(entry!.code).not.toContain('FlateError')
      const needed = pieces.flatMap(({ code }) => [...code.matchAll(/(?:from|import\()\s*["'](node:[\w/]+)["']/g)])
      // only where there is a process: in a browser the page's own thread is the limit
      expect([...new Set(needed.map(([, name]) => name))].filter((name) => name !== 'node:worker_threads')).toEqual([])
    },
    patient,
  )

  test('the second example of the README gives what it says', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const [, , example = ''] = readme.split('```ts\n').map((part) => part.split('```')[0])
    const body = example.replace(/^import .*$/m, '').concat('\nreturn read')
    const run = new Function('readFile', 'bytes', `return (async () => {${body}})()`)
    expect(Object.keys(await run(files.readFile, await english.docx()))).toEqual(['form', 'text', 'tree'])
    expect(await run(files.readFile, new Uint8Array())).toEqual({ refusal: { code: 'empty' } })
  })
})

test('the words of the draft check are part of the package', () => {
  const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { exports: object }
  expect(Object.keys(about.exports)).toEqual(['.', './files', './messages/*.json'])
})
