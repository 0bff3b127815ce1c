import { createHash } from 'node:crypto'
import type { Ledger } from '#modules/ledger'
import { refusalOf } from '#platform/access'
import type { Database } from '#platform/database'
import { generatedAt, longestPassage, withEdits } from './edits.ts'
import { permissions } from './permissions.ts'
import { renderReport } from './render/render.ts'
import { type Issue, type Issuing, type Report, type ReportQuery, reportFormats } from './report.ts'
import {
  type IssueHead,
  insertEdit,
  insertFile,
  insertIssue,
  type ReportKey,
  sealOf,
  selectFile,
  selectIssue,
  selectIssues,
  standingEdits,
} from './store.ts'
import { inLanguage } from './words.ts'

export interface IssuingGround {
  readonly database: Database
  readonly now: () => Date
  readonly ledger: Ledger
  readonly origin: string
  /** The report as generated; null when body or session is unknown. */
  readonly generate: (query: ReportQuery) => Promise<Report | null>
}

const keyOf = ({ body, session, scope, language }: Report): ReportKey => ({
  body,
  session,
  scope: scope ?? '',
  language,
})

/** Opens the acts on reports: words of the office, and issuing. */
export function openIssuing({ database, now, ledger, origin, generate }: IssuingGround): Issuing {
  async function compile(query: ReportQuery): Promise<Report | null> {
    const generated = await generate(query)
    if (!generated) return null
    return withEdits(generated, await standingEdits(database, keyOf(generated)), inLanguage(generated.language))
  }

  return {
    compile,
    async editWords(by, { place, words, ...query }) {
      const refusal = refusalOf(by, permissions.editWords)
      if (refusal) return refusal
      const given = words?.trim() || null
      if (given !== null && given.length > longestPassage) return { refused: 'too-long' }
      const report = await generate(query)
      if (!report) return { refused: 'no-such-session' }
      const generated = generatedAt(report, place)
      if (generated === null) return { refused: 'no-such-place' }
      const edit = { place, generated, words: given === generated ? null : given, by: by.doer, at: now() }
      await database.transaction().execute(async (transaction) => {
        const of = keyOf(report)
        await insertEdit(transaction, of, edit)
        await ledger.append(transaction, {
          who: by.doer,
          act: permissions.editWords.act,
          on: `session:${of.body}/${of.session}`,
          data: { scope: of.scope, language: of.language, place, words: edit.words, generated },
        })
      })
      return { done: true }
    },
    async issue(by, query) {
      const refusal = refusalOf(by, permissions.issue)
      if (refusal) return refusal
      const report = await compile({ ...query, asOf: now().toISOString().slice(0, 10) })
      if (!report) return { refused: 'no-such-session' }
      const files = await Promise.all(
        reportFormats.map(async (format) => {
          const rendered = await renderReport(report, format, origin)
          return { format, ...rendered, sha256: createHash('sha256').update(rendered.bytes).digest('hex') }
        }),
      )
      return database.transaction().execute(async (transaction) => {
        const of = keyOf(report)
        const { key, number } = await insertIssue(transaction, { ...of, report, by: by.doer, at: now() })
        for (const { format, ...file } of files) await insertFile(transaction, key, format, file)
        await ledger.append(transaction, {
          who: by.doer,
          act: permissions.issue.act,
          on: `report:${key}`,
          data: {
            ...of,
            number,
            seal: await sealOf(transaction, key),
            files: Object.fromEntries(files.map(({ format, sha256 }) => [format, sha256])),
          },
        })
        return { done: true, issued: key, number }
      })
    },
    mayEdit: (by) => refusalOf(by, permissions.editWords) === null,
    async issues(of = {}) {
      return (await selectIssues(database, of)).map(issueOf)
    },
    async issued(id) {
      if (!/^\d{1,15}$/.test(id)) return null
      const row = await selectIssue(database, id)
      return row && { ...issueOf(row), report: withSubmissions(row.report), files: row.files }
    },
    async issuedFile(id, format) {
      if (!/^\d{1,15}$/.test(id)) return null
      const row = await selectFile(database, id, format)
      return row && { bytes: row.bytes, mediaType: row.media_type, fileName: row.file_name }
    },
  }
}

/** Reports issued before there were calls for views hold nothing of them. */
function withSubmissions(report: Report): Report {
  if (report.submissions !== undefined) return report
  return { ...report, submissions: [], entries: report.entries.map((entry) => ({ ...entry, calls: [] })) }
}

function issueOf({ key, as_of: asOf, word_count: wordCount, at, ...row }: IssueHead): Issue {
  return { ...row, id: key, asOf, wordCount, at: at.toISOString() }
}
