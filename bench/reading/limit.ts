import { readFileSync } from 'node:fs'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * A line in one pattern: its number or letter, its opening where the list of English openings in `../shared` has it, and
 * the text behind as group 4.
 */
export function lineTakenApart(): RegExp {
  const list = readFileSync(new URL('../../../shared/corpus/lexicon/openings.en.tsv', import.meta.url), 'utf8')
  const openings = list
    .split('\n')
    .flatMap((line) => line.split('\t')[2] ?? [])
    .sort((a, b) => b.length - a.length)
  return new RegExp(`^(?:(\\d{1,3})\\.|\\(([a-z]{1,3})\\))?\\s*((?:${openings.map(escaped).join('|')})\\b)?(.*)$`)
}
