import type { ChildId } from '../../../shared/domain/ids.ts';
import { RowId } from '../../../shared/domain/ids.ts';
import type { KnownChild } from '../../../shared/domain/leak.ts';
import { nameMasker } from '../../../shared/domain/name-patterns.ts';
import { packFolderName, titleNeutraliser } from '../../../shared/domain/pack-names.ts';
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
import { listKnownChildren, titleMasker } from '../evidence/known-children.ts';
import { newPackPassphrase } from './passphrase.ts';
import { type PackPlan, planPack } from './preview.ts';
import { indexPage } from './render.ts';
import { type PackWritten, writePack } from './write.ts';

type Input = ParsedInputOf<Contract['packs:exportPack']>;

/** Every pack that was made, the newest first; a child named in a reader's name or a reason is shown by code. */
export function readPacks({ db }: Context): PacksView {
  const mask = titleMasker(db);
  const rows = listRows(db, packExports, {}, ['at']).toReversed();
  return {
    exports: rows.map((row) => ({
      ...row,
      subject: mask(row.subject),
      recipient: mask(row.recipient),
      reason: mask(row.reason),
    })),
  };
}

/**
 * Makes a pack where the user says: a folder in BagIt form and an encrypted zip of it, logged with the hash of its list
 * of hashes. Fails as the preview warns, with `input/invalid` when a reason is due, and leaves nothing when it fails;
 * null when the user closes the dialog.
 */
export async function exportPack(ctx: Context, input: Input): Promise<PackMade | null> {
  refuse(await planPack(ctx, input), input);
  const into = await ctx.outside.chooseFolder('Where to put the pack');
  if (!into) return null;
  // The dialog may have stood open for long, so what counts is how things are now.
  const plan = await planPack(ctx, input);
  refuse(plan, input);

  const known = listKnownChildren(ctx.db);
  const { title, council, marking } = theEngagement(ctx.db);
  const passphrase = newPackPassphrase();
  const madeAt = ctx.clock();
  const description = `${plan.subject}: evidence pack`;
  const html = indexPage(plan, {
    recipient: othersMasked(known, plan.selection.childId)(input.recipient),
    reason: plan.cautions.length === 0 ? '' : nameMasker(known)(input.reason),
    madeAt,
    engagement: { title, council, marking },
  });
  const written = await writePack(ctx, into, {
    documents: plan.documents,
    index: await ctx.outside.printPdf(html, { title: description, marking }),
    passphrase,
    name: packFolderName(folderSubject(plan, known), today(madeAt)),
    info: { organisation: council, date: today(madeAt), description, marking },
    onWritten: (done) => log(ctx, plan, input, done),
  });
  return {
    folderName: written.folderName,
    documents: plan.documents.length,
    manifestSha256: written.manifestSha256,
    zipPassphrase: passphrase,
  };
}

function refuse({ stops, cautions }: PackPlan, { reason }: Input): void {
  const [stop] = stops;
  if (stop)
    throw new AppError(stop.code, stop.code === 'pack/nothing-to-export' ? undefined : `${stop.what}.`);
  if (cautions.length > 0 && reason === '') {
    throw new AppError('input/invalid', 'Give the reason why this pack goes although something is lacking.');
  }
}

function log(ctx: Context, plan: PackPlan, { subject, recipient, reason }: Input, done: PackWritten): void {
  const summary = `Made a pack for ${plan.subject}`;
  write(ctx, { action: 'exportPack', summary, kind: 'record' }, (tx) =>
    insertRow(tx, packExports, {
      id: RowId.parse(ctx.newId()),
      at: ctx.clock(),
      subject: plan.subject.slice(0, 300),
      childId: plan.selection.childId,
      criterionId: 'criterionId' in subject ? subject.criterionId : null,
      recipient,
      documents: plan.documents.length,
      bytes: done.bytes,
      manifestSha256: done.manifestSha256,
      reason: plan.cautions.length === 0 ? '' : reason,
    }),
  );
}

/** A child's own family may be called by its name in that child's pack; other children never are. */
const othersMasked = (known: readonly KnownChild[], own: ChildId | null): ((text: string) => string) =>
  nameMasker(known.filter((child) => child.id !== own));

/** "Child C", or a line of enquiry in a few words without anybody's name. */
function folderSubject({ selection, subject }: PackPlan, known: readonly KnownChild[]): string {
  if (selection.childId !== null) return subject;
  return titleNeutraliser(known)(selection.subject.split(/\s+/).slice(0, 8).join(' '));
}
