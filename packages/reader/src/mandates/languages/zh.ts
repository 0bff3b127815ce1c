import { type LanguageTable, rowsFor } from './language-table.ts'

const { force, actor } = rowsFor('zh', (source) => new RegExp(`(?:${source})`, 'gu'))
/** Adverbs in front of a verb. */
const adverb = '(?:又|还|并|再次|再度|再|也|强烈|大力|进一步|特别|紧急|继续|同样|重新|郑重|最后|坚决|此外)*'

/** Chinese: verbs by the aligned openings of published resolutions, actors by their names in them. */
export const zh: LanguageTable = {
  language: 'zh',
  forces: [
    force('decides-to-request', { force: 'request' }, `${adverb}决定(?:请|委托|指示)`, '决定请'),
    force('decides-to-ask', { force: 'recommendation' }, `${adverb}决定(?:邀请|建议|鼓励)`, '决定建议'),
    force('again-request', { force: 'request' }, `${adverb}(?:重申|重复)(?:其)?(?:对.{1,20}的)?请求`, '重申其请求'),
    force('again-call', { force: 'call' }, `${adverb}(?:重申|重复)(?:其)?(?:对.{1,20}的)?(?:呼吁|要求)`, '重申其呼吁'),
    force('again-invitation', { force: 'recommendation' }, `${adverb}(?:重申|重复)(?:其)?(?:邀请|建议)`, '重申其邀请'),
    force('draws-attention', { force: 'recognition' }, `${adverb}提请`, '提请'),
    force('requests', { force: 'request' }, `${adverb}(?:请求|请|指示|责成|委托)`, '请'),
    force('demands', { force: 'call', toSecretariat: 'request', several: true }, `${adverb}要求`, '要求'),
    force('calls', { force: 'call' }, `${adverb}(?:促请|敦促|呼吁|吁请|责令|强烈要求)`, '促请'),
    force('recommends', { force: 'recommendation' }, `${adverb}(?:邀请|鼓励|建议|提议)`, '鼓励'),
    force(
      'decides',
      { force: 'decision' },
      `${adverb}(?:决定|通过|核可|核准|批准|授权|设立|延长|同意|任命|指定|宣布|宣告|认可|赞同|采纳|决心)`,
      '决定',
    ),
  ],
  actors: [
    actor('secretary_general', 'Secretary-General', '秘书长(?!特别|关于|的报告|个人)', '秘书长'),
    actor(
      'secretariat_entity',
      'UNODC',
      '联合国毒品和犯罪问题办公室|毒品和犯罪问题办公室|毒罪办',
      '联合国毒品和犯罪问题办公室',
    ),
    actor(
      'un_system_entity',
      'Office of the United Nations High Commissioner for Refugees',
      '联合国难民事务高级专员(?:公署|办事处)?|难民署',
      '联合国难民事务高级专员公署',
    ),
    actor(
      'secretariat_entity',
      'OHCHR',
      '(?:联合国)?(?:人权事务)?高级专员(?:办事处)?|人权高专办',
      '联合国人权事务高级专员办事处',
    ),
    actor('secretariat_entity', 'Secretariat', '秘书处', '秘书处'),
    actor('secretariat_entity', 'missions', '特派团|秘书长特别代表|特别代表|维持和平行动|部队', '特派团'),
    actor('intergovernmental_body', 'General Assembly', '(?:联合国)?大会(?!堂)', '大会'),
    actor('intergovernmental_body', 'Economic and Social Council', '经济及社会理事会|经社理事会', '经济及社会理事会'),
    actor('intergovernmental_body', 'Security Council', '安全理事会|安理会', '安全理事会'),
    actor('intergovernmental_body', 'Human Rights Council', '人权理事会', '人权理事会'),
    actor('other', 'Advisory Committee', '咨询委员会|专家小组|专家组|专家机制', '咨询委员会'),
    actor(
      'other',
      'treaty bodies',
      '条约机构|国际麻醉品管制局|儿童权利委员会|人权事务委员会|消除[^，；、]{2,10}委员会',
      '条约机构',
    ),
    actor(
      'intergovernmental_body',
      'commissions and committees',
      '[^，；、和及请与向对由支持包括]{0,14}(?:委员会|工作组|缔约方大会|缔约方会议|论坛|主席团|主席|理事机构|执行局|职司委员会)',
      '麻醉药品委员会',
    ),
    actor(
      'other',
      'special procedures',
      '[^，；、和及请]{0,20}(?:特别报告员|独立专家)|任务负责人|特别程序',
      '特别报告员',
    ),
    actor('states_parties', 'States parties', '缔约国|缔约方(?!大会|会议)', '缔约国'),
    actor('member_states', 'Member States', '会员国|成员国', '会员国'),
    actor(
      'member_states',
      'States',
      '各国政府|各国|(?:所有|发展中|发达|最不发达|内陆发展中|受影响|捐助|有关|相关|部队派遣|部队和警察派遣|非洲|各)国家(?!人权|元首|一级|工作队)|派遣国|[^，；、和及支持向请促鼓励对与由包括]{0,6}政府(?!间)|[^，；、和及支持向请促鼓励对与由包括]{1,8}(?:共和国|联邦)(?!政府)|管理国|占领国|以色列|当局|东道国|主办国',
      '各国',
    ),
    actor(
      'un_system_entity',
      'United Nations system entities',
      '联合国系统(?:内)?(?:各)?(?:有关|相关)?(?:实体|组织|机构|机关)?|联合国(?:各)?(?:有关|相关|其他)*(?:实体|机构|机关|组织|部门|国家工作队|各基金和方案)|各?基金和方案|基金、方案|区域委员会|驻地协调员|联合国(?![^，；、和]{0,14}(?:署|会|组织|处|系统|机构|实体|办公室|公署|部门|大学))',
      '联合国系统各实体',
    ),
    actor('un_system_entity', 'specialized agencies', '专门机构', '专门机构'),
    actor(
      'un_system_entity',
      'United Nations agencies',
      '世界卫生组织|世卫组织|联合国(?:开发计划署|环境规划署|儿童基金会|人口基金|教育、科学及文化组织|粮食及农业组织|人类住区规划署)|开发署|环境署|儿基会|教科文组织|粮农组织|妇女署|联合国促进性别平等和增强妇女权能署|国际劳工组织|国际海事组织|世界银行|国际货币基金组织|世界粮食计划署|国际电信联盟',
      '世界卫生组织',
    ),
    actor('donors', 'donors', '捐助(?:国|方|者|界)|捐助', '捐助方'),
    actor('civil_society_private', 'civil society', '民间社会|非政府组织', '民间社会'),
    actor(
      'civil_society_private',
      'private sector',
      '私营部门|私营实体|工商(?:企业|界)|企业|学术界|学术机构|媒体|科学界',
      '私营部门',
    ),
    actor(
      'other_ig_organization',
      'international organizations',
      '(?:政府间|国际|区域|次区域|多边)(?:、|和|及)?(?:政府间|国际|区域|次区域|多边)*(?:组织|金融机构|开发银行)|非洲联盟|欧洲联盟|国际刑警组织|(?:有关|相关)组织',
      '区域和次区域组织',
    ),
    actor('other', 'Non-Self-Governing Territories', '非自治领土', '非自治领土'),
    actor('other', 'international community', '国际社会', '国际社会'),
    actor(
      'other',
      'stakeholders',
      '利益攸关方|利益有关者|行为体|行为方|(?:发展)?伙伴|冲突(?:各|所有)?方|双方|各方|所有各方|当事方|国家人权机构|(?:有关|相关|其他)机制',
      '利益攸关方',
    ),
  ],
  joins: /[，；](?:并且|并|而且|同时)?(?:在这方面|为此|因此|在此背景下|就此)?，?/gu,
  and: /并|而且|同时/u,
  further:
    /^(?:又|还|并|再次|也|在)*(?:表示|注意到|欢迎|确认|强调|回顾|重申|赞扬|认识到|着重指出|承认|赞赏|关切|期待|决定|申明|肯定|特别指出|谴责|欣见|指出|认可|感谢|遗憾|深为|严重)/u,
  act: null,
  between: /^[^，；。]{0,2}(?:、|和|及|以及|或|，包括)[^，；。]{0,16}$/u,
  aside: /（[^）]*）/gu,
  undertakes: /^(?![^；]{0,80}(?:应|须|可以|将由))(?!，)/u,
  completed: /^(?:设立|延长|通过|核准|批准|任命|宣布|授予|修订|将[^，]{2,40}(?:任务|任期)[^，]{0,20}延长)/u,
}
