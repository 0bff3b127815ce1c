import { parseArgs } from 'node:util'
import { checkDraft, type DraftLimits, outlineOf } from '@resolute/reader'
import { type Command, CommandRefusal } from '#platform/manifest'
import type { Rooms } from '../../modules/modules.ts'
import { sarifOf } from './lint-sarif.ts'
import { type SpokenFinding, say, spoken, where } from './lint-words.ts'
import { readNamed } from './named-file.ts'

const usage = `resolute lint FILE|- [--json|--sarif] [--words N] [--title-words N]

Says what a desk officer would tell the drafter of a resolution or decision: no one asked, no session, numbers and
footnotes out of order, the same ask twice. Hints, never verdicts; docs/draft-check.md names them all. Reads the same
files as resolute read; - is standard input. Needs no database.

  --json           one JSON object: the findings with their places, facts and words
  --sarif          SARIF 2.1.0, as editors and code hosts show it
  --words N        the most words the body allows a text
  --title-words N  the most words the body allows a title

Exit code 0: nothing found. 1: something was found. 2: wrong usage, or a file that gives no resolution to check.`

interface Asked {
  readonly file: string
  readonly form: 'lines' | 'json' | 'sarif'
  readonly limits: DraftLimits
}

const refused = (words: string): CommandRefusal => new CommandRefusal(`${words}\n\n${usage}`, 2)

function asked(args: readonly string[]): Asked {
  const options = {
    json: { type: 'boolean' },
    sarif: { type: 'boolean' },
    words: { type: 'string' },
    'title-words': { type: 'string' },
  } as const
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw refused(say('lint.one-file'))
  if (values.json && values.sarif) throw refused(say('lint.one-form'))
  const limit = (option: 'words' | 'title-words'): number | undefined => {
    const value = values[option]
    if (value === undefined || /^[1-9]\d{0,6}$/.test(value)) return value === undefined ? undefined : Number(value)
    throw refused(say('lint.limit', { option: `--${option}`, value }))
  }
  const form = values.json ? 'json' : values.sarif ? 'sarif' : 'lines'
  return { file, form, limits: { words: limit('words'), titleWords: limit('title-words') } }
}

function lines(file: string, findings: readonly SpokenFinding[]): string {
  return findings
    .map((finding) => {
      const { code, severity, place, says, remedy } = finding
      return `${say('lint.line', { file, line: place.line, severity, code, where: where(place), says, remedy })}\n`
    })
    .join('')
}

/** Act `lint`: asks nobody's leave, changes nothing. */
export const lint: Command<Rooms> = {
  name: 'lint',
  summary: 'Check a draft: what a desk officer would tell the drafter; needs no database',
  usage,
  async run({ args, out, talk }) {
    const { file, form, limits } = asked(args)
    const read = await readNamed(file, say)
    if ('refusal' in read) throw new CommandRefusal(read.refusal, 2)
    const outline = outlineOf(read.tree)
    if (outline.units.every(({ type }) => type === 'report' || type === 'other'))
      throw new CommandRefusal(say('lint.no-draft', { file }), 2)
    const findings = checkDraft(outline, limits).map(spoken)
    switch (form) {
      case 'json':
        out(`${JSON.stringify({ source: file, language: outline.language, findings })}\n`)
        break
      case 'sarif':
        out(`${JSON.stringify(sarifOf(file, findings), null, 2)}\n`)
        break
      case 'lines':
        out(lines(file, findings))
        talk(`${say('lint.count', { count: findings.length })}\n`)
        break
      default:
        form satisfies never
    }
    return findings.length > 0 ? 1 : 0
  },
}
