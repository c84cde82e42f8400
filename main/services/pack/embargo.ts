import type { PackAudience } from '../../../shared/domain/pack.ts';
import type { PackFinding } from '../../../shared/ipc/packs.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { reports } from '../../db/tables.ts';
import type { CheckedDocument, Stop } from './findings.ts';

/**
 * The documents of reports that nobody may see before the inspectors' report is published: they go to no one, except
 * to the inspectors themselves with a reason.
 */
export function embargoFindings(
  db: ReadableDb,
  documents: readonly CheckedDocument[],
  audience: PackAudience,
): { readonly stops: readonly Stop[]; readonly cautions: readonly PackFinding[] } {
  const held = new Set(
    listRows(db, reports).flatMap(({ isEmbargoed, documentId }) => (isEmbargoed && documentId) || []),
  );
  const found = documents
    .filter(({ item }) => held.has(item.id))
    .map(({ item, called, title }) => ({
      what: `Document ${called} is under embargo`,
      where: `“${title}” belongs to a report that is kept back until publication. Leave it out.`,
      evidenceId: item.id,
    }));
  if (audience === 'inspector') return { stops: [], cautions: found };
  return { stops: found.map((one) => ({ ...one, code: 'governance/embargoed' as const })), cautions: [] };
}
