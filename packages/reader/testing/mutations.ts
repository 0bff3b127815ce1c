import { below, oneOf } from './random.ts'

/** What gets into texts: markup, controls, halves of signs, very long runs, letters of other scripts. */
const junk: readonly string[] = [
  '\u0000',
  '\f',
  '\r',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\udfff',
  '\u202e',
  '𝒳',
  'é',
  '<sup>',
  '</sup>',
  '&lt;sup&gt;',
  '&#x110000;',
  '&',
  '**',
  '*'.repeat(3000),
  '_',
  '`',
  '|',
  '|---|---|',
  '\t\t',
  '[^1]:',
  '[^',
  '((((',
  '(i)',
  '(a)',
  '1. ',
  '١ - ',
  '一、',
  'а) ',
  '¹',
  '¹²³⁴',
  'Ibid.',
  'Annex',
  'Draft resolution I',
  'Resolution 20/1',
  'The General Assembly,',
  '大会，',
  'إن الجمعية العامة،',
  'Recalling ',
  '1. Requests',
  ' '.repeat(5000),
  '('.repeat(2000),
  '"'.repeat(999),
  'a'.repeat(20_000),
  'resolution '.repeat(400),
  'E/2012/30-'.repeat(200),
  '\n'.repeat(300),
  'United Nations, Treaty Series, vol. 1, ',
  'paragraph 3 above',
  'vols. 1, 2, 3, 4',
  'Official Records of the ',
]

type Change = (text: string, random: () => number) => string

const cutOut: Change = (text, random) => {
  const at = below(random, text.length + 1)
  return text.slice(0, at) + text.slice(at + below(random, 400))
}
const putIn: Change = (text, random) => {
  const at = below(random, text.length + 1)
  return text.slice(0, at) + oneOf(random, junk) + text.slice(at)
}
const doubled: Change = (text, random) => {
  const at = below(random, text.length + 1)
  const piece = text.slice(at, at + below(random, 2000))
  return text.slice(0, at) + piece.repeat(1 + below(random, 3)) + text.slice(at)
}
const shuffled: Change = (text, random) => {
  const lines = text.split('\n')
  const [line] = lines.splice(below(random, lines.length), 1)
  lines.splice(below(random, lines.length + 1), 0, line ?? '')
  return lines.join('\n')
}
const joined: Change = (text, random) => {
  const at = text.indexOf('\n', below(random, text.length + 1))
  return at < 0 ? text : text.slice(0, at) + text.slice(at + 1)
}
const noise: Change = (_, random) =>
  Array.from({ length: below(random, 600) }, () => String.fromCharCode(below(random, 0xffff))).join('')

const changes: readonly Change[] = [cutOut, cutOut, putIn, putIn, putIn, doubled, shuffled, shuffled, joined, noise]

/** A text with up to eight random changes. */
export function mutated(text: string, random: () => number): string {
  let out = text
  for (let left = 1 + below(random, 8); left > 0; left--) out = oneOf(random, changes)(out, random)
  return out.slice(0, 400_000)
}
