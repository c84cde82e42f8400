import type { Engagement } from '../../../shared/domain/engagement.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { formatDate, formatInstantLong, type IsoInstant } from '../../../shared/domain/time.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import type { PackPlan } from './preview.ts';

export type IndexFacts = {
  readonly subject: string;
  readonly recipient: string;
  readonly madeAt: IsoInstant;
  readonly engagement: Pick<Engagement, 'title' | 'council' | 'marking'>;
};

/** The contents sheet that comes first in a pack, as HTML to print: what is in it, what is not and why, and how to check it. */
export function indexPage(plan: PackPlan, { subject, recipient, madeAt, engagement }: IndexFacts): string {
  const facts = [
    ['Prepared for', recipient || 'Not stated'],
    ['From', [engagement.council, engagement.title].filter(Boolean).join(', ')],
    ['Made', formatInstantLong(madeAt)],
    ['Marking', engagement.marking],
  ].filter(([, value]) => value !== '');
  const body = `<h1>${escapeHtml(subject)}: evidence pack</h1>
    ${engagement.marking ? `<p class="mark">${escapeHtml(engagement.marking)}</p>` : ''}
    <table class="facts"><tbody>${facts.map(([label = '', value = '']) => `<tr><th scope="row">${label}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</tbody></table>
    <h2>Contents</h2>${contents(plan)}
    ${missing(plan)}
    <h2>How to check it</h2>
    <p>Each document is the original, unchanged. The file <code>manifest-sha256.txt</code> beside the folder
    <code>data</code> lists the SHA-256 of every file; <code>sha256sum -c manifest-sha256.txt</code> checks them all. The
    folder is a bag as in BagIt 1.0 (RFC 8493).</p>`;
  return htmlPage(`${subject}: evidence pack`, body, style);
}

const style = `
  .facts { width: auto; } .facts th, .facts td { border: 0; padding: 1pt 12pt 1pt 0; font-size: 10.5pt; }
  .num { text-align: right; white-space: nowrap; } .hash { font-size: 7pt; color: #434b59; }
`;

function contents({ documents }: PackPlan): string {
  const rows = documents.map(({ number, neutralName, item }) => {
    const facts = typeFacts[item.type];
    const length = item.pages === null ? '' : `${item.pages} ${facts.page}${item.pages === 1 ? '' : 's'}`;
    const dated = item.evidenceDate === null ? '' : formatDate(item.evidenceDate);
    return `<tr><td class="num">${String(number).padStart(3, '0')}</td>
      <td>${escapeHtml(neutralName)}<br><code class="hash">${item.sha256}</code></td>
      <td>${dated}</td><td>${length}</td><td class="num">${sizeOf(item.size)}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col" class="num">No.</th><th scope="col">Document and its SHA-256</th>
    <th scope="col">Dated</th><th scope="col">Length</th><th scope="col" class="num">Size</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
}

function missing({ missing, notApplicable }: PackPlan): string {
  const lines = [
    ...missing,
    ...notApplicable.map(
      ({ title, reason }) => `“${title}” does not apply${reason ? `: ${reason.replace(/\.$/, '')}` : ''}.`,
    ),
  ];
  if (lines.length === 0) return '';
  return `<h2>What is not in it, and why</h2><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
