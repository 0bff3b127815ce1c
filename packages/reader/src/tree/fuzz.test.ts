import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mutated } from '../../testing/mutations.ts'
import { oneOf, seeded } from '../../testing/random.ts'
import { checkDraft, citationsOf, outlineOf, readMandates, readText, toAkn } from '../index.ts'

/** How many texts: a few each time, all 20,000 with `RESOLUTE_FUZZ=20000`. */
const count = Number(process.env.RESOLUTE_FUZZ ?? 300)
const seed = Number(process.env.RESOLUTE_FUZZ_SEED ?? 20120726)
/** What no text may take, in milliseconds, on a machine that does much else. */
const hang = 10_000

const shared = new URL('../../../../../shared/corpus/', import.meta.url)
const samples = ['E-RES-2012-19', 'E-2011-30-chapter-I'].map(
  (name) => new URL(`../../../../samples/${name}.txt`, import.meta.url),
)

/** The sample again and again, and of each language some texts where ../shared is there. */
function sources(): readonly string[] {
  const texts = [readFileSync(samples[0]!, 'utf8'), readFileSync(samples[1]!, 'utf8').slice(0, 30_000)]
  if (!existsSync(shared)) return texts
  for (const folder of ['structure/', 'akn/ar/', 'akn/es/', 'akn/fr/', 'akn/ru/', 'akn/zh/']) {
    const home = new URL(folder, shared)
    const names = readdirSync(home).filter((name) => name.endsWith('.txt'))
    for (const name of names.filter((_, at) => at % Math.ceil(names.length / 20) === 0))
      texts.push(readFileSync(new URL(name, home), 'utf8').slice(0, 60_000))
  }
  return texts
}

test(`${count} mutated texts are read without a throw and without a hang`, () => {
  const texts = sources()
  for (let number = 0; number < count; number++) {
    // each text has a seed of its own: `RESOLUTE_FUZZ_SEED` and its number are enough to have it again
    const random = seeded(seed + number)
    const text = mutated(oneOf(random, texts), random)
    const start = performance.now()
    try {
      const tree = readText(text)
      const outline = outlineOf(tree)
      expect(outline.units.length).toBeGreaterThan(0)
      const citations = citationsOf(outline)
      readMandates(outline)
      checkDraft(outline)
      toAkn(tree, { citations })
    } catch (cause) {
      throw new Error(`text ${number} of seed ${seed}`, { cause })
    }
    const took = performance.now() - start
    if (took > hang) throw new Error(`text ${number} of seed ${seed} took ${Math.round(took)} ms`)
  }
}, 3_600_000)
