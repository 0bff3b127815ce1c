import { layOut } from '../layout.ts'
import type { RenderedReport, RenderOptions, Report, ReportFormat } from '../report.ts'
import { inLanguage } from '../words.ts'
import { renderDocx } from './docx.ts'
import { renderHtml } from './html.ts'
import { renderMarkdown } from './md.ts'

export const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/**
 * Writes a report in a format. `origin` stands in front of links where the file leaves the server (Word, Markdown);
 * HTML links are relative to the server's root. `options.base` replaces either. Same report, same bytes.
 */
export async function renderReport(
  report: Report,
  format: ReportFormat,
  origin: string,
  options: RenderOptions = {},
): Promise<RenderedReport> {
  const bytes = await bytesOf(report, format, options.base ?? (format === 'html' ? '' : origin))
  const tongue = report.language === 'en' ? '' : `-${report.language}`
  const fileName = `report-${report.body.toLowerCase()}-${report.session}-${report.asOf}${tongue}.${format}`
  return { bytes, mediaType: mediaTypes[format], fileName }
}

async function bytesOf(report: Report, format: ReportFormat, base: string): Promise<Uint8Array> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const root = base.replace(/\/+$/, '')
  const sheet = () => layOut(report, inLanguage(report.language))
  switch (format) {
    case 'json':
      return encode(`${JSON.stringify(report, null, 2)}\n`)
    case 'docx':
      return renderDocx(sheet(), { base: root, date: report.asOf })
    case 'html':
      return encode(renderHtml(sheet(), { base: root }))
    case 'md':
      return encode(renderMarkdown(sheet(), { base: root }))
  }
}
