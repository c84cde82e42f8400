import { RowId } from '../../../shared/domain/ids.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { neutralTitle, packFolderName } from '../../../shared/domain/pack-names.ts';
import { today } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { PackMade, PacksView } from '../../../shared/ipc/packs.ts';
import { listRows } from '../../db/table.ts';
import { packExports } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { theEngagement } from '../engagement.ts';
import { listKnownChildren } from '../evidence/known-children.ts';
import { newPackPassphrase } from './passphrase.ts';
import { type PackPlan, planPack } from './preview.ts';
import { indexPage } from './render.ts';
import { type PackWritten, writePack } from './write.ts';

/** Every pack that was made, the newest first. */
export function readPacks({ db }: Context): PacksView {
  return { exports: listRows(db, packExports, {}, ['at']).toReversed() };
}

/**
 * Makes a pack where the user says: a folder in BagIt form and an encrypted zip of it, logged with the hash of its list
 * of hashes. Fails as the preview warns, with `input/invalid` when a reason is due, and leaves nothing when it fails;
 * null when the user closes the dialog.
 */
export async function exportPack(
  ctx: Context,
  { recipient, reason, ...input }: ParsedInputOf<Contract['packs:exportPack']>,
): Promise<PackMade | null> {
  const plan = planPack(ctx, input);
  refuse(plan, reason);
  const into = await ctx.outside.chooseFolder('Where to put the pack');
  if (!into) return null;

  const known = listKnownChildren(ctx.db);
  const { title, council, marking } = theEngagement(ctx.db);
  const mask = nameMasker(known);
  const subject = mask(plan.selection.subject);
  const facts = {
    subject,
    recipient: mask(recipient),
    madeAt: ctx.clock(),
    engagement: { title, council, marking },
  };
  const index = await ctx.outside.printPdf(indexPage(plan, facts), {
    title: `${subject}: evidence pack`,
    marking,
  });
  const date = today(ctx.clock());
  const passphrase = newPackPassphrase();
  const documents = plan.documents.length;
  const summary = `Made a pack of ${documents} ${documents === 1 ? 'document' : 'documents'} for ${subject}`;
  const log = ({ bytes, manifestSha256 }: PackWritten) =>
    write(ctx, { action: 'exportPack', summary, kind: 'record' }, (tx) => {
      insertRow(tx, packExports, {
        id: RowId.parse(ctx.newId()),
        at: ctx.clock(),
        subject: subject.slice(0, 300),
        childId: plan.selection.childId,
        criterionId: 'criterionId' in input.subject ? input.subject.criterionId : null,
        recipient,
        documents,
        bytes,
        manifestSha256,
        reason,
      });
    });
  const isAboutChild = plan.selection.childId !== null;
  const name = packFolderName(isAboutChild ? subject : neutralTitle(shortOf(subject), known), date);
  const info = { organisation: council, date, description: `${subject}: evidence pack`, marking };
  const written = await writePack(ctx, into, { plan, index, passphrase, name, info }, log);
  return {
    folderName: written.folderName,
    documents,
    manifestSha256: written.manifestSha256,
    zipPassphrase: passphrase,
  };
}

function refuse({ stops, cautions }: PackPlan, reason: string): void {
  const [stop] = stops;
  if (stop) throw new AppError(stop.code, stop.code === 'pack/nothing-to-export' ? undefined : stop.sentence);
  if (cautions.length > 0 && reason === '') {
    throw new AppError('input/invalid', 'Give the reason why this pack goes although something is lacking.');
  }
}

/** A line of enquiry in a few words, for a folder's name. */
const shortOf = (subject: string): string => subject.split(/\s+/).slice(0, 8).join(' ');
