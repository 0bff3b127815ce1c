/** What a part is called, by language; the same words never mean two parts. */
const parts = [
  // ar
  'المرفقين|المرفقات|المرفق|الفصل|الفرع|الفقرتين|الفقرات|الفقرة|القرار|المقرر|الجزء|الضميمة',
  // en
  'annex(?:es)?|appendix|enclosure|chaps?\\.|sects?\\.|sections?|paras?\\.|paragraphs?|arts?\\.|articles?|pp?\\.|part|table|draft resolution|draft decision|resolution|decision',
  // es
  'anexos?|apéndice|caps?\\.|seccs?\\.|secc\\.|párrs?\\.|párrafos?|resolución|decisión',
  // fr
  'annexes?|appendice|sect\\.|pars?\\.|paragraphes?|résolution|décision|partie',
  // ru
  'приложени[еяй]|добавление|гл\\.|разд\\.|пп?\\.|пункт[ы]?|резолюция|решение|часть',
].join('|')
const number = String.raw`(?:[IVXLC]{1,7}|[A-Z]|\d{1,4}|\(?[a-z]{1,4}\)|[ء-ي]{3,6}(?: عشر)?)(?:\.[A-Z0-9]{1,3})?(?![\p{L}\p{N}/])`
const alone = 'annex(?:es)?|appendix|enclosure|annexes?|anexos?|приложени[ея]|المرفق'
const joined = '(?: and | et | y | и | و ?|, | to | à | a |-|–| )'
const chinese = String.raw`[，,]\s?(?:附件[一二三四五六七八九十]{0,3}(?:[和、至][一二三四五六七八九十]{1,3}){0,3}|第[一二三四五六七八九十]{1,3}[章节]|[A-Z一二三四五六七八九十]节|第\d{1,4}(?:\s?[(（][a-z][)）])?(?:[和、至]第?\d{1,4}){0,4}段)`

/** The part of a source behind its name: ", annex", ", chap. I, sect. D", ", par. 85", "，附件二"; sticky. */
export const locatorPattern = new RegExp(
  `(?:[,،]? \\(?(?:(?:${parts})(?= ${number})|(?:${alone})(?![\\p{L}\\p{N}]))(?:${joined}${number}){0,6}\\)?|${chinese}){1,5}`,
  'uy',
)
