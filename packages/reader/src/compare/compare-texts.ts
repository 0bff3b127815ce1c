import type { Outline } from '../outline.ts'
import { align } from './align.ts'
import type { ComparedPair, Comparison, WordChange } from './comparison.ts'
import { droppedLanguage, type Trace } from './dropped.ts'
import { type Group, groupsOf } from './groups.ts'
import { sameWords, type Text, textsOf } from './paragraphs.ts'
import { changesOf } from './word-changes.ts'
import { type Vocabulary, vocabulary, type Words } from './words.ts'

/**
 * Puts two texts side by side: every item of both with what it became or came of, whatever was moved, split or merged,
 * and what became of its words. Any two outlines; time is linear in them, but for a logarithm.
 */
export function compareTexts(old: Outline, neu: Outline): Comparison {
  const words = vocabulary(1_024)
  const olds = textsOf(old, words)
  const news = textsOf(neu, words)
  const traces = groupsOf(olds, news, align(olds, news, words)).map((group) => traceOf(group, olds, news, words))
  return { pairs: traces.map(({ pair }) => pair), dropped: droppedLanguage(traces, words) }
}

function traceOf(
  { old, new: neu, moved }: Group,
  olds: readonly Text[],
  news: readonly Text[],
  words: Vocabulary,
): Trace {
  const oldTexts = old.map((at) => olds[at]!)
  const newTexts = neu.map((at) => news[at]!)
  const sides = { old: oldTexts.map(({ of }) => of), new: newTexts.map(({ of }) => of) }
  const [one] = oldTexts
  const [other] = newTexts
  if (!one || !other) {
    const only = (one ?? other)!
    const status = one ? 'dropped' : 'new'
    const changes = whole(one ? 'deleted' : 'inserted', only.of.item.text)
    const pair: ComparedPair = { ...sides, status, ...untouched, similarity: 0, words: changes }
    const all = only.words()
    return { pair, deleted: one ? { words: all, kept: null } : null, inserted: one ? null : { words: all, kept: null } }
  }
  const renumbered = placeOf(one) !== placeOf(other)
  const single = old.length === 1 && neu.length === 1
  const { text } = other.of.item
  if (single && one.of.item.text === text) {
    const status = moved ? 'moved' : 'same'
    const pair: ComparedPair = {
      ...sides,
      status,
      ...untouched,
      moved,
      renumbered,
      similarity: 1,
      words: whole('kept', text),
    }
    return { pair, deleted: null, inserted: null }
  }
  const oldWords = wordsOf(oldTexts, words)
  const newWords = wordsOf(newTexts, words)
  const { words: changes, similarity, keptOld, keptNew } = changesOf(words, oldWords, newWords)
  const status = !(single && sameWords(oldWords, newWords)) ? 'edited' : moved ? 'moved' : 'same'
  const punctuation = changes.every((change) => change.kind === 'kept' || change.punctuation)
  return {
    pair: { ...sides, status, moved, renumbered, punctuation, similarity, words: changes },
    deleted: { words: oldWords, kept: keptOld },
    inserted: { words: newWords, kept: keptNew },
  }
}

const untouched = { moved: false, renumbered: false, punctuation: false } as const

const whole = (kind: WordChange['kind'], text: string): readonly WordChange[] =>
  text === '' ? [] : [{ kind, text, punctuation: false }]

const placeOf = ({ of: { item } }: Text) => `${item.kind} ${item.path ?? item.number}`

const wordsOf = (texts: readonly Text[], vocabulary: Vocabulary): Words =>
  texts.length === 1 ? texts[0]!.words() : vocabulary.cut(texts.map(({ of }) => of.item.text).join('\n'))
