import type { Rooms } from '../../modules/modules.ts'

/** Texts made up for tests: two resolutions of one series, and one in Arabic and one in Chinese. */
const texts: Readonly<Record<string, string>> = {
  'A/RES/70/901': `United Nations
A/RES/70/901
General Assembly
Distr.: General
17 December 2015
Seventieth session
Agenda item 99
Resolution adopted by the General Assembly on 17 December 2015
[on the report of the Third Committee (A/70/999)]
70/901.	Lighthouses and the safety of night ferries
The General Assembly,
Recalling the part which lighthouses have in the safety of those who travel by night at sea,
1.	Requests the Secretary-General to report to the General Assembly at its seventy-first session on the state of lighthouses along the routes of night ferries;
2.	Encourages Member States to keep the lamps of their lighthouses lit from dusk to dawn, and to tell mariners without delay of any that is dark;
3.	Decides to remain seized of the matter.
80th plenary meeting
17 December 2015
`,
  'A/RES/71/902': `United Nations
A/RES/71/902
General Assembly
Distr.: General
19 December 2016
Seventy-first session
Agenda item 99
Resolution adopted by the General Assembly on 19 December 2016
[on the report of the Third Committee (A/71/999)]
71/902.	Lighthouses and the safety of night ferries
The General Assembly,
Recalling its resolution 70/901 of 17 December 2015,
Recalling also the part which lighthouses have in the safety of those who travel by night at sea,
1.	Requests the Secretary-General to report to the General Assembly at its seventy-third session on the state of lighthouses along the routes of night ferries and of fishing boats;
2.	Encourages Member States to keep the lamps of their lighthouses lit from dusk to dawn, and to tell mariners without delay of any that is dark;
3.	Decides to remain seized of the matter.
65th plenary meeting
19 December 2016
`,
  'A/RES/72/903': `الأمم المتحدة
A/RES/72/903
الجمعية العامة
Distr.: General
20 December 2017
الدورة الثانية والسبعون
البند 99 من جدول الأعمال
قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2017
[بناء على تقرير اللجنة الثالثة (A/72/999)]
72/903	المنارات وسلامة العبّارات الليلية
إن الجمعية العامة،
إذ تشير إلى دور المنارات في سلامة المسافرين ليلا في البحر،
1 -	تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الثالثة والسبعين تقريرا عن حالة المنارات؛
2 -	تشجع الدول الأعضاء على إبقاء مصابيح مناراتها مضاءة من الغسق إلى الفجر.
الجلسة العامة 70
20 كانون الأول/ديسمبر 2017
`,
  'A/RES/73/904': `联合国
A/RES/73/904
大会
Distr.: General
20 December 2018
第七十三届会议
议程项目99
2018年12月20日大会决议
[根据第三委员会的报告(A/73/999)通过]
73/904.	灯塔与夜间渡轮的安全
大会，
回顾灯塔对夜间海上旅行者安全的作用，
1.	请秘书长向大会第七十四届会议提交报告，说明夜间渡轮航线沿线灯塔的状况；
2.	鼓励会员国使本国灯塔从黄昏到黎明保持点亮。
第60次全体会议
2018年12月20日
`,
}

/** Enough short texts that the index of words is made of them at once, as it is of every larger register. */
const others = Array.from({ length: 16 }, (_, n) => {
  const id = `A/RES/60/${801 + n}`
  const text = `United Nations
${id}
General Assembly
Distr.: General
16 December 2005
Sixtieth session
Resolution adopted by the General Assembly on 16 December 2005
60/${801 + n}.	Bridge number ${n + 1}
The General Assembly,
1.	Invites Member States to mend bridge number ${n + 1}.
69th plenary meeting
16 December 2005
`
  return [id, text] as const
})

export async function importLighthouses(rooms: Rooms): Promise<void> {
  for (const [id, text] of [...others, ...Object.entries(texts)]) {
    const bytes = new TextEncoder().encode(text)
    const result = await rooms.documents.importText({
      fileName: `${id.replaceAll('/', '-')}.txt`,
      bytes,
      by: 'system:test',
    })
    if (result.state === 'refused') throw new Error(result.refusal.code)
  }
}
