import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { CompareRefusal, TextToCompare } from '#modules/documents'
import { asks, problem, problemOf } from '#platform/http'
import { comparisonAsked, draftIn } from '../../modules/documents/web/compare-asked.ts'
import type { Rooms } from '../../modules/modules.ts'
import { file } from './report-files.ts'

/** `/compare.docx?old=...&new=...`: the comparison as a Word file, beside the page of the same name; of a draft by POST. */
export function mountComparisonFiles(app: OpenAPIHono, rooms: Rooms): void {
  const answer = async (context: Context, old: TextToCompare, now: TextToCompare) => {
    const found = await rooms.documents.compare({ old, new: now })
    if ('refused' in found) return problem(context, { ...problemOf(statusOf(found)), detail: found.refused })
    const { bytes, mediaType, fileName } = await rooms.documents.comparisonInWord(found, context.req.query('lang'))
    return file(context, bytes, mediaType, fileName)
  }
  app.get('/compare.docx', (context) => {
    const asked = comparisonAsked(new URL(context.req.url).searchParams)
    return asked.old && asked.new ? answer(context, asked.old, asked.new) : problem(context, problemOf(404))
  })
  app.post('/compare.docx', asks('documents.compare'), async (context) => {
    if (!/^multipart\/form-data; *boundary=/i.test(context.req.header('content-type') ?? '')) {
      return problem(context, problemOf(415))
    }
    const form = await context.req.formData().catch(() => null)
    const draft = form && (await draftIn(form))
    const against = form?.get('against')
    if (!draft || typeof against !== 'string') return problem(context, problemOf(422))
    return answer(context, { document: against }, draft)
  })
}

const statusOf = ({ refused }: CompareRefusal): number => (refused === 'unreadable' ? 422 : 404)
