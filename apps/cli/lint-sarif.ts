import { draftRules } from '@resolute/reader'
import { type SpokenFinding, say, spokenExample, where } from './lint-words.ts'

const levels = { warning: 'warning', info: 'note' } as const

/** A path or a name as the reference SARIF wants: relative, forward slashes, percent-encoded. */
const reference = (file: string): string =>
  file === '-' ? 'stdin' : file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')

const rules = () =>
  draftRules.map((rule) => {
    const { reason, writtenIn, remedy } = spokenExample(rule)
    return {
      id: rule.code,
      shortDescription: { text: say(`lint.${rule.code}.title`) },
      fullDescription: { text: reason },
      help: { text: `${reason}\n${remedy}\n${writtenIn}` },
      defaultConfiguration: { level: levels[rule.severity] },
    }
  })

/**
 * A log of one run in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS, sections 3.13 to 3.59).
 * Lines are those of the text read; the paragraph is the logical location, since that is how a text is cited.
 */
export function sarifOf(file: string, findings: readonly SpokenFinding[]): object {
  const described = rules()
  const results = findings.map((finding) => ({
    ruleId: finding.code,
    ruleIndex: described.findIndex(({ id }) => id === finding.code),
    level: levels[finding.severity],
    message: { text: `${finding.says} ${finding.remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: reference(file) },
          region: { startLine: finding.place.line },
        },
        logicalLocations: [{ fullyQualifiedName: where(finding.place) }],
      },
    ],
    properties: { facts: finding.facts, start: finding.place.start, end: finding.place.end },
  }))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'resolute', rules: described } }, columnKind: 'utf16CodeUnits', results }],
  }
}
