import type { Language } from '../languages.ts'
import type { CitationRule } from './citation-rule.ts'
import { translatedRules, translatedWorks } from './translated-rules.ts'

/** `65/230`, `57/270 B`, `S-13/2`, `1325 (2000)`, `155 C (VII)`, `2252 (ES-V)` (`field.md` 1.2). */
export const actNumber =
  /(?:(?:S|ES|DS|SS)-)?\d{1,4}\/(?:(?:S|ES)-)?\d{1,4}(?: A?[A-Z](?![\p{L}.]))?|\d{1,4}(?: [A-Z])? ?\((?:\d{4}|[IVXLC]{1,7}|(?:S|ES)-[IVX]{1,5})\)/u

/** A component of a symbol behind the first: `CN.15`, `2011`, `S-13`, `WG.II`, `Add.1` (`field.md` 1.3). */
const component = String.raw`(?:(?:S|ES|DS|SS)-\d{1,4}|[A-Za-z]{1,8}(?:\.(?:\d{1,5}|[IVX]{1,5}))?|\d{1,5}(?:\.\d{1,4})?)`
/** The part of a resolution that was adopted in parts: `A/RES/57/270 B`; "A" in front of a word is an article. */
const partOfAct = String.raw`(?:(?<=\/RES\/\d{1,4}\/\d{1,4})(?:[A-Z](?![\p{L}\p{N}])| (?:[B-Z]|A(?! \p{Ll}))(?![\p{L}\p{N}.])))?`
const single = String.raw`[A-Z]{1,6}(?:\/${component}){1,8}${partOfAct}`
/** One symbol, or two of one document: `E/CN.7/2011/6-E/CN.15/2011/6`; the old session behind: `A/RES/217 (III)`. */
export const symbolPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}./-](?<![\p{Script=Han}\p{Script=Arabic}]))${single}(?:[-−–](?=[A-Z]{1,6}\/)${single})*(?: ?\((?:\d{4}|[IVXLC]{1,7})\))?(?!(?!\p{Script=Han})[\p{L}\p{N}/])`,
  'u',
)

/**
 * What each row finds. Symbols and sales numbers are the same in all languages; the rest is a row for each language.
 * A pattern is tried
 * anywhere in a paragraph; none repeats within a repetition. Rows further up come first where two find the same words.
 */
export const citationRules: readonly CitationRule[] = [
  {
    // printed in English in Arabic and Russian texts too; "Ibid." there is followed by Arabic words
    id: 'any.citation.treaty',
    language: 'en',
    pattern:
      /\b(United|League of) Nations, Treaty Series[,،]? (?:vols?\. ?|المجلد(?:ان|ين|ات)? )([\dCLXVI]{1,8}(?:(?:, | and | و ?|-|–)[\dCLXVI]{1,8}){0,12})(?:[,،] (?:Nos?\. ?|(?:الرقم|الرقمان|الأرقام) )(I?-?\d{1,6}(?:(?:, | and | و ?|-|–)\d{1,6}){0,6}))?/gu,
    meaning: 'treaty',
    example: 'United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574.',
  },
  {
    id: 'en.citation.official-records',
    language: 'en',
    pattern:
      /\bOfficial Records of the (\p{Lu}[^,;()]{3,120}), ([^(;]{0,120}?)(?:,? ?Supplements? Nos?\. ?(\d{1,3} ?[A-Z]?)(?: and corrigend(?:um|a))?)?(?: ?\((?=[A-Z]{1,6}\/)|(?=[.;]|$))/gu,
    meaning: 'official-records',
    example: 'See Official Records of the Economic and Social Council, 2010, Supplement No. 10 (E/2010/30), chap. I',
  },
  ...translatedWorks,
  {
    id: 'any.citation.publication',
    language: 'en',
    pattern:
      /(?<!\p{L})(?:Sales No\.|numéro de vente\s?:?|núm\. de venta:?|в продаже под №|(?:联合国出版物，)?出售品编号[:：]|رق[ـ]?م المبيع)\s?([ACEFRS]\.\d{2}\.[IVX]{1,4}(?:\.[A-Z])?\.\d{1,3}|\d{2}\.[IVX]{1,4}(?:\.[A-Z])?\.\d{1,3})/gu,
    meaning: 'publication',
    example: 'United Nations publication, Sales No. E.91.IV.2, chap. I, sect. B.1, annex',
  },
  {
    id: 'any.citation.symbol',
    language: 'en',
    pattern: symbolPattern,
    meaning: 'symbol',
    example: 'the report of the Secretary-General (E/CN.7/2011/6-E/CN.15/2011/6)',
  },
  {
    id: 'en.citation.numbered-act',
    language: 'en',
    pattern:
      /\b(resolution|decision)() (?=\d{1,3}(?![\d/.]| ?\(| [A-Z] ?\()[^;]{0,200}?\b(?:adopted|taken) by the )/giu,
    meaning: 'acts',
    plainNumber: true,
    example: 'resolution 9, on computer-related crimes, adopted by the Eighth United Nations Congress',
  },
  {
    id: 'en.citation.acts',
    language: 'en',
    pattern: new RegExp(`\\b(resolution|decision)(s?) (?=(?:${actNumber.source})(?![\\p{L}\\p{N}/]))`, 'giu'),
    meaning: 'acts',
    example: 'its resolutions 55/25 of 15 November 2000 and 58/4 of 31 October 2003',
  },
  {
    id: 'en.citation.own-paragraphs',
    language: 'en',
    pattern:
      /\b(?:sub)?paragraphs? ((?:\d{1,3}|\([a-z]{1,4}\))(?: ?\([a-z]{1,4}\)){0,3}(?:(?:, | and | to | or |-)(?:\d{1,3}|\([a-z]{1,4}\))(?: ?\([a-z]{1,4}\)){0,3}){0,8}) (?:above|below|of the present (?:resolution|decision))\b/gu,
    meaning: 'own-paragraphs',
    example: 'the adequate implementation of paragraphs (c) (i) and (ii) above, in particular',
  },
  {
    id: 'en.citation.own-text',
    language: 'en',
    pattern: /\b(?:the present|this) (?:draft )?(?:resolution|decision)\b/giu,
    meaning: 'own-text',
    example: 'to report on the implementation of the present resolution',
  },
  {
    // the heads of units in the language of the text are their names; the example is English
    id: 'any.citation.own-unit',
    language: 'en',
    pattern: /\b[Dd]raft (?:resolution|decision) (?:[IVXLC]{1,7}|[A-Z]|\d{1,3})(?![\p{L}\p{N}/(])/gu,
    meaning: 'own-unit',
    example: 'as contained in draft resolution II',
  },
  {
    id: 'en.citation.body',
    language: 'en',
    pattern:
      /\b[Tt]he (Assembly|Council|Commission|Committee|Conference|Congress|Board)\b(?! (?:on|for|against)\b| of (?:the )?\p{Lu}| \p{Lu})/gu,
    meaning: 'body',
    example: 'in which the Assembly expressed concern regarding the overall financial situation',
  },
  {
    id: 'any.citation.ibid',
    language: 'en',
    pattern: /\bIb[ií]d\b\.?/giu,
    meaning: 'ibid',
    example: 'Ibid., vol. 2349, No. 42146.',
  },
  ...translatedRules,
]

/** The rows that read a language: its own, and those that are the same in all. */
export const rulesFor = (language: Language): readonly CitationRule[] =>
  citationRules.filter((rule) => rule.language === language || rule.id.startsWith('any.'))
