/** Makes text safe to stand in HTML, as content or between double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const printStyle = `
  @page { margin: 18mm 16mm 18mm 16mm; }
  body { font: 10.5pt/1.4 "Inter Variable", "Segoe UI", Arial, "DejaVu Sans", sans-serif; color: #171b22; margin: 0; }
  h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 4pt; }
  h2 { font-size: 12.5pt; margin: 16pt 0 4pt; }
  h2, h3, :is(h2, h3) + .meta, thead { break-after: avoid; }
  p { margin: 0 0 6pt; }
  .meta { color: #434b59; }
  table { border-collapse: collapse; width: 100%; margin: 6pt 0 10pt; }
  th, td { text-align: left; vertical-align: top; padding: 4pt 6pt 4pt 0; border-bottom: 0.5pt solid #cbd1da; }
  th { font-weight: 600; color: #5a6372; font-size: 9pt; }
  tr { break-inside: avoid; }
  tbody tr:first-child { break-before: avoid; }
  .mark { font-weight: 600; letter-spacing: 0.04em; }
  code { font-family: "DejaVu Sans Mono", Consolas, monospace; font-size: 0.85em; overflow-wrap: anywhere; }
`;

/** A whole page to print: titled, in British English, with the house style for paper. */
export function htmlPage(title: string, body: string, style = ''): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${printStyle}${style}</style></head><body>${body}</body></html>`;
}
