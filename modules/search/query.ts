import { tokensOf } from './tokens.ts'

/** One word looked for, as typed. */
export interface QueryToken {
  readonly lower: string
  readonly form: string
  /** Place among the words of its atom. */
  readonly offset: number
  /** Place among all the words typed. */
  readonly at: number
  /** Where it was typed. */
  readonly start: number
  readonly end: number
}

/** A word, or words that follow one another. */
export interface Atom {
  readonly tokens: readonly QueryToken[]
  /** Typed in quotation marks, or as one word of several parts (`gender-based`, `65/230`). */
  readonly together: boolean
}

/** What has to be there in one of its forms, or must not be there. */
export interface Wanted {
  readonly either: readonly Atom[]
  readonly excluded: boolean
}

export interface Query {
  readonly wanted: readonly Wanted[]
  readonly notes: readonly ('cut-short' | 'too-many-words')[]
}

export const longestText = 1000
const mostWords = 32

/** A phrase in quotation marks, or what stands between blanks; a hyphen in front leaves it out. */
const piece = /(?<out>(?<!\S)[-−–])?(?:["“”«»„「」](?<phrase>[^"“”«»„「」]*)["“”«»„「」]|(?<word>[^\s"“”«»„「」]+))/gu
const or = /^(?:OR|\|\|?)$/
/** Apostrophes part words that each stand for themselves: l'homme, women's. */
const apart = /['’ʼ‘`]/u

/**
 * What was typed, taken apart. Never refuses: a quotation mark without its other half counts for nothing, and what is too
 * long or too much is left out, with a note.
 */
export function readQuery(given: string): Query {
  const notes: ('cut-short' | 'too-many-words')[] = []
  if (given.length > longestText) notes.push('cut-short')
  const text = given.slice(0, longestText)
  const wanted: Wanted[] = []
  let words = 0
  let alternative = false
  for (const { index, groups = {}, 0: whole } of text.matchAll(piece)) {
    const { out, phrase, word } = groups
    if (word !== undefined && !out && or.test(word)) {
      alternative = wanted.length > 0
      continue
    }
    const inner = phrase ?? word ?? ''
    const atoms = atomsOf(inner, index + whole.indexOf(inner), phrase !== undefined, words)
    for (const atom of atoms) {
      if (words + atom.tokens.length > mostWords) {
        if (!notes.includes('too-many-words')) notes.push('too-many-words')
        return { wanted, notes }
      }
      words += atom.tokens.length
      const last = wanted.at(-1)
      if (alternative && last && !last.excluded && !out) {
        wanted[wanted.length - 1] = { ...last, either: [...last.either, atom] }
      } else wanted.push({ either: [atom], excluded: out !== undefined })
      alternative = false
    }
  }
  return { wanted, notes }
}

function atomsOf(text: string, at: number, quoted: boolean, before: number): Atom[] {
  if (quoted || !apart.test(text)) {
    const tokens = tokensIn(text, at, before)
    const groups = quoted ? [tokens] : runsIn(tokens)
    return groups.filter(({ length }) => length > 0).map(together)
  }
  const atoms: Atom[] = []
  let from = at
  for (const part of text.split(apart)) {
    const words = atoms.reduce((sum, { tokens }) => sum + tokens.length, 0)
    atoms.push(...atomsOf(part, from, false, before + words))
    from += part.length + 1
  }
  return atoms
}

/** Offsets counted from the first of them. */
const together = (tokens: readonly QueryToken[]): Atom => {
  const first = tokens[0]!.offset
  return { tokens: tokens.map((token) => ({ ...token, offset: token.offset - first })), together: tokens.length > 1 }
}

/** Chinese is written without blanks: each of its pairs is a word for itself, what stands between them a run. */
function runsIn(tokens: readonly QueryToken[]): QueryToken[][] {
  const runs: QueryToken[][] = []
  let open = false
  for (const token of tokens) {
    const chinese = /\p{Script=Han}/u.test(token.form)
    if (open && !chinese) runs.at(-1)!.push(token)
    else runs.push([token])
    open = !chinese
  }
  return runs
}

/** A name in full for a word that stands for it. */
export function atomOfName(name: string, { at, start, end }: QueryToken): Atom {
  const tokens = tokensIn(name, 0, 0)
  return { tokens: tokens.map((token) => ({ ...token, at, start, end })), together: tokens.length > 1 }
}

/** Of Chinese, pairs of characters where there are any: the single ones stand beside them for whoever types one. */
function tokensIn(text: string, from: number, before: number): QueryToken[] {
  const all = tokensOf(text)
  const wide = new Set(all.filter(isPair).flatMap(({ position }) => [position, position + 1]))
  return all
    .filter((token) => isPair(token) || !wide.has(token.position))
    .map(({ lower, form, position, start, end }) => {
      return { lower, form, offset: position, at: before + position, start: from + start, end: from + end }
    })
}

const isPair = ({ form }: { readonly form: string }): boolean => /^\p{Script=Han}{2}$/u.test(form)
