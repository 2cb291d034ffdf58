/** Screen first, then what paper needs. Contrast of every text is at least 4.5 : 1; nothing is told by colour alone. */
const SCREEN = `
:root { --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --soft: #f4f6f8; --accent: #0b3c5d; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #eceff2; color: var(--ink); line-height: 1.5; font-size: 1rem;
  font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 40px 48px 24px; background: #fff; }
footer { max-width: 1080px; margin: 0 auto; padding: 12px 48px 40px; background: #fff; color: var(--quiet); font-size: .85rem; }
h1, h2, h3, h4 { line-height: 1.25; color: var(--accent); margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 2rem; margin: 4px 0 18px; }
h2 { font-size: 1.4rem; margin-bottom: 8px; padding-top: 14px; border-top: 3px solid var(--accent); }
h3 { font-size: 1.1rem; margin: 20px 0 6px; }
h4 { font-size: .95rem; margin: 14px 0 4px; }
section { margin-top: 36px; }
p { margin: 0 0 10px; max-width: 78ch; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: .88em; }
code { overflow-wrap: anywhere; }
pre { background: var(--soft); border: 1px solid var(--line); padding: 10px 12px; white-space: pre-wrap; }
.kind { text-transform: none; color: var(--quiet); font-weight: 600; margin: 0; }
.note, figcaption, .quiet { color: var(--quiet); }
.note, figcaption { font-size: .875rem; }
.caution { border-left: 4px solid #8a5a00; background: #fdf6e7; padding: 8px 12px; font-size: .95rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(250px, 1fr)); gap: 10px 28px; margin: 0 0 14px; }
.facts .wide { grid-column: 1 / -1; }
.facts.manifest { grid-template-columns: 1fr; }
dt { color: var(--quiet); font-size: .85rem; }
dd { margin: 0; }
nav { margin-top: 18px; background: var(--soft); border: 1px solid var(--line); padding: 10px 14px; }
nav ol { margin: 0; padding-left: 22px; columns: 3; column-gap: 28px; font-size: .92rem; }
nav a { color: var(--accent); }
.figures { list-style: none; margin: 10px 0 16px; padding: 0; display: grid; gap: 10px;
  grid-template-columns: repeat(6, auto); }
.figures li { border: 1px solid var(--line); border-top: 3px solid var(--accent); padding: 10px 12px; }
.figures strong { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; line-height: 1.2; }
.figures span { color: var(--quiet); font-size: .85rem; }
.sentences { margin: 0 0 12px; padding-left: 20px; max-width: 82ch; }
.sentences li { margin-bottom: 5px; }
.answers { margin: 0 0 12px; }
.answers > div { display: grid; grid-template-columns: 170px 1fr; gap: 14px; padding: 5px 0; border-bottom: 1px solid var(--line); }
figure { margin: 12px 0 8px; }
.chart-box { border: 1px solid var(--line); padding: 8px; }
.chart { display: block; width: 100%; height: auto; }
.table-box { overflow-x: auto; margin: 12px 0 16px; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 700; padding-bottom: 5px; color: var(--ink); }
th, td { text-align: left; vertical-align: top; padding: 5px 8px; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--accent); background: var(--soft); vertical-align: bottom; font-size: .82rem; }
tbody th { font-weight: 400; }
.number { text-align: right; }
td.number, tbody th.number, .nowrap { white-space: nowrap; }
.narrow { max-width: 640px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 32px; }
.stack, .row { list-style: none; margin: 0; padding: 0; }
.stack { min-width: 17em; }
.row li { display: inline-block; margin-right: 8px; }
.pseudonym { white-space: nowrap; }
.tag { display: inline-block; border: 1px solid #8c959f; border-radius: 3px; padding: 0 5px; font-size: .78rem;
  color: #33393f; background: #fff; white-space: nowrap; }
.tag.strong { border: 2px solid var(--accent); color: var(--accent); font-weight: 700; margin-left: 8px; }
.mark { width: 14px; height: 14px; vertical-align: -2px; }
.swatch { display: inline-block; width: 14px; height: 10px; border: 1px solid #57606a; }
.key { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; margin: 6px 0 10px; font-size: .9rem; }
.group { border: 1px solid var(--line); padding: 4px 18px 10px; margin: 18px 0; }
.group h3 code { font-size: .75em; font-weight: 400; color: var(--quiet); }
.chance { border-left: 4px solid var(--accent); background: var(--soft); padding: 2px 12px; margin: 10px 0; }
.explanations dl { margin: 0; }
.explanations dl > div { display: grid; grid-template-columns: 1fr 190px; gap: 12px; padding: 4px 0; border-bottom: 1px solid var(--line); }
.explanations dt { color: var(--ink); font-size: .9rem; }
.share { display: flex; align-items: center; gap: 8px; }
.share-bar { flex: 1; height: 10px; border: 1px solid #57606a; background: #fff; }
.share-bar > span { display: block; height: 100%; background: var(--accent); }
.share-label { width: 58px; text-align: right; font-variant-numeric: tabular-nums; font-size: .9rem; }
.members ul { list-style: none; margin: 0; padding: 0; columns: 4; column-gap: 16px; font-size: .88rem; }
.members li { break-inside: avoid; padding: 1px 0; }
.evidence th:last-child, .evidence td:last-child { min-width: 150px; }
.object { overflow-wrap: anywhere; }
@media screen and (max-width: 760px) {
  main, footer { padding-left: 18px; padding-right: 18px; }
  nav ol { columns: 1; } .figures { grid-template-columns: repeat(2, 1fr); }
  .pair { grid-template-columns: 1fr; } .members ul { columns: 2; }
  .explanations dl > div { grid-template-columns: 1fr; gap: 2px; }
}
`;

const PRINT = `
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
  html { font-size: 9.5pt; }
  body { background: #fff; font-size: 1rem; line-height: 1.4; }
  main, footer { max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1 { font-size: 20pt; } h2 { font-size: 13.5pt; } h3 { font-size: 11pt; }
  #timeline .chart { max-height: 54mm; } #network .chart { max-height: 112mm; }
  h2, h3, h4, caption, .lead { break-after: avoid; }
  section { margin-top: 16pt; }
  p, li { orphans: 3; widows: 3; }
  figure, nav, .lead, .chance, .explanations dl > div, .figures, .key, .caution, tr, pre { break-inside: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  table { font-size: 8pt; } th, td { padding: 2.5pt 4pt; } thead th { font-size: 7.5pt; }
  .table-box { overflow: visible; }
  .figures { gap: 6px; } .figures li { padding: 5px 7px; } .figures strong { font-size: 12.5pt; }
  .pair { grid-template-columns: 1fr 1fr; gap: 0 14pt; }
  .members ul { columns: 4; }
  nav ol { columns: 3; } nav a { color: inherit; text-decoration: none; }
  .group { border-color: #8c959f; }
  .evidence { font-size: 7.4pt; }
  .evidence th:last-child, .evidence td:last-child { min-width: 0; }
}
`;

export const REPORT_STYLE = SCREEN + PRINT;
