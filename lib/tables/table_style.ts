/**
 * What a table looks like where style sheets are let through; the colours are those of the front end.
 *
 * The first name is JupyterLab's, the second VS Code's.
 */
export const tableStyle = `
.report-table th{position:sticky;top:0;z-index:1;background:var(--jp-layout-color0,var(--vscode-editor-background,Canvas))}
.report-table.report-table td{text-align:left}
.report-table.report-table td[align=right]{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.report-table th button{all:unset;cursor:pointer;font:inherit}
.report-table th button:focus-visible{outline:2px solid;outline-offset:2px}
.report-table th[aria-sort=ascending] button::after{content:" ▲"}
.report-table th[aria-sort=descending] button::after{content:" ▼"}
.report-table td:first-child{min-width:8em}
.report-table [hidden]{display:none}
@media print{.report-table>div{max-height:none!important}}
`.trim();
