import { counted } from '../../../shared/domain/counted.ts';
import type { Engagement } from '../../../shared/domain/engagement.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { audienceLabels, type PackAudience, type PackChoices } from '../../../shared/domain/pack.ts';
import { type IsoDate, type IsoInstant, today } from '../../../shared/domain/time.ts';
import { formatDayMonth, formatInstantLong } from '../../../shared/domain/time-words.ts';
import { heading, list, type Paper, text } from '../document/paper.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import type { PackPlan } from './plan.ts';
import type { SubjectPaper } from './subject-paper.ts';
import type { Written } from './write-documents.ts';

export type IndexFacts = {
  readonly recipient: string;
  /** Why the pack goes as it is; empty where nothing is lacking. */
  readonly reason: string;
  readonly madeAt: IsoInstant;
  readonly audience: PackAudience;
  readonly version: string;
  readonly engagement: Pick<Engagement, 'title' | 'council' | 'marking'>;
};

type IndexPlan = Pick<PackPlan, 'subject' | 'paper' | 'missing' | 'notApplicable'> & {
  readonly written: readonly Written[];
  readonly choices: Pick<PackChoices, 'isNumbered' | 'isCombined' | 'hasPdfCopies'>;
};

/** The contents sheet that comes first in a pack, as HTML to print: what is in it, what is not and why, and how to check it. */
export function indexPage(plan: IndexPlan, facts: IndexFacts): string {
  const title = `${plan.subject}: evidence pack`;
  const body = `<h1>${escapeHtml(title)}</h1>
    ${factsTable(facts)}
    <h2>Contents</h2>${plan.paper ? `<p>${escapeHtml(paperLine(plan.paper))}</p>` : ''}${contents(plan)}
    ${missing(plan)}
    ${facts.reason ? `<h2>Why it goes as it is</h2><p>${escapeHtml(facts.reason)}</p>` : ''}
    <h2>How to check it</h2>
    <p>${howItIs(plan.choices)} The file <code>manifest-sha256.txt</code> beside the folder
    <code>data</code> lists the SHA-256 of every file in it, this index included;
    <code>sha256sum -c manifest-sha256.txt</code>, or any program that reads BagIt 1.0 (RFC 8493), checks them all.</p>`;
  return htmlPage(title, body, style);
}

/** The same as a paper, for Word. */
export function indexPaper(plan: IndexPlan, facts: IndexFacts): Paper {
  const lines = missingLines(plan);
  return {
    title: `${plan.subject}: evidence pack`,
    facts: factsOf(facts).map(([term, value]) => `${term}: ${value}`),
    marking: facts.engagement.marking,
    blocks: [
      heading('Contents'),
      ...(plan.paper ? [text(paperLine(plan.paper))] : []),
      {
        is: 'table',
        caption: 'Contents of the pack',
        head: ['No.', 'Document', 'Dated', 'Received', plan.choices.isNumbered ? 'Pages' : 'Length'],
        rows: plan.written.map((one) => [
          one.document.number,
          one.document.neutralTitle,
          datedOf(one),
          dateOf(today(one.document.item.receivedAt)),
          lengthOf(one),
        ]),
        widths: [8, 46, 15, 15, 16],
      },
      ...(lines.length > 0 ? [heading('What is not in it'), list(lines)] : []),
      ...(facts.reason ? [heading('Why it goes as it is'), text(facts.reason)] : []),
    ],
  };
}

const paperLine = ({ fileName, paper }: SubjectPaper): string => `First, in ${fileName}: ${paper.title}.`;

const howItIs = ({ isNumbered, isCombined, hasPdfCopies }: IndexPlan['choices']): string =>
  [
    hasPdfCopies
      ? 'Office files, messages and pictures are PDF copies, whose layout may differ from the original’s; that is kept, and can be asked for.'
      : '',
    isNumbered || isCombined
      ? 'PDFs are copies with running page numbers or put together in one, which changes their hashes; every other document is the original, byte for byte.'
      : `${hasPdfCopies ? 'Every other' : 'Each'} document is the original, byte for byte.`,
  ]
    .filter(Boolean)
    .join(' ');

/** Who, from whom, when and under what marking, as rows of a table. */
export function factsTable(facts: IndexFacts & { readonly documents?: number }): string {
  const rows = factsOf(facts).map(
    ([term, value]) => `<tr><th scope="row">${term}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  return `<table class="facts"><tbody>${rows.join('')}</tbody></table>`;
}

function factsOf({
  recipient,
  audience,
  version,
  madeAt,
  engagement,
  documents,
}: IndexFacts & { readonly documents?: number }): readonly (readonly [string, string])[] {
  return (
    [
      ['Prepared for', recipient || audienceLabels[audience]],
      ['Version', version],
      ['From', [engagement.council, engagement.title].filter(Boolean).join(', ')],
      ['Made', formatInstantLong(madeAt)],
      ['Documents', documents === undefined ? '' : String(documents)],
      ['Marking', engagement.marking],
    ] as const
  ).filter(([, value]) => value !== '');
}

const style = `
  .facts { width: auto; } .facts th, .facts td { border: 0; padding: 1pt 12pt 1pt 0; font-size: 10.5pt; }
  .no, .date { white-space: nowrap; } th.no { color: inherit; font-size: 10.5pt; } .hash { font-size: 7pt; color: #434b59; white-space: nowrap; }
  ul { margin: 0 0 6pt; padding-left: 14pt; } li { margin: 0 0 2pt; }
`;

function contents({ written, choices }: IndexPlan): string {
  const rows = written.map((one) => {
    const { number, neutralTitle, item } = one.document;
    return `<tr><th scope="row" class="no">${number}</th>
      <td>${escapeHtml(neutralTitle)}<br><code class="hash">${one.sha256}</code></td>
      <td class="date">${datedOf(one)}</td><td class="date">${dateOf(today(item.receivedAt))}</td>
      <td class="date">${lengthOf(one)}</td></tr>`;
  });
  return `<table><thead><tr><th scope="col">No.</th><th scope="col">Document, and its SHA-256</th>
    <th scope="col">Dated</th><th scope="col">Received</th><th scope="col">${choices.isNumbered ? 'Pages' : 'Length'}</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table>`;
}

const datedOf = ({ document: { item } }: Written): string =>
  item.evidenceDate === null ? 'Not known' : dateOf(item.evidenceDate);

/** "12 to 19" of the whole set where pages are numbered, else how long the document is. */
function lengthOf({ pages, document: { item } }: Written): string {
  if (pages) return pages.first === pages.last ? String(pages.first) : `${pages.first} to ${pages.last}`;
  const { page, label } = typeFacts[item.type];
  return item.pages === null ? label : counted(item.pages, page);
}

function missing(plan: IndexPlan): string {
  const lines = missingLines(plan);
  if (lines.length === 0) return '';
  return `<h2>What is not in it</h2><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
}

const missingLines = ({ missing, notApplicable }: IndexPlan): readonly string[] => [
  ...missing,
  ...notApplicable.map(
    ({ title, reason }) => `“${title}” does not apply${reason ? `: ${reason.replace(/\.$/, '')}` : ''}.`,
  ),
];

/** "24 Nov 2026": short, for a narrow column. */
const dateOf = (date: IsoDate): string => `${formatDayMonth(date)} ${date.slice(0, 4)}`;
