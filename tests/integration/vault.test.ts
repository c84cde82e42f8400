import { copyFile, open, readdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newKey } from '../../main/db/cipher.ts';
import { applicationId, migrate } from '../../main/db/migrate.ts';
import { latestVersion, migrations } from '../../main/db/migrations/index.ts';
import { keyConnection } from '../../main/db/open.ts';
import { addChild } from '../../main/services/add-child.ts';
import { editEngagement, readEngagement } from '../../main/services/engagement.ts';
import { takeFileLock } from '../../main/services/vault/file-lock.ts';
import {
  closeSession,
  copySession,
  createSession,
  isFileWhole,
  openSession,
  openWithKey,
  openWithRecoveryKey,
  recoveryDigits,
} from '../../main/services/vault/session.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { testDesk } from '../support/open-desk.ts';
import { type TempEngagement, tempEngagement, testPassphrase } from '../support/temp-engagement.ts';

let engagement: TempEngagement;

beforeEach(async () => {
  engagement = await tempEngagement();
});
afterEach(() => engagement.close());

/** The file closed, and a copy of it to spoil. */
async function closedCopy(): Promise<string> {
  await engagement.leave();
  const copy = join(engagement.folder, 'Copy.lano');
  await copyFile(engagement.path, copy);
  return copy;
}

describe('openEngagement', () => {
  it('opens with the passphrase and finds everything there', async () => {
    const ctx = await engagement.reopen();

    expect(readEngagement(ctx).engagement.title).toBe('Aldermere area SEND inspection');
    expect(readEngagement(ctx).phases.length).toBeGreaterThan(5);
  });

  it('says that the passphrase is wrong', async () => {
    const copy = await closedCopy();

    expect(await codeOf(() => openSession(copy, 'another phrase entirely'))).toBe('vault/wrong-passphrase');
  });

  it('says that a file cut short is damaged', async () => {
    const copy = await closedCopy();
    const { size } = await stat(copy);
    await truncate(copy, size - 5000);

    expect(await codeOf(() => openSession(copy, testPassphrase))).toBe('vault/damaged');
  });

  it('says that a file with one flipped byte on its first page is damaged, not that the passphrase is wrong', async () => {
    const copy = await closedCopy();
    await flipByte(copy, 100);

    expect(await codeOf(() => openSession(copy, testPassphrase))).toBe('vault/damaged');
  });

  it('finds one flipped byte anywhere else when it checks the whole file', async () => {
    const copy = await closedCopy();
    const { size } = await stat(copy);
    await flipByte(copy, size - 2000);

    const session = await openSession(copy, testPassphrase);
    const isWhole = await isFileWhole(copy, session.key);
    await closeSession(session);

    expect(isWhole).toBe(false);
  });

  it('says that a photograph under our ending is not a LANO file', async () => {
    const photo = join(engagement.folder, 'Photo.lano');
    await writeFile(photo, Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40_960, 7)]));

    expect(await codeOf(() => openSession(photo, testPassphrase))).toBe('vault/not-a-lano-file');
  });

  it('says that an empty file is not a LANO file', async () => {
    const empty = join(engagement.folder, 'Empty.lano');
    await writeFile(empty, '');

    expect(await codeOf(() => openSession(empty, testPassphrase))).toBe('vault/not-a-lano-file');
  });

  it('says that the file was made by a newer version, and leaves it as it is', async () => {
    const copy = await closedCopy();
    const session = await openSession(copy, testPassphrase);
    session.db.pragma('user_version = 990');
    await closeSession(session);
    const before = await readFile(copy);

    expect(await codeOf(() => openSession(copy, testPassphrase))).toBe('vault/from-the-future');
    expect(await readFile(copy)).toEqual(before);
  });

  it('says that a file in which no engagement was begun is not a LANO file, and lets go of it', async () => {
    const empty = join(engagement.folder, 'Empty.lano');
    await closeSession(await createSession(empty, testPassphrase));
    const { desk, open } = testDesk(engagement.folder);

    expect(await codeOf(() => open(empty, testPassphrase))).toBe('vault/not-a-lano-file');

    expect(desk.isOpen()).toBe(false);
    expect(await codeOf(() => openSession(empty, testPassphrase).then(closeSession))).toBeNull();
  });

  it('leaves no file behind when what goes into a new one cannot be written', async () => {
    const path = join(engagement.folder, 'New.lano');
    const full = (): never => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };

    expect(await codeOf(() => createSession(path, testPassphrase, full))).toBe('disk/full');

    expect((await readdir(engagement.folder)).filter((name) => name.startsWith('New'))).toEqual([]);
  });

  it('says that a file is gone', async () => {
    const gone = join(engagement.folder, 'Gone.lano');

    expect(await codeOf(() => openSession(gone, testPassphrase))).toBe('vault/not-found');
  });

  it('refuses a file that is open elsewhere, and says by whom', async () => {
    await expect(openSession(engagement.path, testPassphrase)).rejects.toThrow(
      /already open.*has it open on/,
    );
  });

  it('takes over a lock that a crashed app left behind', async () => {
    const copy = await closedCopy();
    const crashed = { id: 'x', host: hostname(), user: 'sam', pid: 2 ** 22 + 1 };
    await writeFile(`${copy}.lock`, JSON.stringify(crashed));

    expect(await codeOf(() => openSession(copy, testPassphrase).then(closeSession))).toBeNull();
  });

  it('takes over a lock that a crashed app left behind although its number is now another process’s', async () => {
    const copy = await closedCopy();
    const crashed = { id: 'x', host: hostname(), user: 'sam', pid: process.pid };
    await writeFile(`${copy}.lock`, JSON.stringify(crashed));
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    await utimes(`${copy}.lock`, yesterday, yesterday);

    expect(await codeOf(() => openSession(copy, testPassphrase).then(closeSession))).toBeNull();
  });

  it('respects a fresh lock of another computer whose clock is another, and takes over a stale one', async () => {
    const shared = join(engagement.folder, 'Shared.lano');
    await writeFile(`${shared}.lock`, JSON.stringify({ id: 'x', host: 'other-pc', user: 'sam', pid: 1 }));
    const tenMinutes = 10 * 60_000;
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + tenMinutes);

    expect(await codeOf(() => takeFileLock(shared))).toBe('vault/in-use');
    vi.restoreAllMocks();
    const before = new Date(Date.now() - tenMinutes);
    await utimes(`${shared}.lock`, before, before);
    const lock = await takeFileLock(shared);
    await lock.release();

    expect((await readdir(engagement.folder)).filter((name) => name.startsWith('Shared'))).toEqual([]);
  });

  it('respects a lock that another app is just making', async () => {
    const shared = join(engagement.folder, 'Shared.lano');
    await writeFile(`${shared}.lock`, '');

    expect(await codeOf(() => takeFileLock(shared))).toBe('vault/in-use');
  });

  it('copies an older file before it brings it up to date', async () => {
    const path = join(engagement.folder, 'Old.lano');
    const key = await newKey(testPassphrase);
    const older = new Database(path);
    keyConnection(older, key);
    older.pragma(`application_id = ${applicationId}`);
    migrate(older, migrations.slice(0, -1));
    older.close();
    const before = await readFile(path);

    const session = await openWithKey(path, key);
    const version = session.db.pragma('user_version', { simple: true });
    await closeSession(session);

    expect(version).toBe(latestVersion);
    const copies = (await readdir(engagement.folder)).filter((name) => name.startsWith('Old before update'));
    expect(copies).toHaveLength(1);
    expect(await readFile(join(engagement.folder, copies[0] ?? ''))).toEqual(before);
  });
});

