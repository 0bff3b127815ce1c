import { Document, Packer, Paragraph } from 'docx'

/** A Word file with a paragraph for each line. */
export const wordOf = async (lines: readonly string[]): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })),
  )

/** A PDF of one page in Helvetica with a line for each line. */
export function pdfOf(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line, at) => `BT /F1 10 Tf 72 ${700 - at * 12} Td (${line}) Tj ET`).join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = out.length
    out += `${at + 1} 0 obj\n${object}\nendobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`
  return new TextEncoder().encode(`${out}xref\n0 6\n0000000000 65535 f \n${table}${trailer}`)
}
