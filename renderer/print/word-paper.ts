/** Room for the marking at the head and foot of each page, whatever margins the document has. */
const leastMargin = 36;

/**
 * The rules that make sections of a Word document into printed pages: each on paper of its own size with its own margins,
 * its header again on every page and its footer after its last line. A section takes no more than its own paper; what is longer runs on.
 */
export function paperOf(sections: readonly HTMLElement[]): string {
  const papers = new Map<string, string>();
  for (const section of sections) {
    const paper = paperRule(section);
    const name = papers.get(paper) ?? `paper-${papers.size}`;
    papers.set(paper, name);
    section.style.setProperty('page', name);
    for (const property of ['width', 'min-height', 'padding']) section.style.removeProperty(property);
  }
  const pages = [...papers].map(([rule, name]) => `@page ${name} { ${rule} }`);
  return [...pages, flow].join('\n');
}

function paperRule(section: HTMLElement): string {
  const { style } = section;
  const header = section.querySelector<HTMLElement>(':scope > header');
  const margins = [
    points(style.paddingTop) - reserved(header),
    points(style.paddingRight),
    points(style.paddingBottom),
    points(style.paddingLeft),
  ];
  const [top = 0, right = 0, bottom = 0, left = 0] = margins;
  const within = [Math.max(leastMargin, top), right, Math.max(leastMargin, bottom), left];
  const size = [style.width || '595pt', style.minHeight || '842pt'].join(' ');
  return `size: ${size}; margin: ${within.map((margin) => `${margin.toFixed(1)}pt`).join(' ')};`;
}

/** The part of the margin that a header stands in. */
function reserved(header: HTMLElement | null): number {
  if (!header) return 0;
  header.style.removeProperty('margin-top');
  return Math.max(0, points(header.style.minHeight));
}

/** "36pt", or a sum of points as docx-preview writes them. */
function points(length: string): number {
  const terms = [...length.matchAll(/([+-]?)\s*(-?[\d.]+)pt/g)];
  return terms.reduce((sum, [, sign, number]) => sum + (sign === '-' ? -1 : 1) * Number(number), 0);
}

/** What Word takes where a document says nothing. It comes before the document's own styles. */
export const wordsOwnStyle = 'section.docx { font: 10pt "Times New Roman", "Liberation Serif", serif; }';

const flow = `
html, body { margin: 0; }
section.docx { display: table; table-layout: fixed; width: 100%; overflow: visible; break-after: page; }
section.docx:last-of-type { break-after: auto; }
section.docx > header { display: table-header-group; break-inside: avoid; }
section.docx tr { break-inside: avoid; }
section.docx > footer { display: block; margin: 12pt 0 0 !important; min-height: 0 !important; break-before: avoid; }
`;
