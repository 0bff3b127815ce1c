import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type OutlineItem, outlineOf, readText } from '@resolute/reader'
import { readAkomaNtoso } from '@resolute/reader/files'

/**
 * Compares the tree of each published Akoma Ntoso file with the reading of the plain text beside it, and lists where
 * they differ: `npm run compare-akn [FOLDER]`, where the folder holds `akn` and `akn-xml` (default
 * `../shared/corpus`). Exit code 1 where less than 98 in 100 agree.
 */
const folder = process.argv[2] ?? new URL('../../shared/corpus', import.meta.url).pathname
const compared: ReadonlySet<string> = new Set(['preambular', 'operative', 'subparagraph'])
const goal = 0.98

/** Blanks and signs nobody sees (direction marks, joiners) are no difference. */
const squeezed = (text: string) => text.replace(/[\s\p{Cf}]+/gu, '')

/** Where two readings part: the first items that differ, in words. */
function difference(marked: readonly OutlineItem[], plain: readonly OutlineItem[]): string | null {
  for (let at = 0; at < Math.max(marked.length, plain.length); at++) {
    const [a, b] = [marked[at], plain[at]]
    const said = (item: OutlineItem | undefined) =>
      item ? `${item.kind} ${item.path ?? ''} "${item.text.slice(0, 60)}"` : 'nothing'
    if (!a || !b || squeezed(a.text) !== squeezed(b.text)) {
      let from = 0
      if (a && b) {
        const [x, y] = [squeezed(a.text), squeezed(b.text)]
        while (from < Math.min(x.length, y.length) && x[from] === y[from]) from++
        if (from > 40)
          return `text of ${said(a)} goes on "${x.slice(from - 10, from + 40)}", in the plain text "${y.slice(from - 10, from + 40)}"`
      }
      return `${said(a)}, in the plain text ${said(b)}`
    }
    if (a.kind !== b.kind || a.path !== b.path) return `${said(a)}, in the plain text ${said(b)}`
  }
  return null
}

if (!existsSync(`${folder}/akn-xml`)) {
  console.error(`${folder}/akn-xml is not there: name the folder that holds akn and akn-xml.`)
  process.exit(2)
}

let all = 0
let differing = 0
let overruled = 0
for (const language of readdirSync(`${folder}/akn-xml`).sort()) {
  for (const name of readdirSync(`${folder}/akn-xml/${language}`).sort()) {
    all++
    const base = name.replace(/\.xml$/, '')
    const marked = readAkomaNtoso(readFileSync(`${folder}/akn-xml/${language}/${name}`, 'utf8'))
    const plain = readText(readFileSync(`${folder}/akn/${language}/${base}.txt`, 'utf8'))
    const items = (tree: typeof plain) =>
      outlineOf(tree).units.flatMap((unit) => unit.items.filter(({ kind }) => compared.has(kind)))
    const reason = 'refusal' in marked ? marked.refusal.code : difference(items(marked.tree), items(plain))
    const notes = 'tree' in marked ? marked.tree.notes.filter(({ code }) => code === 'markup-differs') : []
    if (notes.length > 0) overruled++
    if (reason === null) continue
    differing++
    const corrected = notes.map(({ place, facts }) => `line ${place?.line}: read ${facts.read}, marked ${facts.marked}`)
    console.log(`${language}/${base}: ${[reason, ...corrected.slice(0, 3)].join('; ')}`)
  }
}
const share = (all - differing) / all
console.error(
  `${all - differing} of ${all} agree (${(share * 100).toFixed(1)} %); in ${overruled} the markup overruled a rule somewhere`,
)
process.exitCode = share < goal ? 1 : 0