describe('readVault', () => {
  it('keeps no child’s name on this computer, although the engagement is called by one', async () => {
    addChild(engagement.ctx, aChild({ forename: 'Amelia', surname: 'Fernsby' }));
    editEngagement(engagement.ctx, { title: 'Review of Amelia Fernsby' });
    await engagement.leave();
    const { desk, open } = testDesk(engagement.folder);

    await open(engagement.path, testPassphrase);
    await desk.putDown('asked');

    expect(await desk.readVault()).toMatchObject({ recent: [{ title: 'Review of Child A' }] });
    expect(await readFile(join(engagement.folder, 'settings', 'recent.json'), 'utf8')).not.toContain(
      'Fernsby',
    );
  });
});

describe('closeSession', () => {
  it('leaves nothing beside the file', async () => {
    const reopened = await engagement.reopen();
    editEngagement(reopened, { council: 'Northmere' });

    await engagement.leave();

    expect(await readdir(engagement.folder)).toEqual(['Test.lano']);
  });
});

describe('saveCopy', () => {
  it('makes a copy that opens by itself, although something was written while it was made', async () => {
    await engagement.leave();
    const session = await openSession(engagement.path, testPassphrase);
    const ctx = { ...engagement.ctx, db: session.db };
    const copy = join(engagement.folder, 'Copy.lano');

    const copying = copySession(session, copy);
    editEngagement(ctx, { council: 'Northmere' });
    await copying;
    await closeSession(session);

    const opened = await openSession(copy, testPassphrase);
    expect(readEngagement({ ...ctx, db: opened.db }).engagement.council).toBe('Northmere');
    await closeSession(opened);
  });
});

describe('openWithRecoveryKey', () => {
  it('opens with the digits as printed, and as typed without spaces', async () => {
    const copy = await closedCopy();
    const session = await openSession(copy, testPassphrase);
    const digits = recoveryDigits(session.key);
    await closeSession(session);

    expect(await codeOf(() => openWithRecoveryKey(copy, digits).then(closeSession))).toBeNull();
    expect(
      await codeOf(() =>
        openWithRecoveryKey(copy, digits.toLowerCase().replaceAll(' ', '')).then(closeSession),
      ),
    ).toBeNull();
    expect(await codeOf(() => openWithRecoveryKey(copy, 'not digits'))).toBe('vault/bad-recovery-key');
  });
});

describe('the engagement file', () => {
  it('opens in any tool of the SQLCipher 4 format with nothing but the passphrase', async () => {
    const copy = await closedCopy();
    const db = new Database(copy, { readonly: true });
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    db.pragma(`key = '${testPassphrase}'`);

    expect(db.prepare('SELECT title FROM engagements').get()).toEqual({
      title: 'Aldermere area SEND inspection',
    });
    db.close();
  });

  it('holds nothing readable', async () => {
    const bytes = await readFile(await closedCopy());

    for (const word of ['Aldermere', 'SQLite format', 'CREATE TABLE'])
      expect(bytes.includes(word)).toBe(false);
  });
});

async function flipByte(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+');
  const byte = new Uint8Array(1);
  await file.read(byte, 0, 1, at);
  await file.write(Uint8Array.of((byte[0] ?? 0) ^ 0xff), 0, 1, at);
  await file.close();
}
