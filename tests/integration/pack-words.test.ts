import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../main/db/connection.ts';
import { putLookedAt } from '../../main/db/evidence-hidden.ts';
import { putScan } from '../../main/db/evidence-scans.ts';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { listKnownChildren } from '../../main/services/evidence/known-children.ts';
import { checkWords } from '../../main/services/pack/check-words.ts';
import { redactionFor } from '../../main/services/pack/redacted.ts';
import { addFiles } from '../support/add-files.ts';
import { aChild } from '../support/child-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;

beforeEach(async () => {
  temp = await tempEngagement();
});
afterEach(() => temp.close());

describe('checkWords', () => {
  it('looks through what is read of a scan while it goes on, and afterwards', async () => {
    const { ctx, folder } = temp;
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    await addFiles(ctx, folder, { 'a.txt': 'Nobody', 'b.txt': 'Nobody else', 'c.txt': 'No one' }, []);
    const [first = '', ...others] = listRows(ctx.db, evidenceItems).map(({ sha256 }) => sha256);
    const scan = { sha256: first, page: 1, confidence: 90, words: [], text: 'About Maya Kestrel' };

    const checking = checkWords(ctx.db, null, listKnownChildren(ctx.db), [first, ...others]);
    await nextTurn();
    await nextTurn();
    putScan(ctx.db, scan);
    const meanwhile = await checking;
    putScan(ctx.db, scan);

    expect(meanwhile.hitsOf(first)).toHaveLength(1);
    expect(others.flatMap(meanwhile.hitsOf)).toEqual([]);
  });
});

describe('redactionFor', () => {
  it.each([
    {
      what: 'read of a scan',
      come: (db: Connection, sha256: string, text: string) =>
        putScan(db, { sha256, page: 1, confidence: 90, words: [], text }),
    },
    {
      what: 'found hidden in it',
      come: (db: Connection, sha256: string, text: string) =>
        putLookedAt(db, sha256, { facts: [], moreTexts: [text] }),
    },
  ])('wants gone what was $what since it was last asked', async ({ come }) => {
    const { ctx, folder } = temp;
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    await addFiles(ctx, folder, { 'a.txt': 'Nobody' }, []);
    const items = listRows(ctx.db, evidenceItems);
    const [{ sha256 } = { sha256: '' }] = items;
    const isOpen = async () => (await redactionFor(ctx.db, 'names', null, items)).isOpen(sha256);

    expect(await isOpen()).toBe(false);
    come(ctx.db, sha256, 'About Maya Kestrel');

    expect(await isOpen()).toBe(true);
  });
});
