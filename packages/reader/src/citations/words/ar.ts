import type { CitationWords } from './citation-words.ts'

/** Parts of a resolution are counted by the letters of the old order. */
const parts: Readonly<Record<string, string>> = {
  ألف: 'A',
  باء: 'B',
  جيم: 'C',
  دال: 'D',
  هاء: 'E',
  واو: 'F',
  زاي: 'G',
  حاء: 'H',
  طاء: 'I',
  ياء: 'J',
  كاف: 'K',
  لام: 'L',
  ميم: 'M',
  نون: 'N',
  سين: 'O',
  عين: 'P',
  فاء: 'Q',
  صاد: 'R',
  قاف: 'S',
  راء: 'T',
  شين: 'U',
  تاء: 'V',
  ثاء: 'W',
  خاء: 'X',
  ذال: 'Y',
  ضاد: 'Z',
}
const part = Object.keys(parts).join('|')

/** Sessions in Roman numbers, as English prints them. */
function roman(count: number): string {
  const signs = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  let out = ''
  for (const [value, sign] of signs) for (; count >= value; count -= value) out += sign
  return out
}

export const ar: CitationWords = {
  language: 'ar',
  nouns: [
    {
      act: 'resolution',
      pattern:
        /(?<!\p{L})(?:و|ب|ل|وب|ول|ال|وال|بال|لل|ولل)?قرار(?:ها|ه|هما|(ات|اتها|اته|يها|يه|ي|ان|ين|ا))?\u0652?(?!\p{L})/gu,
      example: 'قرارها 70/1',
    },
    {
      act: 'decision',
      pattern:
        /(?<!\p{L})(?:و|ب|ل|وب|ول|ال|وال|بال|لل|ولل)?مقرر(?:ها|ه|(ات|اتها|اته|يها|يه|ي|ين|ا))?\u0652?(?!\p{L})/gu,
      example: 'مقررها 72/558',
    },
  ],
  number: 'behind',
  printed: new RegExp(
    `(?:(?:دإ|دإط|د إ|د إ ط)-)?\\d{1,4}\\/\\d{1,4}(?: (?:ألف )?(?:${part})(?!\\p{L}))?|\\d{1,4}(?: (?:${part}))? ?\\((?:\\d{4}|د-\\d{1,2}|دإ-\\d{1,2}|دإط-\\d{1,2})\\)`,
    'u',
  ),
  inEnglish: (printed) =>
    printed
      .replace(/د ?إ ?ط-/, 'ES-')
      .replace(/د ?إ-/, 'S-')
      .replace(/\(((?:E?S-)?)د?-?(\d{1,2})\)/, (_, special: string, at: string) => `(${special}${roman(Number(at))})`)
      .replace(new RegExp(part, 'g'), (letter) => parts[letter] ?? letter)
      .replace(/A ([A-Z])$/, 'A$1')
      .replace(/(\d|[A-Z])\(/, '$1 ('),
  signs: / (?:رقم )?/y,
  dated:
    /،? (?:المؤرخ(?:ة|ين|ان)?|المتخذ(?:ة)? في|الصادر(?:ة)? في) (?:في )?(\d{1,2}) (\p{L}[\p{L} ]{1,14}\/ ?\p{L}{2,8}) (\d{4})/uy,
  titled: /،? (?:المعنون(?:ة)?|وعنوانه|بعنوان) "([^"]{1,400})"/y,
  of: / (?:الصادر عن |الذي اتخذته )?/y,
  nextInList: /^(?:،|،? و|،? أو|،? وكذلك|،? فضلا عن) ?(?:القرار |إلى القرار )?$/,
  its: /(?:ها|ه|هما)$/,
  partBefore: /((?:الفقرات|الفقرتين|الفقرة|الجزء|الفرع) [^;:"،]{1,30}?) من $/u,
  bodies: [
    {
      name: 'General Assembly',
      pattern: /(?<!\p{L})(?:ل|و|ب|لل)?(?:ال|ل)?جمعية العامة(?!\p{L})/u,
      example: 'الجمعية العامة',
    },
    {
      name: 'Economic and Social Council',
      pattern: /(?<!\p{L})(?:و|ب|ل)?(?:ال|ل)?مجلس الاقتصادي والاجتماعي(?!\p{L})/u,
      example: 'المجلس الاقتصادي والاجتماعي',
    },
    { name: 'Security Council', pattern: /(?<!\p{L})[ولب]?مجلس الأمن(?!\p{L})/u, example: 'مجلس الأمن' },
    {
      name: 'Human Rights Council',
      pattern: /(?<!\p{L})[ولب]?مجلس حقوق الإنسان(?!\p{L})/u,
      example: 'مجلس حقوق الإنسان',
    },
    {
      name: 'Commission on Human Rights',
      pattern: /(?<!\p{L})[ولب]?لجنة حقوق الإنسان(?!\p{L})/u,
      example: 'لجنة حقوق الإنسان',
    },
    {
      name: 'Commission on Crime Prevention and Criminal Justice',
      pattern: /(?<!\p{L})[ولب]?لجنة منع الجريمة والعدالة الجنائية(?!\p{L})/u,
      example: 'لجنة منع الجريمة والعدالة الجنائية',
    },
    {
      name: 'Commission on Narcotic Drugs',
      pattern: /(?<!\p{L})[ولب]?لجنة المخدرات(?!\p{L})/u,
      example: 'لجنة المخدرات',
    },
    {
      name: 'Commission on the Status of Women',
      pattern: /(?<!\p{L})[ولب]?لجنة وضع المرأة(?!\p{L})/u,
      example: 'لجنة وضع المرأة',
    },
    {
      name: 'Commission for Social Development',
      pattern: /(?<!\p{L})[ولب]?لجنة التنمية الاجتماعية(?!\p{L})/u,
      example: 'لجنة التنمية الاجتماعية',
    },
  ],
  shortForms: [
    {
      short: 'Assembly',
      pattern: /(?<!\p{L})(?:و|ل|ب)?(الجمعية)(?!\p{L}| العامة| العالمية)/u,
      example: 'طلبت الجمعية إلى الأمين العام',
    },
    {
      short: 'Council',
      pattern: /(?<!\p{L})(?:و|ل|ب)?(المجلس)(?!\p{L}| (?:الاقتصادي|الوطني|الأعلى|التنفيذي|الأوروبي))/u,
      example: 'طلب المجلس إلى الأمين العام',
    },
    {
      short: 'Commission',
      pattern: /(?<!\p{L})(?:و|ل|ب)?(اللجنة)(?!\p{L}| (?:ال\p{L}))/u,
      example: 'طلبت اللجنة إلى الأمين العام',
    },
  ],
}
