import { basename } from 'node:path';
import { type EvidenceItem, noDetails } from '../../../shared/domain/evidence.ts';
import { shownFileName } from '../../../shared/domain/file-name.ts';
import { EvidenceId } from '../../../shared/domain/ids.ts';
import { today } from '../../../shared/domain/time.ts';
import type { LinkTarget } from '../../../shared/ipc/evidence.ts';
import { finishContent } from '../../db/evidence-intake.ts';
import { evidenceItems } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { type Context, type Writing, write } from '../context.ts';
import { dateIn, titleFrom } from './file-name.ts';
import type { Ready } from './intake-report.ts';
import { titleMasker } from './known-children.ts';
import { linkTo } from './targets.ts';

type Facts = Pick<EvidenceItem, 'type' | 'size' | 'sha256' | 'pages'> & { readonly path: string };

/** A document as it is first kept: called as the file is, and nothing said about it yet. */
export function newItem(ctx: Context, { path, ...facts }: Facts): EvidenceItem {
  const fileName = shownFileName(basename(path)) || 'Document';
  return {
    id: EvidenceId.parse(ctx.newId()),
    title: titleFrom(fileName),
    fileName,
    ...facts,
    receivedAt: ctx.clock(),
    evidenceDate: dateIn(fileName, today(ctx.clock())),
    from: '',
    notes: '',
    ...noDetails,
  };
}

/** What was taken in, what it is to be tied to, and how those things are called. */
export type Taken = {
  readonly ready: readonly Ready[];
  readonly targets: readonly LinkTarget[];
  readonly names: readonly string[];
};

/** Keeps what was taken in and ties it to the targets, in one undoable step; nothing where nothing was. */
export function keepTaken(ctx: Writing, { ready, targets, names }: Taken): void {
  const added = ready.filter((one) => one.isNew);
  const [only] = added.length === 0 ? ready : added;
  if (!only) return;
  const count = added.length === 0 ? ready.length : added.length;
  const what = count === 1 ? `“${titleMasker(ctx.db)(only.item.title)}”` : `${count} documents`;
  const to = names.length === 0 ? '' : ` to ${names.join(', ')}`;
  const summary = added.length === 0 ? `Linked ${what}${to}` : `Added ${what}${to}`;
  write(ctx, { action: 'addEvidence', summary }, (tx) => {
    for (const { item } of added) insertRow(tx, evidenceItems, item);
    finishContent(
      tx,
      added.map(({ item }) => item.sha256),
    );
    for (const { item } of ready) for (const target of targets) linkTo(tx, ctx.newId, item.id, target);
  });
}
