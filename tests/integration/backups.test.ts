import { mkdtemp, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getRow, listRows } from '../../main/db/table.ts';
import { engagements } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { createBackups } from '../../main/services/backup/backups.ts';
import { pathBeside, restoreBeside } from '../../main/services/backup/restore.ts';
import type { Context } from '../../main/services/context.ts';
import { editEngagement } from '../../main/services/engagement.ts';
import { closeSession, openSession, type Session } from '../../main/services/vault/session.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { type TempEngagement, tempEngagement, testPassphrase } from '../support/temp-engagement.ts';

const never = { first: 1e8, look: 1e8 };

let temp: TempEngagement;
let ctx: Context;
let session: Session;
let drive: string;
let now: string;
let backups: ReturnType<typeof createBackups>;

beforeEach(async () => {
  temp = await tempEngagement();
  await temp.leave();
  session = await openSession(temp.path, testPassphrase);
  ctx = { ...temp.ctx, db: session.db };
  drive = await mkdtemp(join(tmpdir(), 'lano-drive-'));
  now = '2026-11-24T10:42:00.000Z';
  backups = start();
});
afterEach(async () => {
  await backups.putDown();
  await closeSession(session).catch(() => {});
  await temp.close();
  await rm(drive, { recursive: true, force: true });
});

const start = (waits = never) =>
  createBackups({
    settingsFolder: join(temp.folder, 'settings'),
    clock: () => now,
    onChange: () => {},
    waits,
  });
const source = () => ({ ...session, engagementId: 'e-1', title: 'Aldermere inspection' });
const change = () => addChild(ctx, aChild());
const later = (hours: number) => {
  now = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
};
const opens = (path: string) =>
  openSession(path, testPassphrase)
    .then(closeSession)
    .then(() => true);
const until = async (isSo: () => Promise<boolean>) => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not come to that.');
};

