import { RowId } from '../../../shared/domain/ids.ts';
import type { HandOverView } from '../../../shared/ipc/hand-over.ts';
import { headOfLog } from '../../db/change-log.ts';
import { newKey } from '../../db/cipher.ts';
import { listRows } from '../../db/table.ts';
import { bringBacks, handOvers } from '../../db/tables.ts';
import { deleteRow, insertRow } from '../../db/write.ts';
import type { BackupSource } from '../backup/make-backup.ts';
import { type Context, write } from '../context.ts';
import { theEngagement } from '../engagement.ts';
import { indexWaiting } from '../search/index-words.ts';
import { requireStrong } from '../vault/passphrase.ts';
import { saveHandOverNote } from './hand-over-note.ts';
import { makeSealedCopy } from './make-copy.ts';

/** To whom copies were given, and which came back; the newest first. */
export function readHandOvers({ db }: Context): HandOverView {
  return {
    handOvers: listRows(db, handOvers, {}, ['at']).toReversed(),
    bringBacks: listRows(db, bringBacks, {}, ['at']).toReversed(),
  };
}

export type HandOverParts = {
  readonly source: BackupSource;
  readonly path: string;
  readonly to: string;
  readonly passphrase: string;
  readonly signal: AbortSignal;
};

/**
 * Gives a colleague a sealed copy with a passphrase of its own, and puts on record that it was. The record is in the copy
 * too: it is what the two have in common. Fails with `vault/weak-passphrase` or `vault/already-exists`.
 */
export async function handOver(
  ctx: Context,
  { source, path, to, passphrase, signal }: HandOverParts,
): Promise<void> {
  await requireStrong(passphrase);
  await indexWaiting(ctx.db);
  const id = RowId.parse(ctx.newId());
  write(ctx, { action: 'handOver', summary: `Handed a copy over to ${to}`, kind: 'record' }, (tx) =>
    insertRow(tx, handOvers, { id, at: ctx.clock(), to, handedBy: ctx.actor, head: headOfLog(tx) }),
  );
  try {
    await makeSealedCopy(source, path, await newKey(passphrase), signal);
  } catch (error) {
    const summary = `The copy for ${to} could not be made`;
    if (ctx.db.open)
      write(ctx, { action: 'handOver', summary, kind: 'record' }, (tx) => deleteRow(tx, handOvers, id));
    throw error;
  }
}

/** Saves the page that goes with a copy. */
export function saveNote(
  ctx: Context,
  { to, fileName }: { readonly to: string; readonly fileName: string },
): Promise<{ saved: boolean }> {
  const { title, marking } = theEngagement(ctx.db);
  const facts = { to, fileName, title, marking, by: ctx.actor, at: ctx.clock() };
  return saveHandOverNote(ctx.outside, facts);
}
