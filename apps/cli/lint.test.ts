import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { draftRules, findingSources } from '@resolute/reader'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lint } from './lint.ts'
import { sarifOf } from './lint-sarif.ts'
import { say, spokenExample } from './lint-words.ts'
import { runCommand } from './testing/run-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const report = join(root, 'samples/E-2011-30-chapter-I.txt')
const clean = join(root, 'packages/reader/src/draft-check/model-resolution.txt')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resolute-lint-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...args: string[]) => runCommand(lint, folder, args)

test('a clean text: nothing on standard output, exit code 0', async () => {
  expect(await run(clean)).toMatchObject({ code: 0, out: '', talk: expect.stringContaining('Nothing found') })
})

test('one line for each finding, with its place and its remedy, exit code 1', async () => {
  const { code, out, talk } = await run(report)
  expect(code).toBe(1)
  expect(out).toContain(
    `${report}:962: warning ibid-across-texts (D/Resolution 20/4): Footnote 61 is the first of this text, and its “Ibid.” points into the text before. Write the reference out.\n`,
  )
  expect(out).toContain('(B/Draft resolution II, paragraph 4): “Requests that …” asks, but nobody to do it.')
  expect(talk).toContain(`${out.trimEnd().split('\n').length} findings`)
})

test('--json: every finding with code, severity, place, facts, source and words', async () => {
  const { code, out } = await run('--json', report)
  const { findings, ...about } = JSON.parse(out)
  expect([code, about]).toEqual([1, { source: report, language: 'en' }])
  for (const finding of findings)
    expect(finding).toEqual({
      code: expect.stringMatching(/^[a-z-]+$/),
      severity: expect.stringMatching(/^(?:warning|info)$/),
      place: {
        unit: expect.any(String),
        path: finding.place.path === null ? null : expect.any(String),
        line: expect.any(Number),
        start: expect.any(Number),
        end: expect.any(Number),
      },
      facts: expect.any(Object),
      source: expect.toBeOneOf([...findingSources]),
      says: expect.stringMatching(/\.$/),
      reason: expect.stringMatching(/\.$/),
      writtenIn: expect.stringMatching(/\S/),
      remedy: expect.stringMatching(/[.”]$/),
    })
})

test('limits are those of the body', async () => {
  expect((await run('--words', '20', '--title-words', '3', clean)).out.match(/\b\w+-too-long\b/g)).toEqual([
    'text-too-long',
    'title-too-long',
  ])
})

describe('SARIF 2.1.0', () => {
  test('a log with the properties the standard demands, and results that point at rules', async () => {
    const log = JSON.parse((await run('--sarif', report)).out)
    expect(log.version).toBe('2.1.0')
    expect(log.runs).toHaveLength(1)
    const { tool, results, columnKind } = log.runs[0]
    expect(columnKind).toBe('utf16CodeUnits')
    expect(tool.driver.name).toBe('resolute')
    for (const rule of tool.driver.rules) {
      expect(rule.help.text).toMatch(/\S/)
      expect(rule.shortDescription.text).toMatch(/\S/)
      expect(['note', 'warning']).toContain(rule.defaultConfiguration.level)
    }
    expect(results.length).toBeGreaterThan(10)
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
      expect(level).toBe(tool.driver.rules[ruleIndex].defaultConfiguration.level)
      expect(message.text).toMatch(/\S/)
      const { artifactLocation, region } = locations[0].physicalLocation
      expect(() => new URL(artifactLocation.uri, 'file:///')).not.toThrow()
      expect(region.startLine).toBeGreaterThan(0)
    }
  })

  test('a clean text gives an empty list of results; odd names become references', async () => {
    expect(JSON.parse((await run('--sarif', clean)).out).runs[0].results).toEqual([])
    const [finding] = [spokenExample(draftRules[0]!)]
    expect(JSON.stringify(sarifOf('my drafts/50%.txt', [finding]))).toContain('"uri":"my%20drafts/50%25.txt"')
  })
})

test.each([
  [[]],
  [['a.txt', 'b.txt']],
  [['--json', '--sarif', 'a.txt']],
  [['--nonsense', 'a.txt']],
  [['--words', 'x', 'a.txt']],
  [['nowhere.txt']],
])('wrong usage: %j', async (args) => {
  await expect(run(...args)).rejects.toMatchObject({ exitCode: 2 })
})

test('a text without a resolution is named, not called clean', async () => {
  const file = join(folder, 'letter.txt')
  await writeFile(file, 'Dear colleagues,\n\nplease find attached nothing.\n')
  await expect(run(file)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('nothing was checked'),
  })
})

/** `docs/draft-check.md` is written from the rules and their words: `vitest run apps/cli/lint.test.ts --update`. */
test('docs/draft-check.md says what the rules say', async () => {
  const parts = draftRules.map((rule) => {
    const { severity, says, reason, writtenIn, remedy } = spokenExample(rule)
    const languages = rule.languages === null ? 'all six languages' : rule.languages.join(', ')
    return [
      `## ${rule.code}`,
      `${say(`lint.${rule.code}.title`)} (${severity}; ${languages}).`,
      `- Says, for example: ${says}`,
      `- Why: ${reason}`,
      `- Written in: ${writtenIn}`,
      `- What to do: ${remedy}`,
    ]
      .join('\n\n')
      .replaceAll('\n\n- ', '\n- ')
      .replace('\n- Says', '\n\n- Says')
  })
  const head = await readFile(new URL('./lint-docs-head.md', import.meta.url), 'utf8')
  await expect(`${head.trimEnd()}\n\n${parts.join('\n\n')}\n`).toMatchFileSnapshot(join(root, 'docs/draft-check.md'))
})
