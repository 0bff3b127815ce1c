import type { CitationWords } from './citation-words.ts'

/** Chinese: date, number, noun: "大会2015年9月25日第70/1号决议". */
export const zh: CitationWords = {
  language: 'zh',
  nouns: [
    { act: 'resolution', pattern: /决议()/gu, example: '其第70/1号决议' },
    { act: 'decision', pattern: /决定()/gu, example: '其第72/558号决定' },
  ],
  number: 'before',
  printed:
    /(?:(?:S|ES|DS|SS)-)?\d{1,4}\/(?:(?:S|ES)-)?\d{1,4}(?: ?A?[A-Z](?![\p{Script=Latin}.]))?|\d{1,4}(?: ?[A-Z])? ?[（(](?:\d{4}|[IVXLC]{1,7}|(?:S|ES)-[IVX]{1,5})[）)]/u,
  inEnglish: (printed) =>
    printed
      .replace('（', '(')
      .replace('）', ')')
      .replace(/(\d)([A-Z])/, '$1 $2')
      .replace(/(\d|[A-Z])\(/, '$1 ('),
  signs: /第?\s?/y,
  dated: /\d{4}年\d{1,2}月\d{1,2}日/,
  titled: /题为"([^"]{1,400})"/,
  of: /的?/,
  nextInList: /^(?:、|和|及|以及|与|或)\s?第?$/,
  its: /(?:其|本(?:理事会|委员会|大会)?)/,
  partBefore: /$^/,
  bodies: [
    { name: 'Economic and Social Council', pattern: /经济及社会理事会/u, example: '经济及社会理事会' },
    { name: 'Security Council', pattern: /安全理事会|安理会/u, example: '安全理事会' },
    { name: 'Human Rights Council', pattern: /人权理事会/u, example: '人权理事会' },
    { name: 'Commission on Human Rights', pattern: /人权委员会/u, example: '人权委员会' },
    {
      name: 'Commission on Crime Prevention and Criminal Justice',
      pattern: /预防犯罪和刑事司法委员会/u,
      example: '预防犯罪和刑事司法委员会',
    },
    { name: 'Commission on Narcotic Drugs', pattern: /麻醉药品委员会/u, example: '麻醉药品委员会' },
    { name: 'Commission on the Status of Women', pattern: /妇女地位委员会/u, example: '妇女地位委员会' },
    { name: 'Commission for Social Development', pattern: /社会发展委员会/u, example: '社会发展委员会' },
    {
      name: 'General Assembly',
      pattern: /联合国大会|(?<!缔约方|缔约国|成员|环境|卫生|全体|党员|世界|国家元首和政府首脑)大会/u,
      example: '大会',
    },
  ],
  shortForms: [
    {
      short: 'Council',
      pattern: /(?<!社会|安全|人权|欧洲|执行|合作|托管|贸易和发展)(理事会)/u,
      example: '理事会请秘书长',
    },
    {
      short: 'Commission',
      pattern: /(?<![\p{Script=Han}]{2}[法药位权展约口]|专门|特别|第[一二三四五六])(?<=^|[，。；、由请经向])(委员会)/u,
      example: '由委员会审议',
    },
  ],
}
