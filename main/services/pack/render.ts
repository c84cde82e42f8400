import type { Engagement } from '../../../shared/domain/engagement.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import {
  formatDayMonth,
  formatInstantLong,
  type IsoDate,
  type IsoInstant,
  today,
} from '../../../shared/domain/time.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import type { PackPlan } from './preview.ts';

export type IndexFacts = {
  readonly recipient: string;
  /** Why the pack goes as it is; empty where nothing is lacking. */
  readonly reason: string;
  readonly madeAt: IsoInstant;
  readonly engagement: Pick<Engagement, 'title' | 'council' | 'marking'>;
};

type IndexPlan = Pick<PackPlan, 'subject' | 'documents' | 'missing' | 'notApplicable'>;

/** The contents sheet that comes first in a pack, as HTML to print: what is in it, what is not and why, and how to check it. */
export function indexPage(plan: IndexPlan, { recipient, reason, madeAt, engagement }: IndexFacts): string {
  const title = `${plan.subject}: evidence pack`;
  const facts = [
    ['Prepared for', recipient || 'Not stated'],
    ['From', [engagement.council, engagement.title].filter(Boolean).join(', ')],
    ['Made', formatInstantLong(madeAt)],
    ['Marking', engagement.marking],
  ].filter(([, value]) => value !== '');
  const body = `<h1>${escapeHtml(title)}</h1>
    <table class="facts"><tbody>${facts.map(([label = '', value = '']) => `<tr><th scope="row">${label}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</tbody></table>
    <h2>Contents</h2>${contents(plan)}
    ${missing(plan)}
    ${reason ? `<h2>Why it goes as it is</h2><p>${escapeHtml(reason)}</p>` : ''}
    <h2>How to check it</h2>
    <p>Each document is the original, byte for byte. The file <code>manifest-sha256.txt</code> beside the folder
    <code>data</code> lists the SHA-256 of every file in it, this index included;
    <code>sha256sum -c manifest-sha256.txt</code>, or any program that reads BagIt 1.0 (RFC 8493), checks them all.</p>`;
  return htmlPage(title, body, style);
}

const style = `
  .facts { width: auto; } .facts th, .facts td { border: 0; padding: 1pt 12pt 1pt 0; font-size: 10.5pt; }
  .no, .date { white-space: nowrap; } th.no { color: inherit; font-size: 10.5pt; } .hash { font-size: 7pt; color: #434b59; white-space: nowrap; }
  ul { margin: 0 0 6pt; padding-left: 14pt; } li { margin: 0 0 2pt; }
`;

function contents({ documents }: IndexPlan): string {
  const rows = documents.map(({ number, neutralTitle, item }) => {
    const { page, label } = typeFacts[item.type];
    const length = item.pages === null ? label : `${item.pages} ${page}${item.pages === 1 ? '' : 's'}`;
    const dated = item.evidenceDate === null ? 'Not known' : dateOf(item.evidenceDate);
    return `<tr><th scope="row" class="no">${number}</th>
      <td>${escapeHtml(neutralTitle)}<br><code class="hash">${item.sha256}</code></td>
      <td class="date">${dated}</td><td class="date">${dateOf(today(item.receivedAt))}</td>
      <td class="date">${length}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">No.</th><th scope="col">Document, and its SHA-256</th>
    <th scope="col">Dated</th><th scope="col">Received</th><th scope="col">Length</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
}

function missing({ missing, notApplicable }: IndexPlan): string {
  const lines = [
    ...missing,
    ...notApplicable.map(
      ({ title, reason }) => `“${title}” does not apply${reason ? `: ${reason.replace(/\.$/, '')}` : ''}.`,
    ),
  ];
  if (lines.length === 0) return '';
  return `<h2>What is not in it</h2><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}

/** "24 Nov 2026": short, for a narrow column. */
const dateOf = (date: IsoDate): string => `${formatDayMonth(date)} ${date.slice(0, 4)}`;
