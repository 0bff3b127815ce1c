/**
 * A process of the supervisor's tests: joins the server of a folder and says so in JSON lines. It writes numbered rows as
 * fast as it can when told `write`, each acknowledged after its commit, and leaves when its standard input ends.
 */
import { sql } from 'kysely'
import { joinEmbedded, openDatabase } from '../../index.ts'

const [root = '', dataFolder = '', task] = process.argv.slice(2)
const tell = (facts: object) => void process.stdout.write(`${JSON.stringify(facts)}\n`)

const share = await joinEmbedded({ root, dataFolder: dataFolder || undefined, say: (text) => tell({ said: text }) })
const { database, close } = openDatabase(share.url)
// under a lock of its own: two that create the same table at once collide in the catalogue, "if not exists" or not
await sql`do $$ begin
  perform pg_advisory_xact_lock(1);
  create table if not exists rows (n int primary key);
end $$`.execute(database)
const { rows } = await sql<{ n: number; last: number }>`
  select count(*)::int as n, coalesce(max(n), 0)::int as last from rows`.execute(database)
tell({ joined: true, adopted: share.adopted, folder: share.place.folder, url: share.url, ...rows[0] })

let leaving = false
process.stdin.once('end', () => {
  leaving = true
})
process.stdin.resume()
for (let n = (rows[0]?.last ?? 0) + 1; !leaving; n++) {
  if (task === 'write') {
    await sql`insert into rows values (${n})`.execute(database)
    tell({ wrote: n })
  } else {
    await new Promise((done) => setTimeout(done, 20))
  }
}
await close()
await share.leave()
tell({ left: true })
