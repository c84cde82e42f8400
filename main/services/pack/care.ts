import { sensitivityLabels } from '../../../shared/domain/evidence.ts';
import { audienceLabels, type PackAudience } from '../../../shared/domain/pack.ts';
import type { PackFinding } from '../../../shared/ipc/packs.ts';
import type { CheckedDocument, Stop } from './findings.ts';

/** Of the PDFs and the index together; a larger one needs more memory than a laptop has to spare. */
const mostCombined = 150_000_000;

/**
 * What becomes of a document that somebody said to be careful with: legal advice and safeguarding papers go to inspectors
 * alone, and what is for the partnership to nobody outside it but those who inspect; both only with a reason.
 */
export function careFindings(
  documents: readonly CheckedDocument[],
  audience: PackAudience,
): { readonly stops: readonly Stop[]; readonly cautions: readonly PackFinding[] } {
  const stops: Stop[] = [];
  const cautions: PackFinding[] = [];
  for (const { item, called, title } of documents) {
    const { sensitivity } = item;
    if (sensitivity !== 'restricted' && sensitivity !== 'internal') continue;
    const kept = `“${title}”: ${sensitivityLabels[sensitivity]}`;
    const what =
      sensitivity === 'restricted' ? `Document ${called} is restricted` : `Document ${called} is internal`;
    if (mayHave[sensitivity].has(audience)) {
      const where = `${kept}. Say why ${audienceLabels[audience].toLowerCase()} is to have it.`;
      cautions.push({ what, where, evidenceId: item.id });
    } else {
      const where = `${kept}, and the pack is for ${audienceLabels[audience].toLowerCase()}. Leave it out.`;
      stops.push({ code: 'pack/internal', what, where, evidenceId: item.id });
    }
  }
  return { stops, cautions };
}

const mayHave: Readonly<Record<'restricted' | 'internal', ReadonlySet<PackAudience>>> = {
  restricted: new Set(['inspector']),
  internal: new Set(['inspector', 'peer-team', 'board']),
};

/** One PDF of too many is found out before it is begun. */
export const combineStops = (documents: readonly CheckedDocument[], isCombined: boolean): readonly Stop[] =>
  isCombined && isTooLargeToCombine(documents)
    ? [
        {
          code: 'pack/too-large-to-combine',
          what: 'The PDFs are too large to be put into one',
          where: 'Leave some out, or let them stay files of their own.',
          evidenceId: null,
        },
      ]
    : [];

function isTooLargeToCombine(documents: readonly CheckedDocument[]): boolean {
  const pdfs = documents.filter(({ item }) => item.type === 'pdf');
  return pdfs.reduce((sum, { item }) => sum + item.size, 0) > mostCombined;
}
