import type { CitationRule } from './citation-rule.ts'
import { citationWords } from './words/index.ts'

const numbers = String.raw`[\dCLXVI]{1,8}(?:(?:, | et | y | и | à | a |-|–|、|和)[\dCLXVI]{1,8}){0,12}`
const point = String.raw`(?:\d{1,3}|\(?[a-z]{1,4}\))(?: ?\(?[a-z]{1,4}\)){0,3}`
const points = (joined: string) => `(${point}(?:(?:${joined})${point}){0,8})`

/** Rows of the languages other than English; what the words of acts and bodies are stands in `words/`. */
/** Treaty series and official records: tried before symbols, which stand inside them. */
export const translatedWorks: readonly CitationRule[] = [
  {
    id: 'fr.citation.treaty',
    language: 'fr',
    pattern: new RegExp(
      String.raw`(Nations Unies|Société des Nations), Recueil des Traités, vol\. ?(${numbers})(?:, n[o°]s? ?(I?-?${numbers}))?`,
      'gu',
    ),
    meaning: 'treaty',
    example: 'Nations Unies, Recueil des Traités, vol. 2225, no 39574.',
  },
  {
    id: 'es.citation.treaty',
    language: 'es',
    pattern: new RegExp(
      String.raw`(Naciones Unidas|Sociedad de las Naciones), (?:Treaty Series|Recueil des Traités), vols?\. ?(${numbers})(?:, (?:núms?|Nos?)\. ?(I?-?${numbers}))?`,
      'gu',
    ),
    meaning: 'treaty',
    example: 'Naciones Unidas, Treaty Series, vol. 2225, núm. 39574.',
  },
  {
    id: 'zh.citation.treaty',
    language: 'zh',
    pattern: new RegExp(
      String.raw`(联合国|国际联盟)[，,]?《条约汇编》[，,]第\s?(${numbers})\s?卷(?:[，,]第\s?(I?-?${numbers})\s?号)?`,
      'gu',
    ),
    meaning: 'treaty',
    example: '联合国，《条约汇编》，第2225卷，第39574号。',
  },
  {
    id: 'fr.citation.official-records',
    language: 'fr',
    pattern:
      /\bDocuments officiels (?:de l'|de la |du |des )(\p{Lu}[^,;()]{3,120}), ([^(;]{0,120}?)(?:,? ?[Ss]uppléments? n[o°]s? ?(\d{1,3} ?[A-Z]?)(?: et rectificatifs?)?)?(?: ?\((?=[A-Z]{1,6}\/)|(?=[.;]|$))/gu,
    meaning: 'official-records',
    example: 'Documents officiels du Conseil économique et social, 2010, Supplément no 10 (E/2010/30), chap. I',
  },
  {
    id: 'es.citation.official-records',
    language: 'es',
    pattern:
      /\bDocumentos [Oo]ficiales (?:de la |del |de las |de los )(\p{Lu}[^,;()]{3,120}), ([^(;]{0,120}?)(?:,? ?[Ss]uplementos? núms?\. ?(\d{1,3} ?[A-Z]?)(?: y correcci(?:ón|ones))?)?(?: ?\((?=[A-Z]{1,6}\/)|(?=[.;]|$))/gu,
    meaning: 'official-records',
    example: 'Documentos Oficiales del Consejo Económico y Social, 2010, suplemento núm. 10 (E/2010/30), cap. I',
  },
  {
    id: 'ru.citation.official-records',
    language: 'ru',
    pattern:
      /(?<!\p{L})Официальные отчеты (\p{Lu}[^,;()]{3,120}), ([^(;]{0,120}?)(?:,? ?[Дд]ополнени[ея] № ?(\d{1,3} ?[A-ZАВС]?)(?: и исправлени[ея])?)?(?: ?\((?=[A-Z]{1,6}\/)|(?=[.;]|$))/gu,
    meaning: 'official-records',
    example: 'Официальные отчеты Экономического и Социального Совета, 2010 год, Дополнение № 10 (E/2010/30), гл. I',
  },
  {
    id: 'zh.citation.official-records',
    language: 'zh',
    pattern:
      /《([\p{Script=Han}]{2,20}?)正式记录[，,]([^《》]{0,60}?)(?:[，,]?补编第\s?(\d{1,3} ?[A-Z]?)\s?号(?:和更正)?)?》(?:和更正)?(?: ?[(（](?=[A-Z]{1,6}\/))?/gu,
    meaning: 'official-records',
    example: '《经济及社会理事会正式记录，2010年，补编第10号》(E/2010/30)，第一章',
  },
  {
    id: 'ar.citation.official-records',
    language: 'ar',
    pattern:
      /الوثائق الرسمية (ل[^،;()]{3,120})، ([^(؛]{0,120}?)(?:،? ?(?:الملحق|الملاحق) رقم (\d{1,3} ?(?:[A-Z]|ألف)?)(?: والتصويب)?)?(?: ?\((?=[A-Z]{1,6}\/)|(?=[.؛]|$))/gu,
    meaning: 'official-records',
    example: 'الوثائق الرسمية للمجلس الاقتصادي والاجتماعي، 2010، الملحق رقم 10 (E/2010/30)، الفصل الأول',
  },
]

export const translatedRules: readonly CitationRule[] = [
  ...citationWords.map(
    ({ language, nouns: [first, second] }): CitationRule => ({
      id: `${language}.citation.acts`,
      language,
      pattern: new RegExp(`${first!.pattern.source}|${second!.pattern.source}`, 'giu'),
      meaning: 'acts',
      example: first!.example,
    }),
  ),
  {
    id: 'fr.citation.own-paragraphs',
    language: 'fr',
    pattern: new RegExp(
      String.raw`\b(?:paragraphes?|alinéas?) ${points(', | et | ou | à |-')} (?:ci-dessus|ci-dessous|plus haut|plus bas|d(?:e la|u) présente?(?: projet de)? (?:résolution|décision))`,
      'gu',
    ),
    meaning: 'own-paragraphs',
    example: 'les paragraphes 3 et 4 ci-dessus',
  },
  {
    id: 'es.citation.own-paragraphs',
    language: 'es',
    pattern: new RegExp(
      String.raw`\b(?:párrafos?|apartados?) ${points(', | y | o | a |-')} (?:supra|infra|anterior(?:es)?|precedentes?|que anteceden?|de la presente (?:resolución|decisión))`,
      'gu',
    ),
    meaning: 'own-paragraphs',
    example: 'los párrafos 3 y 4 de la presente resolución',
  },
  {
    id: 'ru.citation.own-paragraphs',
    language: 'ru',
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?:под)?пункт\p{L}{0,3} ${points(', | и | или | по |-')},? (?:выше|ниже|настоящ(?:ей|его) (?:резолюции|решения))`,
      'gu',
    ),
    meaning: 'own-paragraphs',
    example: 'в пунктах 3 и 4 выше',
  },
  {
    id: 'zh.citation.own-paragraphs',
    language: 'zh',
    pattern: new RegExp(
      String.raw`(?:上文|下文|本决议|本决定|上述|以上)第\s?${points('、第?|和第?|或第?|至第?|-')}\s?段`,
      'gu',
    ),
    meaning: 'own-paragraphs',
    example: '上文第3和4段',
  },
  {
    id: 'ar.citation.own-paragraphs',
    language: 'ar',
    pattern: new RegExp(
      String.raw`(?<!\p{L})[وبل]?(?:ال|ل)فقر(?:ة|تين|تان|ات)(?: الفرعية)? ${points('، | و ?| أو | إلى |-')} (?:أعلاه|أدناه|من هذا (?:القرار|المقرر))`,
      'gu',
    ),
    meaning: 'own-paragraphs',
    example: 'الفقرتين 3 و 4 أعلاه',
  },
  {
    id: 'fr.citation.own-text',
    language: 'fr',
    pattern: /\b(?:[Ll]a |cette )présente (?:résolution|décision)(?!\p{L})/gu,
    meaning: 'own-text',
    example: 'la suite donnée à la présente résolution',
  },
  {
    id: 'es.citation.own-text',
    language: 'es',
    pattern: /\b[Ll]a presente (?:resolución|decisión)(?!\p{L})/gu,
    meaning: 'own-text',
    example: 'la aplicación de la presente resolución',
  },
  {
    id: 'ru.citation.own-text',
    language: 'ru',
    pattern: /(?<!\p{L})настоящ(?:ей|ую|ая|его|ее|ем|ему|им) (?:резолюци(?:и|ю|я|ей)|решени(?:е|я|ю|и|ем))(?!\p{L})/gu,
    meaning: 'own-text',
    example: 'об осуществлении настоящей резолюции',
  },
  {
    id: 'zh.citation.own-text',
    language: 'zh',
    pattern: /本(?:决议|决定)/gu,
    meaning: 'own-text',
    example: '本决议的执行情况',
  },
  {
    id: 'ar.citation.own-text',
    language: 'ar',
    pattern: /(?<!\p{L})[وبل]?هذا (?:القرار|المقرر)(?!\p{L})/gu,
    meaning: 'own-text',
    example: 'عن تنفيذ هذا القرار',
  },
  ...citationWords.flatMap(({ language, shortForms }) =>
    shortForms.map(
      ({ short, pattern, example }): CitationRule => ({
        id: `${language}.citation.${short.toLowerCase()}`,
        language,
        pattern: new RegExp(pattern.source, `${pattern.flags}g`),
        meaning: 'body',
        short,
        example,
      }),
    ),
  ),
  {
    id: 'ru.citation.ibid',
    language: 'ru',
    pattern: /Там же(?!\p{L})\.?/giu,
    meaning: 'ibid',
    example: 'Там же, приложение II.',
  },
  {
    id: 'zh.citation.ibid',
    language: 'zh',
    pattern: /同上/gu,
    meaning: 'ibid',
    example: '同上，第2349卷，第42146号。',
  },
  {
    id: 'ar.citation.ibid',
    language: 'ar',
    pattern: /المرجع نفسه/gu,
    meaning: 'ibid',
    example: 'المرجع نفسه، المجلد 2349، الرقم 42146.',
  },
]
