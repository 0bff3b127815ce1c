import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { reportFormats } from '#modules/reports'
import { problem, problemOf } from '#platform/http'
import type { Rooms } from '../../modules/modules.ts'

/**
 * `/sessions/ccpcj/22/report.docx?as-of=2013-04-01`: the report as a file, beside the page of the same name. Links in a
 * file that leaves the site start with `base`; in HTML they stay within it.
 */
export function mountReportFiles(app: OpenAPIHono, rooms: Rooms, base: string): void {
  for (const format of reportFormats) {
    app.get(`/sessions/:body/:number/report.${format}`, async (context) => {
      const { body, number } = context.req.param()
      const { 'as-of': asOf, lang: language, of: scope } = context.req.query()
      const session = (await rooms.calendar.table()).session(body, Number(number))
      if (!session || (asOf && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))) return problem(context, problemOf(404))
      const report = await rooms.reports.compile({
        body: session.body,
        session: session.number,
        ...(asOf && { asOf }),
        ...(language && { language }),
        ...(scope && { scope }),
      })
      if (!report) return problem(context, problemOf(404))
      const { bytes, mediaType, fileName } = await rooms.reports.render(
        report,
        format,
        format === 'html' ? {} : { base },
      )
      return file(context, bytes, mediaType, fileName)
    })
  }
}

/** `/reports/12/report.docx`: a file of an issued report, byte for byte as it went out. */
export function mountIssuedFiles(app: OpenAPIHono, rooms: Rooms): void {
  for (const format of reportFormats) {
    app.get(`/reports/:id/report.${format}`, async (context) => {
      const found = await rooms.reports.issuedFile(context.req.param('id'), format)
      return found ? file(context, found.bytes, found.mediaType, found.fileName) : problem(context, problemOf(404))
    })
  }
}

/** A file to be kept, under its own name in any script. */
export function file(context: Context, body: string | Uint8Array, type: string, name: string): Response {
  const plain = name.replace(/[^\w.-]+/g, '-')
  return context.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-cache',
  })
}
