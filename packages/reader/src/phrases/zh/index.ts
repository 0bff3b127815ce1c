import type { Phrases } from '../phrase.ts'
import { operative, operativeAgain, operativeWithNoun } from './operative.ts'
import { preambular, preambularAgain, preambularWithNoun } from './preambular.ts'

/** Chinese. Words are not divided; preamble and operative part share their verbs, so number and phase decide. */
export const zh: Phrases = {
  language: 'zh',
  openings: {
    spaced: false,
    verbs: [
      ...operative,
      ...operativeWithNoun,
      ...operativeAgain,
      ...preambular,
      ...preambularWithNoun,
      ...preambularAgain,
    ],
    before: [
      '又',
      '还',
      '再次',
      '强烈',
      '大力',
      '继续',
      '依然',
      '仍',
      '仍然',
      '特别',
      '坚决',
      '最强烈地',
      '强烈地',
      '全力',
      '同样',
      '一再',
      '极为',
      '高度',
      '适当',
      '进一步',
      '并',
      '再',
      '感到',
      '认真',
      '郑重',
      '充分',
      '深',
      '严正',
      '坚定',
    ],
    mannerBefore:
      /(?:表示)?(?:深为|深切|极为|极其|非常|严重|日益|尤其|特别|十分|高度|更加|最为)?(?:感)?(?:赞赏|关切|满意|兴趣|遗憾|感激|震惊|欣慰|感谢|忧虑|不安|痛惜)(?:并(?:赞赏|满意|关切|感谢))?地(?:表示)?(?=[^\s])/y,
    after: [],
    manner: null,
    noun: /(?:其)?(?:继续|依然|仍然|再次)?(?:深为|深切|严重|极为|最深切|最严重|特别|尤为|尤其|强烈|坚定|完全|全力|充分)?(?:关切的是|关切|关注|坚信|决意|谴责|支持|赞赏|感谢|遗憾|震惊|声援|希望|打算|愿意)/y,
    again:
      /其承诺|(?:其)?(?:深为|深切|严重|极为|强烈|坚定|坚决|完全|全力|充分|大力)?(?:关切|深信|坚信|决心|决意|谴责|支持|赞赏|感谢|声援|核可|核准|认定)/y,
    and: /并且?/y,
    unknown: [],
  },
  organs: [
    {
      id: 'zh.organ.general-assembly',
      series: 'A/RES/',
      setsAgain: true,
      pattern: /^(大会)(?=\s?[，,：:]|$)/,
      example: '大会，',
    },
    {
      id: 'zh.organ.ecosoc',
      series: 'E/RES/',
      pattern: /^(经济及社会理事会)(?=\s?[，,：:]|$)/,
      example: '经济及社会理事会，',
    },
    {
      id: 'zh.organ.security-council',
      series: 'S/RES/',
      pattern: /^(安全理事会)(?=\s?[，,：:]|$)/,
      example: '安全理事会，',
    },
    {
      id: 'zh.organ.human-rights-council',
      series: 'A/HRC/RES/',
      pattern: /^(人权理事会)(?=\s?[，,：:]|$)/,
      example: '人权理事会，',
    },
    {
      id: 'zh.organ.any',
      series: null,
      pattern: /^([^\s，。；：、]{2,60}(?:委员会|理事会|大会|会议|缔约方会议|论坛))[，：]$/,
      example: '预防犯罪和刑事司法委员会，',
    },
  ],
  units: [
    {
      id: 'zh.unit.draft-resolution',
      type: 'draft-resolution',
      name: '决议草案',
      pattern: /^决议草案\s?([一二三四五六七八九十]{1,3}|[IVXLC]{1,7}|\d{1,3})$/,
      example: '决议草案二',
    },
    {
      id: 'zh.unit.draft-decision',
      type: 'draft-decision',
      name: '决定草案',
      pattern: /^决定草案\s?([一二三四五六七八九十]{1,3}|[IVXLC]{1,7}|\d{1,3})$/,
      example: '决定草案一',
    },
    {
      id: 'zh.unit.resolution',
      type: 'resolution',
      name: '决议',
      pattern: /^第\s?(\d{1,4}\/\d{1,4}(?: [A-Z])?)\s?号决议$/,
      example: '第20/1号决议',
    },
    {
      id: 'zh.unit.decision',
      type: 'decision',
      name: '决定',
      pattern: /^第\s?(\d{1,4}\/\d{1,4}(?: [A-Z])?)\s?号决定$/,
      example: '第20/1号决定',
    },
  ],
  numbers: [{ id: 'zh.number', pattern: /^第\s?(\d{1,4}\s?\(\d{4}\))\s?号决议$/, example: '第1325(2000)号决议' }],
  conclusions: [
    {
      id: 'zh.end.meeting',
      pattern: /^第\s?\d{1,5}\s?次(?:[（(][^）)]{1,12}[）)])?(?:全体)?(?:[（(][^）)]{1,12}[）)])?会议/,
      example: '第45次全体会议',
    },
    { id: 'zh.end.date', pattern: /^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$/, example: '2022年12月7日' },
    {
      id: 'zh.end.vote',
      pattern: /^[[［]?(?:决议)?(?:未经表决|经记录表决|以记录表决|以\d{1,3}票)/,
      example: '[未经表决获得通过。]',
    },
  ],
  votes: {
    lines: [
      {
        id: 'zh.vote.without-vote',
        form: 'without-vote',
        pattern: /^[[［]?(?:决议|决定)?未经表决(?:获得)?通过/,
        example: '[未经表决获得通过。]',
      },
      {
        id: 'zh.vote.consensus',
        form: 'consensus',
        pattern: /^[[［]?(?:决议|决定)?(?:以协商一致方式|经协商一致)(?:获得)?通过/,
        example: '[以协商一致方式获得通过。]',
      },
      {
        id: 'zh.vote.recorded',
        form: 'recorded',
        pattern:
          /^[[［]?(?:决议|决定)?(?:经(?:唱名|记录)表决，|以(?:唱名|记录)表决，)?以\s?(\d{1,3})\s?票(?:赞成)?、\s?(\d{1,3}|零)\s?票(?:反对)?(?:、\s?(\d{1,3}|零)\s?票弃权)?/,
        example: '[经记录表决，以24票赞成、8票反对、15票弃权获得通过。表决结果如下：',
      },
    ],
    sides: [
      { id: 'zh.vote.inFavour', side: 'inFavour', pattern: /(?:赞成)\s*[:：]/, example: '赞成：' },
      { id: 'zh.vote.against', side: 'against', pattern: /(?:反对)\s*[:：]/, example: '反对：' },
      { id: 'zh.vote.abstaining', side: 'abstaining', pattern: /(?:弃权)\s*[:：]/, example: '弃权：' },
    ],
    and: /和/,
  },
  statements: [
    {
      id: 'zh.statement',
      pattern: /^(?:\p{Script=Han}{2,12})?主席(?:的)?声明(?!\p{L})/u,
      example: '安全理事会主席的声明',
    },
  ],
  meetings: [
    {
      id: 'zh.meeting.at',
      pattern: /^\d{4}年\d{1,2}月\d{1,2}日，\p{Script=Han}{2,12}(第\s?\d{1,5}\s?次(?:全体)?会议)/u,
      example: '2011年2月11日，安全理事会第6479次会议审议了题为“维持国际和平与安全”的项目，',
    },
    { id: 'zh.meeting', pattern: /^(第\s?\d{1,5}\s?次(?:全体)?会议)/, example: '第45次全体会议' },
  ],
  adoptions: [
    { id: 'zh.adopted', pattern: /^.{0,30}通过的?(?:决议|决定)|^.{0,20}决议$/, example: '2022年12月7日大会决议' },
    {
      id: 'zh.adopted.meeting',
      pattern: /^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日.{2,20}第\s?\d{1,5}\s?次(?:全体)?会议通过/,
      example: '2020年1月13日安全理事会第8701次会议通过',
    },
  ],
  annexes: [
    {
      id: 'zh.annex',
      pattern: /^(?:附件|附录)\s?(?:[一二三四五六七八九十]{1,3}|[IVXLC]{1,7}|[A-Z]|\d{1,2})?(?:[：:\s].{0,200})?$/,
      example: '附件一',
    },
  ],
  articles: [
    {
      id: 'zh.article.article',
      name: 'article',
      pattern: /^第\s?([\d一二三四五六七八九十百]{1,5})\s?条(?=$|[：:\s])/,
      example: '第五条',
    },
    {
      id: 'zh.article.rule',
      name: 'rule',
      pattern: /^规则\s?([\d一二三四五六七八九十]{1,4})(?=$|[：:．.\s])/,
      example: '规则12',
    },
    {
      id: 'zh.article.principle',
      name: 'principle',
      pattern: /^原则\s?([\d一二三四五六七八九十]{1,4})(?=$|[：:．.\s])/,
      example: '原则3',
    },
    {
      id: 'zh.article.guideline',
      name: 'guideline',
      pattern: /^准则\s?([\d一二三四五六七八九十]{1,4})(?=$|[：:．.\s])/,
      example: '准则4',
    },
    {
      id: 'zh.article.regulation',
      name: 'regulation',
      pattern: /^条例\s?(\d{1,3}(?:\.\d{1,2})?)(?=$|[：:\s])/,
      example: '条例1.2',
    },
  ],
  agendas: [{ id: 'zh.agenda', pattern: /临时议程/, example: '核准以下临时议程：' }],
  agendaHeadings: [{ id: 'zh.agenda.documentation', pattern: /^文件$/, example: '文件' }],
  chapters: [{ id: 'zh.chapter', pattern: /^第[一二三四五六七八九十]{1,3}章$/, example: '第一章' }],
  reportName: '报告',
  decisions: [{ id: 'zh.preface.decision', pattern: /通过的决定$/, example: '经济及社会理事会通过的决定' }],
  drafts: [{ id: 'zh.preface.draft', pattern: /(?:决议|决定)草案/, example: '奥地利：决议草案' }],
  ibid: /^同上/,
  months: [],
}
