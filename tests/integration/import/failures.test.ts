import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../../main/db/table.ts';
import { importMappings, people } from '../../../main/db/tables.ts';
import { confirmImport, readImport, remapImport } from '../../../main/services/import/imports.ts';
import { storedZip } from '../../../main/services/import/xlsx-archive.ts';
import { readHistory } from '../../../main/services/undo.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { codeOf } from '../../support/code-of.ts';
import { confirmChosen, csv, type ImportDesk, importDesk } from '../../support/import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.close());

const oleHead = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const bad: readonly (readonly [string, string, string | Uint8Array, ErrorCode])[] = [
  ['an empty file', 'none.csv', '', 'import/empty'],
  ['a file of blank cells', 'blank.csv', ',,\r\n,,\r\n', 'import/empty'],
  ['a zip renamed xlsx', 'z.xlsx', storedZip(new Map([['a.txt', Buffer.from('a')]])), 'import/not-a-table'],
  [
    'a workbook with a password',
    'p.xlsx',
    Buffer.concat([oleHead, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    'import/password-protected',
  ],
  ['a picture', 'p.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0]), 'import/not-a-table'],
];

describe('readImport', () => {
  it.each(bad)('refuses %s, and changes nothing', async (_, name, content, code) => {
    expect(await codeOf(() => desk.read('people', name, content))).toBe(code);
    expect(desk.changes).toEqual([]);
  });

  it('answers with nothing when the dialog is closed', async () => {
    const ctx = { ...desk.ctx, outside: { ...desk.ctx.outside, chooseFiles: async () => [] } };

    expect(await readImport(ctx, { target: 'people' })).toBeNull();
  });

  it('takes a file that was dropped, but no token that was never given out', async () => {
    await desk.read('people', 'people.csv', csv('Name', 'Hallie Lang'));
    const droppedPath = (token: string) => (token === 'known' ? join(desk.folder, 'people.csv') : null);
    const ctx = { ...desk.ctx, outside: { ...desk.ctx.outside, droppedPath } };

    expect(await readImport(ctx, { target: 'people', token: 'known' })).toMatchObject({
      fileName: 'people.csv',
    });
    expect(await codeOf(() => readImport(ctx, { target: 'people', token: 'forged' }))).toBe(
      'disk/cannot-read',
    );
  });

  it('says that a file which has gone cannot be read', async () => {
    await desk.read('people', 'people.csv', csv('Name', 'Hallie Lang'));
    await rm(join(desk.folder, 'people.csv'));

    expect(await codeOf(() => readImport(desk.ctx, { target: 'people' }))).toBe('disk/cannot-read');
  });

  it('keeps the last few files only, and none of them past the lock', async () => {
    const first = await desk.read('people', 'people.csv', csv('Name', 'Hallie Lang'));
    for (let n = 0; n < 4; n += 1) await desk.read('people', 'people.csv', csv('Name', 'Hallie Lang'));
    const last = await desk.read('people', 'people.csv', csv('Name', 'Hallie Lang'));
    const remap = (ctx: typeof desk.ctx, token: string) => async () =>
      remapImport(ctx, { token, sheet: last.sheet, mapping: last.mapping });

    expect(await codeOf(remap(desk.ctx, first.token))).toBe('record/not-found');
    expect(await codeOf(remap(desk.ctx, last.token))).toBeNull();
    expect(await codeOf(remap(await desk.reopen(), last.token))).toBe('record/not-found');
  });
});

describe('confirmImport', () => {
  it('changes nothing when the disk is full, and can be confirmed again once it is not', async () => {
    const lines = Array.from(
      { length: 400 },
      (_, n) => `Person Number${n} Sample,${'long notes '.repeat(20)}`,
    );
    const preview = await desk.read('people', 'people.csv', csv('Name,Notes', ...lines));
    const pages = Number(desk.ctx.db.pragma('page_count', { simple: true }));
    desk.ctx.db.pragma(`max_page_count = ${pages + 4}`);

    expect(await codeOf(async () => confirmChosen(desk.ctx, preview))).toBe('disk/full');
    expect(listRows(desk.ctx.db, people, { side: 'partnership' })).toEqual([]);
    expect(listRows(desk.ctx.db, importMappings)).toEqual([]);
    expect(readHistory(desk.ctx).undo).toBeNull();
    expect(desk.changes).toEqual([]);
    desk.ctx.db.pragma('max_page_count = 1000000');
    expect(confirmChosen(desk.ctx, preview)).toMatchObject({ added: 400 });
  });

  it('refuses an import without a row, and one it never read', async () => {
    const { token } = await desk.read('people', 'people.csv', csv('Name', 'Hallie Lang'));

    expect(await codeOf(async () => confirmImport(desk.ctx, { token, rows: [], merge: [] }))).toBe(
      'import/nothing-chosen',
    );
    expect(await codeOf(async () => confirmImport(desk.ctx, { token, rows: [99], merge: [] }))).toBe(
      'import/nothing-chosen',
    );
    expect(await codeOf(async () => confirmImport(desk.ctx, { token: 'x', rows: [2], merge: [] }))).toBe(
      'record/not-found',
    );
  });
});
