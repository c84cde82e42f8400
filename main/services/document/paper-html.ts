import { escapeHtml, htmlPage } from '../html.ts';
import type { Paper, PaperBlock } from './paper.ts';

const style = `
  h3 { font-size: 10.5pt; margin: 10pt 0 2pt; }
  ul { margin: 0 0 6pt; padding-left: 14pt; } li { margin: 0 0 2pt; }
  table.sized { table-layout: fixed; overflow-wrap: anywhere; }
  caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;

/** A paper as a page of HTML to print. */
export function paperHtml({ title, facts, blocks }: Paper): string {
  const meta = facts.map((fact) => `<p class="meta">${escapeHtml(fact)}</p>`).join('');
  return htmlPage(title, `<h1>${escapeHtml(title)}</h1>${meta}${blocks.map(blockHtml).join('\n')}`, style);
}

function blockHtml(block: PaperBlock): string {
  if (block.is === 'heading') return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
  if (block.is === 'text') {
    const label = block.label ? `<strong>${escapeHtml(block.label)}</strong><br>` : '';
    return `<p${block.isQuiet ? ' class="meta"' : ''}>${label}${lines(block.text)}</p>`;
  }
  if (block.is === 'list') return `<ul>${block.items.map((item) => `<li>${lines(item)}</li>`).join('')}</ul>`;
  const columns = (block.widths ?? []).map((width) => `<col style="width: ${width}%">`).join('');
  const head = block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const rows = block.rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row" style="font-size: 10.5pt; color: inherit">${lines(first)}</th>${rest.map((cell) => `<td>${lines(cell)}</td>`).join('')}</tr>`,
  );
  return `<table${block.widths ? ' class="sized"' : ''}><caption>${escapeHtml(block.caption)}</caption><colgroup>${columns}</colgroup>
<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const lines = (words: string): string => escapeHtml(words).replaceAll('\n', '<br>');
