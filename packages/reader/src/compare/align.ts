import { candidatesOf } from './candidates.ts'
import { type Matching, match, matchEqual, nothingMatched } from './equal.ts'
import { type FeatureNumbers, type Features, featureNumbers, weightsOf } from './features.ts'
import { type Join, joinsOf } from './joins.ts'
import { keysByText, keysByWords, keysWithKind } from './keys.ts'
import { matchLinks, weightOfLink } from './links.ts'
import { type Family, familyOf, type Text } from './paragraphs.ts'
import type { Vocabulary } from './words.ts'

/** Which items of two texts are one. */
export interface Alignment {
  readonly matching: Matching
  readonly joins: readonly Join[]
}

/** Finds for the items of two texts which are one: equal ones first, then what is alike, then what was split or merged. */
export function align(olds: readonly Text[], news: readonly Text[], vocabulary: Vocabulary): Alignment {
  const matching = nothingMatched(olds.length, news.length)
  const numbers = featureNumbers(vocabulary)
  const joins: Join[] = []
  const newFamilies = byFamily(news)
  for (const [family, old] of byFamily(olds)) {
    const neu = newFamilies.get(family)
    if (neu) for (const join of alignFamily(olds, old, news, neu, matching, family, numbers)) joins.push(join)
  }
  // what one reading took for a paragraph and the other for something else
  const keys = keysByWords()
  matchEqual(keys(olds, matching.newOf), keys(news, matching.oldOf), matching)
  const isFree = ({ side, at }: Join) => (side === 'old' ? matching.newOf : matching.oldOf)[at] === -1
  return { matching, joins: joins.filter(isFree) }
}

/** The places of each family. */
function byFamily(texts: readonly Text[]): ReadonlyMap<Family, readonly number[]> {
  const families = new Map<Family, number[]>()
  for (let at = 0; at < texts.length; at++) {
    const family = familyOf(texts[at]!.of.item.kind)
    const list = families.get(family)
    if (list) list.push(at)
    else families.set(family, [at])
  }
  return families
}

/** Aligns what stands at some places of both lists, and tells what was merged or split among it. */
function alignFamily(
  allOlds: readonly Text[],
  oldPlaces: readonly number[],
  allNews: readonly Text[],
  newPlaces: readonly number[],
  all: Matching,
  family: Family,
  numbers: FeatureNumbers,
): readonly Join[] {
  const own = nothingMatched(oldPlaces.length, newPlaces.length)
  const olds = oldPlaces.map((at) => allOlds[at]!)
  const news = newPlaces.map((at) => allNews[at]!)
  matchEqualTexts(olds, news, own)

  // what is matched already has no features, and so is no candidate
  const featuresOf = (texts: readonly Text[], matched: Int32Array): readonly Features[] =>
    texts.map((text, at) => (matched[at] === -1 ? numbers.featuresOf(text.words()) : none))
  const oldFeatures = featuresOf(olds, own.newOf)
  const newFeatures = featuresOf(news, own.oldOf)
  const weights = weightsOf(oldFeatures, newFeatures, numbers.size())
  const candidates = candidatesOf(oldFeatures, newFeatures, weights)
  const links = candidates.map((candidate) => {
    const { old, neu } = candidate
    return { old, neu, weight: weightOfLink(candidate, olds[old]!.of.item.kind, news[neu]!.of.item.kind) }
  })
  matchLinks(links, own)
  if (onlyOne.has(family)) matchOnlyOnes(own)

  for (let old = 0; old < olds.length; old++) {
    const neu = own.newOf[old]!
    if (neu !== -1) match(all, oldPlaces[old]!, newPlaces[neu]!)
  }
  return joinsOf(candidates, own, oldFeatures, newFeatures, weights).map(({ side, at, to }) =>
    side === 'old'
      ? { side, at: oldPlaces[at]!, to: newPlaces[to]! }
      : { side, at: newPlaces[at]!, to: oldPlaces[to]! },
  )
}

/** What a text has one of: where each side has one left, one became the other, however it reads. */
const onlyOne: ReadonlySet<Family> = new Set<Family>(['title', 'organ'])

function matchOnlyOnes(matching: Matching): void {
  const old = matching.newOf.indexOf(-1)
  const neu = matching.oldOf.indexOf(-1)
  const single = old === matching.newOf.lastIndexOf(-1) && neu === matching.oldOf.lastIndexOf(-1)
  if (old !== -1 && neu !== -1 && single) match(matching, old, neu)
}

const none: Features = new Int32Array(0)

/** Equal to the letter and of one kind; of one kind and the same words; the same words. */
function matchEqualTexts(olds: readonly Text[], news: readonly Text[], matching: Matching): void {
  const byText = keysByText()
  matchEqual(byText(olds), byText(news), matching)
  const byWords = keysByWords()
  const oldKeys = byWords(olds, matching.newOf)
  const newKeys = byWords(news, matching.oldOf)
  matchEqual(keysWithKind(oldKeys, olds), keysWithKind(newKeys, news), matching)
  matchEqual(oldKeys, newKeys, matching)
}
