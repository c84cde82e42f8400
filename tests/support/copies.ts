import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listRows, type StoredRow } from '../../main/db/table.ts';
import { recordedTables } from '../../main/db/tables.ts';
import type { Context } from '../../main/services/context.ts';
import { bringBack } from '../../main/services/hand-over/bring-back.ts';
import { closeSession, openWithKey, type Session } from '../../main/services/vault/session.ts';
import type { Choice } from '../../shared/domain/hand-over/merge.ts';
import type { BroughtBack } from '../../shared/ipc/hand-over.ts';
import { silentOutside, type TempEngagement, tempEngagement, testNow } from './temp-engagement.ts';

export type Copy = {
  readonly name: string;
  readonly path: string;
  readonly ctx: Context;
  /** Moves this copy's clock. */
  readonly passes: (minutes: number) => void;
};

export type Copies = {
  readonly open: (name: string, from?: string) => Promise<Copy>;
  /** A copy of a copy, which stays open and may not be written to meanwhile. */
  readonly twin: (copy: Copy, name: string) => Promise<Copy>;
  readonly shut: (copy: Copy) => Promise<void>;
  /** Closes a copy and gives another of it as it is now. */
  readonly copyOf: (copy: Copy, name: string) => Promise<readonly [Copy, Copy]>;
  readonly close: () => Promise<void>;
  readonly temp: TempEngagement;
};

/** Real encrypted copies of one engagement, each with its own clock and ids, as on as many computers. */
export async function partedCopies(prepare: (ctx: Context) => unknown = () => {}): Promise<Copies> {
  const temp = await tempEngagement();
  await prepare(temp.ctx);
  await temp.leave();
  const sessions = new Map<string, Session>();
  let openings = 0;

  const contextOf = async (name: string, path: string): Promise<Copy> => {
    const session = await openWithKey(path, temp.key);
    sessions.set(path, session);
    openings += 1;
    let now = Date.parse(testNow);
    let ids = 0;
    const opening = openings;
    const ctx: Context = {
      db: session.db,
      clock: () => new Date(now).toISOString(),
      newId: () => {
        ids += 1;
        return `${name.replaceAll(' ', '-')}-${opening}-${String(ids).padStart(5, '0')}`;
      },
      actor: name,
      changed: () => {},
      outside: silentOutside,
    };
    return {
      ...{ name, path, ctx },
      passes: (minutes) => {
        now += minutes * 60_000;
      },
    };
  };

  const shut = async ({ path }: Copy) => {
    const session = sessions.get(path);
    if (session) await closeSession(session);
    sessions.delete(path);
  };

  const open = async (name: string, from = temp.path): Promise<Copy> => {
    const path = join(temp.folder, `${name}.lano`);
    await copyFile(from, path);
    return contextOf(name, path);
  };

  return {
    temp,
    open,
    shut,
    twin: (copy, name) => open(name, copy.path),
    copyOf: async (copy, name) => {
      await shut(copy);
      const made = await open(name, copy.path);
      return [await contextOf(copy.name, copy.path), made];
    },
    close: async () => {
      for (const session of sessions.values()) await closeSession(session);
      await temp.close();
    },
  };
}

/** Brings one copy back into another, with what is chosen of the conflicts. */
export const bring = (into: Copy, from: Copy, choices: Readonly<Record<string, Choice>> = {}): BroughtBack =>
  bringBack(into.ctx, { db: from.ctx.db, fileName: from.name }, new Map(Object.entries(choices)));

const ofMerging = new Set(['bring_backs', 'merged_steps', 'hand_overs']);

/** Everything a copy holds but the account of how it came together, in an order that says nothing. */
export function holding({ ctx }: Copy): Readonly<Record<string, readonly StoredRow[]>> {
  return Object.fromEntries(
    [...recordedTables.values()].flatMap((table) => {
      if (ofMerging.has(table.name)) return [];
      const plain = { ...table, toRow: (row: StoredRow) => row, toStored: (row: StoredRow) => row };
      const rows = listRows(ctx.db, plain as never) as unknown as readonly StoredRow[];
      return [[table.name, rows.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1))]];
    }),
  );
}
