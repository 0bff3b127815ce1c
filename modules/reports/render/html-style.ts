/** Style of the printed sheet. Logical properties throughout, so that it turns with the direction of the language. */
export const sheetStyle = `:root { color-scheme: light; }
body { font: 1rem/1.45 'Times New Roman', Tinos, Georgia, serif; color: #111; background: #fff; margin: 0; }
main { max-inline-size: 44rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
.masthead { display: grid; grid-template-columns: 2fr 1fr; border-block-end: 3px solid; }
.masthead > * { margin: 0; padding-block: .25rem; align-self: end; }
.organisation, .symbol { border-block-end: 1px solid; }
.organisation { font-size: 1.3rem; }
.symbol { text-align: end; }
.organ { font-size: 1.6rem; font-weight: bold; line-height: 1.15; }
.distribution p, .place { margin: 0; }
.body { margin: 1rem 0 0; font-weight: bold; }
h1 { font-size: 1.4rem; line-height: 1.2; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
h4 { font-size: 1rem; font-weight: normal; font-style: italic; margin: 1rem 0 .4rem; }
.genre { font-weight: bold; margin: 0 0 1.25rem; }
.box { border: 1px solid; padding: .5rem 1rem; }
.box h2 { font-size: 1rem; font-style: italic; font-weight: normal; text-align: center; margin: .25rem 0; }
.number { display: inline-block; min-inline-size: 2.5rem; }
dl { margin-block: 0 1rem; margin-inline: 2.5rem 0; }
dl div { margin-block-end: .15rem; }
dt { display: inline; font-style: italic; }
dd { display: inline; margin: 0; }
table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; font-size: .9rem; overflow-wrap: anywhere; }
caption { text-align: start; font-style: italic; padding-block-end: .4rem; }
th { text-align: start; vertical-align: bottom; font-weight: normal; font-style: italic; border-block: 1px solid; border-block-end-width: 2px; }
td { vertical-align: top; border-block-end: 1px solid #999; }
th, td { padding: .3rem .4rem; }
a { color: #0b5394; }
.footnotes { border-block-start: 1px solid; margin-block-start: 2.5rem; padding-block-start: .5rem; font-size: .85rem; }
li { overflow-wrap: anywhere; }
@page { size: A4; margin: 20mm 25mm; }
@media print {
  main { max-inline-size: none; padding: 0; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, .box { break-inside: avoid; }
  thead { display: table-header-group; }
}
`
