import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Forms filled in the way office programs do it: the places of a file are written to, all else is left as it is. */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Boxes that are marked, and what is written behind each code as it is shown: `q3` for `[q3]`. */
interface Filling {
  readonly marked: readonly string[]
  readonly written: Readonly<Record<string, readonly string[]>>
}

/** Cells of a row of a table, each with where it starts and ends. */
function cellsBehind(xml: string, code: string): readonly { readonly from: number; readonly to: number }[] {
  const at = xml.indexOf(`>[${code}]<`)
  if (at < 0) throw new Error(`The file has no place [${code}]`)
  const end = xml.indexOf('</w:tr>', at)
  const cells: { from: number; to: number }[] = []
  for (let from = xml.indexOf('<w:tc>', at); from >= 0 && from < end; from = xml.indexOf('<w:tc>', from + 1)) {
    cells.push({ from, to: xml.indexOf('</w:tc>', from) })
  }
  return cells
}

const replaced = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to)

/** A Word file with words in the first paragraphs of its cells, and crosses in its boxes. */
export function filledWord(bytes: Uint8Array, { marked, written }: Filling): Buffer {
  const files = unzipSync(bytes)
  let xml = strFromU8(files['word/document.xml']!)
  for (const code of marked) {
    const [cell] = cellsBehind(xml, code)
    if (!cell) throw new Error(`There is no box behind [${code}]`)
    const box = xml.slice(cell.from, cell.to)
    const crossed = box.replace('w14:checked w14:val="0"', 'w14:checked w14:val="1"').replace('☐', '☒')
    if (crossed === box) throw new Error(`What is behind [${code}] is no box`)
    xml = replaced(xml, cell.from, cell.to, crossed)
  }
  for (const [code, words] of Object.entries(written)) {
    for (const [nth, text] of words.entries()) {
      const cell = cellsBehind(xml, code)[nth]
      if (!cell) throw new Error(`There is no cell ${nth + 1} behind [${code}]`)
      const end = xml.indexOf('</w:p>', cell.from)
      if (end < 0 || end > cell.to) throw new Error(`Nothing can be written behind [${code}]`)
      const run = `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
      xml = replaced(xml, end, end, run)
    }
  }
  return Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(xml) }))
}

/** A workbook with words in cells, named by what the first column and the second row of their sheet say. */
export function filledWorkbook(
  bytes: Uint8Array,
  written: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Buffer {
  const files = { ...unzipSync(bytes) }
  const shared = [...strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array()).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si = '']) => [...si.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text).join(''),
  )
  const left = new Map(
    Object.entries(written).flatMap(([code, cells]) =>
      Object.entries(cells).map(([column, text]) => [`${code} ${column}`, text]),
    ),
  )
  for (const name of Object.keys(files).filter((one) => /^xl\/worksheets\/sheet\d+\.xml$/.test(one))) {
    let xml = strFromU8(files[name]!)
    const said = (cell: string): string => {
      const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1] ?? ''
      return /\bt="s"/.test(cell) ? (shared[Number(value)] ?? '') : (/<t[^>]*>([^<]*)<\/t>/.exec(cell)?.[1] ?? value)
    }
    const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"(?:[^>]*\/>|[^>]*>.*?<\/c>)/gs)].map(
      ([cell, column = '', row = '']) => ({ column, row, text: said(cell) }),
    )
    const columns = new Map(cells.filter(({ row }) => row === '2').map(({ column, text }) => [text, column]))
    const rows = new Map(cells.filter(({ column }) => column === 'A').map(({ row, text }) => [text, row]))
    for (const [place, text] of left) {
      const [code = '', key = ''] = place.split(' ')
      const column = columns.get(key)
      const row = rows.get(code)
      if (!column || !row) continue
      const cell = new RegExp(`<c r="${column}${row}"([^>]*?)(?:/>|>.*?</c>)`, 's')
      if (!cell.test(xml)) continue
      xml = xml.replace(cell, (_, more: string) => {
        const styled = /\bs="\d+"/.exec(more)?.[0] ?? ''
        return `<c r="${column}${row}" ${styled} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
      })
      left.delete(place)
    }
    files[name] = strToU8(xml)
  }
  if (left.size > 0) throw new Error(`The workbook has no place for ${[...left.keys()].join(', ')}`)
  return Buffer.from(zipSync(files))
}
