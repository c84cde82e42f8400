import type { PacksView } from '../../../shared/ipc/packs.ts';
import { listRows } from '../../db/table.ts';
import { packExports } from '../../db/tables.ts';
import type { Context } from '../context.ts';

/** Every pack that was made, the newest first. */
export function readPacks({ db }: Context): PacksView {
  return { exports: listRows(db, packExports, {}, ['at']).toReversed() };
}
