import type { CitationWords } from './citation-words.ts'

/** Letters of parts are printed in either script: `57/270 В` is `57/270 B`. */
const latin: Readonly<Record<string, string>> = { А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M' }

export const ru: CitationWords = {
  language: 'ru',
  nouns: [
    {
      act: 'resolution',
      pattern: /(?<!\p{L})резолюци(?:ю|я|ей|(и|ях|ям|ями|й))(?!\p{L})/giu,
      example: 'свою резолюцию 70/1',
    },
    {
      act: 'decision',
      pattern: /(?<!\p{L})решени(?:е|ю|ем|и|(я|ях|ям|ями|й))(?!\p{L})/giu,
      example: 'свое решение 72/558',
    },
  ],
  number: 'behind',
  printed:
    /(?:(?:S|ES|DS|SS)-)?\d{1,4}\/(?:(?:S|ES)-)?\d{1,4}(?: A?[A-ZАВСЕНКМ](?![\p{L}.]))?|\d{1,4}(?: [A-ZАВСЕНКМ])? ?\((?:\d{4}|[IVXLC]{1,7}|(?:S|ES)-[IVX]{1,5})\)/u,
  inEnglish: (printed) =>
    printed.replace(/(\d|[A-Z])\(/, '$1 (').replace(/[АВСЕНКМ]/u, (letter) => latin[letter] ?? letter),
  signs: / (?:№ ?)?/y,
  dated: / от (\d{1,2}) (\p{L}{3,9}) (\d{4}) года/uy,
  titled: /,? (?:под названием |озаглавленн(?:ую|ая|ой|ые|ое) )?"([^"]{1,400})"/y,
  of: /(?:,? (?:принят(?:ой|ая|ую) ))? (?=\p{Lu})/uy,
  nextInList: /^(?:,|,? и|,? или|,? а также|,? а также на) (?:резолюци\p{L}{1,3} )?$/u,
  its: /(?<!\p{L})(?:сво(?:ю|ей|и|их|ими|им|е|его|ему|ем)|е[её]|его) (?:(?:предыдущ|соответствующ|ежегодн)\p{L}{2,4} )?$/iu,
  partBefore:
    /(?<!\p{L})((?:пункт\p{L}{0,3}|подпункт\p{L}{0,3}|пп?\.|раздел\p{L}{0,2}|част\p{L}{1,2}) [^;:",]{1,30}?) (?:постановляющей части )?(?:сво\p{L}{1,3} |ее )?$/u,
  bodies: [
    {
      name: 'General Assembly',
      pattern: /(?<!\p{L})Генеральн(?:ая|ой|ую) Ассамбле(?:я|и|е|ю|ей)(?!\p{L})/u,
      example: 'Генеральной Ассамблеи',
    },
    {
      name: 'Economic and Social Council',
      pattern: /(?<!\p{L})Экономическ(?:ий|ого|ому|им|ом) и Социальн(?:ый|ого|ому|ым|ом) Совет(?:а|у|ом|е)?(?!\p{L})/u,
      example: 'Экономического и Социального Совета',
    },
    {
      name: 'Security Council',
      pattern: /(?<!\p{L})Совет(?:а|у|ом|е)? Безопасности(?!\p{L})/u,
      example: 'Совета Безопасности',
    },
    {
      name: 'Human Rights Council',
      pattern: /(?<!\p{L})Совет(?:а|у|ом|е)? по правам человека(?!\p{L})/u,
      example: 'Совета по правам человека',
    },
    {
      name: 'Commission on Human Rights',
      pattern: /(?<!\p{L})Комисси(?:я|и|ю|ей) по правам человека(?!\p{L})/u,
      example: 'Комиссии по правам человека',
    },
    {
      name: 'Commission on Crime Prevention and Criminal Justice',
      pattern: /(?<!\p{L})Комисси(?:я|и|ю|ей) по предупреждению преступности и уголовному правосудию(?!\p{L})/u,
      example: 'Комиссии по предупреждению преступности и уголовному правосудию',
    },
    {
      name: 'Commission on Narcotic Drugs',
      pattern: /(?<!\p{L})Комисси(?:я|и|ю|ей) по наркотическим средствам(?!\p{L})/u,
      example: 'Комиссии по наркотическим средствам',
    },
    {
      name: 'Commission on the Status of Women',
      pattern: /(?<!\p{L})Комисси(?:я|и|ю|ей) по положению женщин(?!\p{L})/u,
      example: 'Комиссии по положению женщин',
    },
    {
      name: 'Commission for Social Development',
      pattern: /(?<!\p{L})Комисси(?:я|и|ю|ей) социального развития(?!\p{L})/u,
      example: 'Комиссии социального развития',
    },
  ],
  shortForms: [
    {
      short: 'Assembly',
      pattern: /(?<!\p{L}|Генеральн(?:ая|ой|ую) )(Ассамбле(?:я|и|е|ю|ей))(?!\p{L}| (?:\p{Lu}|глав|Организации))/u,
      example: 'Ассамблея просила',
    },
    {
      short: 'Council',
      pattern:
        /(?<!\p{L}|Социальн\p{L}{2,3} )(Совет(?:а|у|ом|е)?)(?!\p{L}| (?:Безопасности|по |\p{Lu}|министров|глав))/u,
      example: 'Совет просил',
    },
    {
      short: 'Commission',
      pattern: /(?<!\p{L})(Комисси(?:я|и|ю|ей))(?!\p{L}| (?:по |социального|\p{Lu}))/u,
      example: 'Комиссия просила',
    },
  ],
}
