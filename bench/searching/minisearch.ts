/**
 * MiniSearch in a process of its own, since what it leaves for the collector of garbage would be counted as the work of
 * those measured beside it. Messages: rows to be added, or a text to be searched; answered with the time it took, so that
 * the way between the processes does not count.
 */
interface Row {
  readonly key: string
  readonly text: string
}
interface MiniSearch {
  addAll(rows: readonly Row[]): void
  search(text: string, options: { readonly combineWith: 'AND' }): readonly unknown[]
}

const place = new URL('../.peers/node_modules/minisearch/dist/es/index.js', import.meta.url)
const { default: Made } = (await import(place.href)) as { default: new (options: object) => MiniSearch }
const index = new Made({ fields: ['text'], idField: 'key' })

process.on('message', (message: { readonly rows: readonly Row[] } | { readonly text: string }) => {
  if ('rows' in message) {
    index.addAll(message.rows)
    process.send!({ wall: 0, cpu: 0 })
    return
  }
  const started = performance.now()
  const before = process.cpuUsage()
  index.search(message.text, { combineWith: 'AND' }).slice(0, 20)
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  process.send!({ wall, cpu: (user + system) / 1000 })
})