describe('backUpNow', () => {
  it('makes a dated copy that opens by the same passphrase and holds what the engagement holds', async () => {
    backups.takeUp(source());
    change();

    await backups.setFolder(drive);

    const [name = ''] = await readdir(drive);
    expect(name).toMatch(/^Aldermere inspection, backup 2026-11-24 10\.42\.00 \([0-9a-f]{8}\)\.lano$/);
    expect(await readFile(join(drive, name))).toEqual(await readFile(temp.path));
    const view = await backups.read();
    expect(view).toMatchObject({ lastAt: now, isCurrent: true, problem: null, isSameDrive: true });
    expect(view.backups.map((one) => one.name)).toEqual([name]);
    const copy = await openSession(join(drive, name), testPassphrase);
    expect(listRows(copy.db, engagements)).toEqual(listRows(session.db, engagements));
    await closeSession(copy);
  });

  it('takes in what is written while it is being made', async () => {
    backups.takeUp(source());
    const making = backups.setFolder(drive);
    for (let step = 0; step < 20; step += 1) {
      change();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await making;
    expect((await backups.read()).problem).toBeNull();
    later(1);

    await backups.backUpNow();
    expect((await backups.read()).isCurrent).toBe(true);
  });

  it('says quietly that the folder is not there, and makes the backup when it is back', async () => {
    const away = `${drive}-away`;
    await backups.putDown();
    backups = start({ first: 1e8, look: 20 });
    backups.takeUp(source());
    await backups.setFolder(drive);
    await rename(drive, away);
    change();
    later(2);

    await backups.backUpNow();
    expect(await backups.read()).toMatchObject({ problem: 'unreachable', isCurrent: false, backups: [] });

    await rename(away, drive);
    await until(async () => (await backups.read()).isCurrent);
    expect((await readdir(drive)).filter((name) => name.endsWith('.lano'))).toHaveLength(2);
  });

  it('leaves nothing when the engagement is locked in the middle of it', async () => {
    backups.takeUp(source());
    const making = backups.setFolder(drive);
    await until(async () => (await readdir(drive)).length > 0 || (await backups.read()).doing === null);
    await backups.putDown();
    await making;

    const names = await readdir(drive);
    expect(names.filter((name) => name.endsWith('.unfinished'))).toEqual([]);
    for (const name of names) expect(await opens(join(drive, name))).toBe(true);
  });

  it('takes away what a power cut left a day ago, and nothing of anybody else', async () => {
    backups.takeUp(source());
    await backups.setFolder(drive);
    const [name = ''] = await readdir(drive);
    const series = /\(([0-9a-f]{8})\)/.exec(name)?.[1];
    const old = join(drive, `Aldermere inspection, backup 2026-11-20 10.42.00 (${series}).lano.unfinished`);
    const fresh = join(drive, `Aldermere inspection, backup 2026-11-24 10.41.00 (${series}).lano.unfinished`);
    const theirs = join(drive, 'Holiday, backup 2020-01-01 10.00.00 (00000000).lano.unfinished');
    for (const path of [old, fresh, theirs]) await writeFile(path, 'half');
    const longAgo = new Date(Date.now() - 3 * 86_400_000);
    for (const path of [old, theirs]) await utimes(path, longAgo, longAgo);
    later(1);

    await backups.backUpNow();

    const left = (await readdir(drive)).filter((one) => one.endsWith('.unfinished'));
    expect(left.map((one) => join(drive, one)).toSorted()).toEqual([fresh, theirs].toSorted());
  });

  it('keeps backups by the rule, and never touches those of another engagement', async () => {
    backups.takeUp(source());
    await backups.setFolder(drive);
    await backups.editRule({ hours: 1, days: 1, weeks: 0 });
    const other = join(drive, 'Other, backup 2020-01-01 10.00.00 (00000000).lano');
    await writeFile(other, 'theirs');
    for (let hour = 0; hour < 2; hour += 1) {
      later(1);
      await backups.backUpNow();
    }

    expect((await backups.read()).backups.map((one) => one.at)).toEqual(['2026-11-24T12:42:00.000Z']);
    expect((await stat(other)).size).toBe(6);
  });

  it('does not call a damaged copy a backup', async () => {
    await backups.setFolder(drive);
    const file = await open(temp.path, 'r+');
    await file.write(Buffer.alloc(64, 7), 0, 64, 40 * 4096 + 100);
    await file.close();
    backups.takeUp(source());

    await backups.backUpNow();

    expect((await backups.read()).problem).toBe('not-whole');
    expect(await readdir(drive)).toEqual([]);
  });
});

describe('takeUp', () => {
  it('backs up on opening when something changed since the last backup, and rehearses a restore', async () => {
    await backups.setFolder(drive);
    const soon = start({ first: 5, look: 1e8 });
    soon.takeUp(source());
    await until(async () => (await soon.read()).rehearsedAt !== null);
    await soon.putDown();
    expect(await readdir(drive)).toHaveLength(1);
    later(5);

    const again = start({ first: 5, look: 1e8 });
    again.takeUp(source());
    await new Promise((resolve) => setTimeout(resolve, 100));
    await again.putDown();

    expect(await readdir(drive)).toHaveLength(1);
    expect(await readdir(join(temp.folder, 'settings'))).toEqual(['backups.json']);
  });
});

describe('the hourly look', () => {
  it('backs up an hour after the last backup when something was changed, and not before, nor when nothing was', async () => {
    await backups.setFolder(drive);
    let looks = 0;
    backups = createBackups({
      ...{ settingsFolder: join(temp.folder, 'settings'), onChange: () => {} },
      clock: () => {
        looks += 1;
        return now;
      },
      waits: { first: 1e8, look: 20 },
    });
    const made = async () => (await readdir(drive)).length;
    const lookedAgain = async () => {
      const before = looks;
      await until(async () => looks >= before + 4);
      await until(async () => (await backups.read()).doing === null);
    };
    backups.takeUp(source());
    await until(async () => (await backups.read()).isCurrent);
    expect(await made()).toBe(1);

    change();
    later(0.9);
    await lookedAgain();
    expect(await made()).toBe(1);
    later(0.2);
    await until(async () => (await made()) === 2);
    await until(async () => (await backups.read()).isCurrent);

    later(3);
    await lookedAgain();
    expect(await made()).toBe(2);
    editEngagement(ctx, { title: 'Renamed' });
    await until(async () => (await made()) === 3);
  });
});

describe('rehearseNow', () => {
  it('restores the newest backup, reads every document, remembers the day, and takes the copy away', async () => {
    backups.takeUp(source());
    await backups.setFolder(drive);

    expect(await backups.rehearseNow()).toBe(0);

    expect((await backups.read()).rehearsedAt).toBe(now);
    expect(await readdir(join(temp.folder, 'settings'))).toEqual(['backups.json']);
  });

  it('fails when the newest backup is damaged', async () => {
    backups.takeUp(source());
    await backups.setFolder(drive);
    const [name = ''] = await readdir(drive);
    await writeFile(join(drive, name), 'not what it was');

    expect(await codeOf(() => backups.rehearseNow())).toBe('vault/damaged');
  });
});

describe('newestOf', () => {
  it('is the newest that is there and was not cut short', async () => {
    backups.takeUp(source());
    await backups.setFolder(drive);
    for (let hour = 0; hour < 2; hour += 1) {
      later(1);
      change();
      await backups.backUpNow();
    }
    const [newest, second, oldest] = (await backups.read()).backups;
    await rm(join(drive, newest?.name ?? ''));
    const cut = await open(join(drive, second?.name ?? ''), 'r+');
    await cut.truncate(4096 * 3 + 9);
    await cut.close();

    expect(await backups.newestOf(temp.path)).toEqual({
      path: join(drive, oldest?.name ?? ''),
      at: oldest?.at,
    });
  });
});

describe('restoreBeside', () => {
  it('puts a copy beside the original, with the date in its name, and never over anything', async () => {
    backups.takeUp(source());
    await backups.setFolder(drive);
    const engagement = listRows(session.db, engagements)[0];
    if (!engagement) throw new Error('there is one');
    editEngagement(ctx, { ...engagement, title: 'Something else' });
    const [name = ''] = await readdir(drive);
    const first = await pathBeside(temp.path, join(drive, name));
    await restoreBeside(join(drive, name), first);
    const second = await pathBeside(temp.path, join(drive, name));
    await restoreBeside(join(drive, name), second);

    expect(first).toBe(join(temp.folder, 'Test, from the backup of 2026-11-24 10.42.00.lano'));
    expect(second).toBe(join(temp.folder, 'Test, from the backup of 2026-11-24 10.42.00 (2).lano'));
    const copy = await openSession(first, testPassphrase);
    expect(getRow(copy.db, engagements, engagement.id).title).toBe(engagement.title);
    await closeSession(copy);
    expect(getRow(session.db, engagements, engagement.id).title).toBe('Something else');
  });

  it('says when the backup is no longer there, or is no backup', async () => {
    expect(await codeOf(() => restoreBeside(join(drive, 'gone.lano'), join(drive, 'x.lano')))).toBe(
      'vault/not-found',
    );
    expect(await codeOf(() => pathBeside(temp.path, join(drive, 'Holiday.lano')))).toBe('backup/not-one');
  });
});
