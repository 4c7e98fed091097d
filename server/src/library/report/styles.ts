/** What the pages have in common: colours for light and dark, with a contrast of at least 4.5 to 1, and plain type. */
const base = `:root {
  --ink: #1b1f24; --muted: #57606a; --paper: #ffffff; --tint: #f3f5f8; --line: #d0d7de;
  --accent: #0b5fb0; --good: #1a6b34; --open: #9a4a00; --bar: #3b7dbd; --over: #b3420b; --gap: #fff6e5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --muted: #a3adb8; --paper: #12161b; --tint: #1c222a; --line: #38414b;
    --accent: #7fb8f5; --good: #6fcf8f; --open: #f0b072; --bar: #4d8fd1; --over: #e2814a; --gap: #2b2416;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body { background: var(--paper); color: var(--ink); margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 76rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.35rem; margin: 0 0 .75rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
p { margin: 0 0 .75rem; max-width: 48rem; }
a { color: var(--accent); }
ul, ol { padding-left: 1.4rem; margin: 0 0 .75rem; }
li { margin: .2rem 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

const paper = `@media print {
  :root { --ink: #000; --muted: #444; --paper: #fff; --tint: #f3f3f3; --line: #bbb; --accent: #000; --good: #000; --open: #000; --bar: #555; --over: #000; --gap: #f3f3f3; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, caption { break-after: avoid; }
  tr, li, .overview > div, .holes > div { break-inside: avoid; }
  thead { display: table-header-group; }
}
`;

export const reportStyles = `${base}header { border-bottom: 1px solid var(--line); padding-bottom: 1.25rem; }
.when { color: var(--muted); margin: .25rem 0 1.25rem; }
.overview { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; }
.overview > div { background: var(--tint); border-radius: 6px; padding: .6rem 1rem; display: flex; flex-direction: column-reverse; min-width: 8rem; }
.overview dd { margin: 0; font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.overview dt { color: var(--muted); font-size: .85rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; }
section { margin-top: 2.75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--muted); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; border-bottom: 2px solid var(--line); font-size: .85rem; white-space: nowrap; }
tbody th { font-weight: 600; min-width: 10rem; overflow-wrap: anywhere; }
.coverage tbody th { width: 24%; }
.coverage td:nth-child(2) { width: 44%; }
.sign { color: var(--bar); }
.grade { color: var(--muted); font-size: .85rem; }
.coverage td ul { list-style: none; margin: 0; padding: 0; }
.coverage td li { margin: 0 0 .25rem; }
.coverage tr.gap th, .coverage tr.gap td { background: var(--gap); }
.coverage tr.gap th { padding-left: .5rem; }
.coverage tr.gap td:last-child { font-weight: 600; }
.none { color: var(--muted); }
.health { list-style: none; padding: 0; margin-top: 1rem; }
.health .good { color: var(--good); }
.health .open { color: var(--open); }
.tag { background: var(--tint); border: 1px solid var(--line); border-radius: 4px; padding: 0 .4rem; font-size: .8rem; }
.reason { color: var(--muted); }
.about, .remark { display: block; color: var(--muted); font-weight: 400; font-size: .85rem; }
.term { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.of { color: var(--muted); }
.measure { font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { display: block; width: 7rem; height: .4rem; margin: .25rem 0; border-radius: 3px; background: var(--tint); border: 1px solid var(--line); overflow: hidden; }
.bar > span { display: block; height: 100%; background: var(--bar); }
.bar.over > span { background: var(--over); }
.holes { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1rem 2rem; margin: 0; }
.holes dt { font-weight: 600; }
.holes dd { margin: .15rem 0 0 1rem; }
.holes dd::before { content: "□ "; color: var(--muted); }
.reading { color: var(--muted); font-size: .9rem; }
.reading strong { color: var(--ink); }
${paper}@media print {
  @page { margin: 14mm 12mm; }
  nav { display: none; }
  .scroll { overflow: visible; }
  section { margin-top: 1.5rem; }
}
`;

export const cueSheetStyles = `${base}body { max-width: 60rem; }
header { border-bottom: 2px solid var(--ink); padding-bottom: .6rem; margin-bottom: 1rem; }
.about { color: var(--muted); margin: .25rem 0 0; }
.questions { margin: .5rem 0 0; padding: 0; list-style: none; font-style: italic; }
h2 { font-size: 1.05rem; margin: 0 0 .3rem; display: flex; justify-content: space-between; gap: 1rem; }
h2 .time { font-weight: 400; color: var(--muted); font-variant-numeric: tabular-nums; }
.cues section { border-left: 3px solid var(--line); padding-left: .8rem; margin-bottom: .9rem; }
.cues .action { border-left-color: var(--bar); }
.cues li { font-size: 1.05rem; }
main { display: grid; grid-template-columns: 3fr 2fr; gap: 1rem 2.5rem; align-items: start; }
.beside { background: var(--tint); border-radius: 6px; padding: .9rem 1.1rem; font-size: .92rem; }
.beside section + section { margin-top: 1rem; }
.beside ul { list-style: none; padding: 0; }
.beside li { margin: .1rem 0; }
@media (max-width: 40rem) { main { grid-template-columns: 1fr; } }
.missing { color: var(--open); }
.probe { margin: 0 0 .75rem; }
.probe dt { font-weight: 600; }
.probe dd { margin: .1rem 0 0; color: var(--muted); font-size: .9rem; }
.none { color: var(--muted); }
${paper}@media print {
  @page { size: A4 portrait; margin: 12mm; }
  html { font-size: 9.5pt; line-height: 1.35; }
}
`;
