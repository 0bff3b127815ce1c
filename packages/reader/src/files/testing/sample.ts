import {
  AlignmentType,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

/** A resolution in the forms it may come in; written here, so that no form is the source of another. */
export interface Sample {
  readonly text: string
  readonly html: string
  readonly docx: () => Promise<Uint8Array>
}

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
})

const numbering = {
  config: [
    {
      reference: 'paragraphs',
      levels: [
        level(0, LevelFormat.DECIMAL, '%1.'),
        level(1, LevelFormat.LOWER_LETTER, '(%2)'),
        level(2, LevelFormat.LOWER_ROMAN, '(%3)'),
      ],
    },
    {
      reference: 'arabic',
      levels: [level(0, LevelFormat.DECIMAL, '%1 -'), level(1, LevelFormat.LOWER_LETTER, '(%2)')],
    },
  ],
}

const italic = (text: string) => new TextRun({ text, italics: true })
const plain = (text: string) => new TextRun(text)

const line = (...children: (string | ParagraphChild)[]) =>
  new Paragraph({ children: children.map((one) => (typeof one === 'string' ? plain(one) : one)) })

const numbered = (at: number, ...children: (string | ParagraphChild)[]) =>
  new Paragraph({
    numbering: { reference: 'paragraphs', level: at },
    children: children.map((one) => (typeof one === 'string' ? plain(one) : one)),
  })

const note = (text: string) => ({ children: [new Paragraph(text)] })

const packed = async (document: Document) => new Uint8Array(await Packer.toArrayBuffer(document))

const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) })

/** Numbers to three levels, footnotes, italics, a table; the Word file also has tracked changes. */
export const english: Sample = {
  text: `E/RES/2031/7

2031/7. Care of harbour archives

The Economic and Social Council,

*Recalling* its resolution 2029/4 of 26 July 2029,<sup>1</sup> in which it asked for a survey,

*Mindful* that paper decays,

1. *Requests* the Secretary-General, within existing resources:

(a) To survey the archives of harbours:

(i) Those of Member States;

(ii) Those of regional bodies;

(b) To report to the Council at its next session;<sup>2</sup>

2. *Invites* Member States to share the following figures;

| Harbour | Shelves |
| North | 12 |
| South | 7 |

3. *Decides* to remain seized of the matter.

10th plenary meeting
24 July 2031

<sup>1</sup> Official Records, 2029, Supplement No. 1.

<sup>2</sup> See also A/85/12.
`,
  html: `<!DOCTYPE html><html lang="en"><head><title>x</title><style>p{color:red}</style><script>var a = '<p>no</p>'</script></head>
<body><nav><ul><li>Home</li></ul></nav><main dir="ltr">
<p>E/RES/2031/7</p><h1>2031/7. Care of harbour archives</h1>
<p>The Economic and Social Council,</p>
<p><em>Recalling</em> its resolution 2029/4 of 26&#32;July 2029,<sup><a href="#fn1" id="r1">1</a></sup> in which it
 asked for a survey,</p>
<p><span style="font-style: italic">Mindful</span> that paper decays,
<ol><li><p><i>Requests</i> the Secretary-General, within existing resources:</p>
<p>(a) To survey the archives of harbours:</p>
<div>(i) Those of <font color=black>Member</font> States;<br><br>(ii) Those of regional bodies;</div>
<p>(b) To report to the Council at its next session;<a href="#_ftn2">[2]</a></p></li>
<li><b></b><i>Invites</i> Member States to share the following figures;
<table><tr><th>Harbour<th>Shelves<tr><td>North<td>12<tr><td>South<td>7</table>
<li><i>Decides</i> to remain seized of the matter.</ol>
<table><tr><td><p>10th plenary meeting<p>24 July 2031</td></tr></table>
<hr><section><ol><li id="fn1">Official Records, 2029, Supplement No. 1. <a href="#r1">↩</a></li></ol>
<p><a href="#_ftnref2" name="_ftn2">[2]</a> See also A/85/12.</p></section>
</main><footer hidden>All rights</footer></body></html>`,
  docx: () =>
    packed(
      new Document({
        numbering,
        footnotes: { 1: note('Official Records, 2029, Supplement No. 1.'), 2: note('See also A/85/12.') },
        sections: [
          {
            children: [
              new Table({ rows: [row('E/RES/2031/7')] }),
              line('2031/7. Care of harbour archives'),
              line('The Economic and Social Council,'),
              line(
                italic('Recal'),
                italic('ling'),
                ' its resolution 2029/4 of 26 July 2029,',
                new FootnoteReferenceRun(1),
                ' in which it asked for a survey,',
              ),
              line(italic('Mindful '), 'that paper decays,'),
              numbered(0, italic('Requests'), ' the Secretary-General, within existing resources:'),
              numbered(1, 'To survey the archives of har\u00adbours:'),
              numbered(2, 'Those of Member States;'),
              numbered(2, 'Those of regional bodies;'),
              numbered(1, 'To report to the Council at its next session;', new FootnoteReferenceRun(2)),
              numbered(
                0,
                italic('Invites'),
                ' Member States to share the ',
                new DeletedTextRun({ text: 'secret ', id: 1, author: 'A. Clerk', date: '2031-07-01T00:00:00Z' }),
                new InsertedTextRun({ text: 'following ', id: 2, author: 'A. Clerk', date: '2031-07-01T00:00:00Z' }),
                'figures;',
              ),
              new Table({ rows: [row('Harbour', 'Shelves'), row('North', '12'), row('South', '7')] }),
              numbered(0, italic('Decides'), ' to remain seized of the matter.'),
              line('10th plenary meeting'),
              line('24 July 2031'),
            ],
          },
        ],
      }),
    ),
}

const rightToLeft = (text: string, list?: number, footnote?: number) =>
  new Paragraph({
    bidirectional: true,
    ...(list === undefined ? {} : { numbering: { reference: 'arabic', level: list } }),
    children: [
      new TextRun({ text, rightToLeft: true }),
      ...(footnote === undefined ? [] : [new FootnoteReferenceRun(footnote)]),
    ],
  })

/** Arabic from right to left, with Word's own numbers. */
export const arabic: Pick<Sample, 'text' | 'docx'> = {
  text: `إن المجلس الاقتصادي والاجتماعي،

إذ يشير إلى قراره 2029/4 المؤرخ 26 تموز/يوليه 2029<sup>1</sup>

1 - يطلب إلى الأمين العام أن يقدم تقريرا إلى المجلس في دورته المقبلة؛

2 - يقرر أن يبقي المسألة قيد نظره.

<sup>1</sup> الوثائق الرسمية، 2029.
`,
  docx: () =>
    packed(
      new Document({
        numbering,
        footnotes: { 1: { children: [rightToLeft('الوثائق الرسمية، 2029.')] } },
        sections: [
          {
            children: [
              rightToLeft('إن المجلس الاقتصادي والاجتماعي،'),
              rightToLeft('إذ يشير إلى قراره 2029/4 المؤرخ 26 تموز/يوليه 2029', undefined, 1),
              rightToLeft('يطلب إلى الأمين العام أن يقدم تقريرا إلى المجلس في دورته المقبلة؛', 0),
              rightToLeft('يقرر أن يبقي المسألة قيد نظره.', 0),
            ],
          },
        ],
      }),
    ),
}
