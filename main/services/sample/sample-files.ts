import { createHash } from 'node:crypto';
import { noDetails } from '../../../shared/domain/evidence.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import type { LinkTarget } from '../../../shared/ipc/evidence.ts';
import { putChunk, putTexts } from '../../db/evidence-content.ts';
import { listRows } from '../../db/table.ts';
import { checklistItems, childNames, children, evidenceItems, requests } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { linkTo } from '../evidence/targets.ts';
import type { SampleData } from './sample-data.ts';
import { sampleDocument } from './sample-document.ts';

type Wanted = { readonly title: string; readonly words: string; readonly target: LinkTarget };

/** Makes each document of the sample and keeps it, tied to its child's checklist or to its request. */
export async function addSampleDocuments(ctx: Context, data: SampleData): Promise<void> {
  const wanted = [...childDocuments(ctx, data), ...generalDocuments(ctx, data)];
  const made = await Promise.all(
    wanted.map(async (one) => ({ ...one, bytes: await sampleDocument(one.title, one.words) })),
  );
  const about = { action: 'addEvidence', summary: 'Added the sample’s documents', kind: 'record' } as const;
  write(ctx, about, (tx) => {
    for (const { title, words, target, bytes } of made) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      putChunk(tx, sha256, 0, bytes);
      putTexts(tx, sha256, [`OFFICIAL-SENSITIVE ${title} ${words}`]);
      const item = insertRow(tx, evidenceItems, {
        id: ctx.newId() as EvidenceId,
        title,
        fileName: `${title.replaceAll(/[:/]/g, '')}.pdf`,
        type: 'pdf',
        sha256,
        size: bytes.length,
        receivedAt: ctx.clock(),
        evidenceDate: null,
        from: '',
        pages: 1,
        notes: '',
        ...noDetails,
      });
      linkTo(tx, ctx.newId, item.id, target);
    }
  });
}

function childDocuments(ctx: Context, data: SampleData): readonly Wanted[] {
  const items = listRows(ctx.db, checklistItems);
  return listRows(ctx.db, children).flatMap((child) => {
    const [name] = listRows(ctx.db, childNames, { childId: child.id });
    return (data.have[child.code] ?? []).flatMap((title) => {
      const item = items.find((one) => one.childId === child.id && one.title === title);
      if (!item || !name) return [];
      const words = `About ${name.forename} ${name.surname}, born ${child.dateOfBirth}, UPN ${child.upn}. ${data.documents[title] ?? ''}`;
      return [{ title, words, target: { checklistItemId: item.id } }];
    });
  });
}

function generalDocuments(ctx: Context, data: SampleData): readonly Wanted[] {
  const rows = listRows(ctx.db, requests);
  return data.general.flatMap(({ reference, title, text }) => {
    const request = rows.find((one) => one.reference === reference);
    return request ? [{ title, words: text, target: { requestId: request.id } }] : [];
  });
}
