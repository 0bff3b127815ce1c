import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/**
 * Makes the bytes of a Word file depend on its content alone: the library names relationships at random and stamps the
 * hour, so the names are counted instead and the date given stands in the properties and the archive.
 */
export function settle(bytes: Uint8Array, date: string): Uint8Array {
  const files = unzipSync(bytes)
  const instant = `${date}T00:00:00Z`
  // an archive knows no date before 1980
  const mtime = new Date(date < '1980-01-01' ? '1980-01-01T12:00:00Z' : `${date}T12:00:00Z`)
  const settled: Zippable = {}
  for (const name of Object.keys(files).sort(byPartOrder)) {
    const part = files[name]
    if (!part) continue
    settled[name] = [
      name.endsWith('.xml') || name.endsWith('.rels') ? strToU8(settledPart(name, files, instant)) : part,
      { mtime },
    ]
  }
  return zipSync(settled, { level: 9 })
}

/** The list of content types comes first, as readers that stream the archive expect. */
function byPartOrder(a: string, b: string): number {
  const first = (name: string): number => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2)
  return first(a) - first(b) || (a < b ? -1 : 1)
}

type Parts = Readonly<Record<string, Uint8Array>>

function settledPart(name: string, files: Parts, instant: string): string {
  const xml = strFromU8(files[name] ?? new Uint8Array())
  if (name === 'docProps/core.xml') return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${instant}`)
  const relationships = name.endsWith('.rels') ? name : name.replace(/([^/]+)$/, '_rels/$1.rels')
  const source = files[relationships]
  if (!source) return xml
  const names = new Map<string, string>()
  for (const [, id] of strFromU8(source).matchAll(/\bId="([^"]+)"/g)) if (id) names.set(id, `rId${names.size + 1}`)
  return xml.replace(/\b(Id|r:id|r:embed|r:link)="([^"]+)"/g, (all, attribute: string, id: string) => {
    const settledId = names.get(id)
    return settledId === undefined ? all : `${attribute}="${settledId}"`
  })
}
