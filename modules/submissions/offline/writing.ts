import type { OfflineFormat } from '../offline.ts'
import type { HandedOut } from '../room.ts'
import type { Paper } from './paper.ts'
import { writeDocx } from './write-docx.ts'
import { fileName, writeHtml } from './write-html.ts'
import { writeXlsx } from './write-xlsx.ts'

const types: Readonly<Record<OfflineFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
}

/** The form in one of the formats, under the name it is saved by. The day stands in the file's properties. */
export async function writeOffline(paper: Paper, format: OfflineFormat, at: Date): Promise<HandedOut> {
  const day = at.toISOString().slice(0, 10)
  const bytes =
    format === 'docx' ? await writeDocx(paper, day) : format === 'xlsx' ? await writeXlsx(paper, day) : writeHtml(paper)
  return { name: `${fileName(paper)}.${format}`, type: types[format], bytes }
}
