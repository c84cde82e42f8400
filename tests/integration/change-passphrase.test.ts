import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceDatabase } from '../../main/db/open.ts';
import { editEngagement, readEngagement } from '../../main/services/engagement.ts';
import { tokenFor } from '../../main/services/vault/recent-files.ts';
import {
  closeSession,
  isFileWhole,
  openSession,
  openWithRecoveryKey,
  recoveryDigits,
} from '../../main/services/vault/session.ts';
import { codeOf } from '../support/code-of.ts';
import { type TestDesk, testDesk } from '../support/open-desk.ts';
import { type TempEngagement, tempEngagement, testPassphrase } from '../support/temp-engagement.ts';

const next = 'second tidy lantern orbit';
const change = { current: testPassphrase, next };
/** Beside the file while it is put under a new passphrase, in this order. */
const stages = ['.renewed.unfinished', '.renewed'] as const;

let engagement: TempEngagement;
let on: TestDesk;

beforeEach(async () => {
  engagement = await tempEngagement();
  // Large enough that every step of it takes a moment.
  engagement.ctx.db.exec('CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (randomblob(2000000))');
  await engagement.leave();
  on = testDesk(engagement.folder);
});
afterEach(async () => {
  await on.desk.putDown('asked');
  await engagement.close();
});

/** Which of the passphrases open the closed file; it is found whole by each that does. */
async function passphrasesThatOpen(): Promise<readonly string[]> {
  const opening: string[] = [];
  for (const passphrase of [testPassphrase, next]) {
    const code = await codeOf(async () => {
      const session = await openSession(engagement.path, passphrase);
      expect(await isFileWhole(engagement.path, session.key)).toBe(true);
      expect(readEngagement({ ...engagement.ctx, db: session.db }).phases.length).toBeGreaterThan(5);
      await closeSession(session);
    });
    if (code === null) opening.push(passphrase);
    else expect(code).toBe('vault/wrong-passphrase');
  }
  return opening;
}

const besideFile = async (): Promise<readonly string[]> =>
  (await readdir(engagement.folder)).filter((name) => name !== 'Test.lano' && name !== 'settings');

const untilThere = async (ending: string, isOver: () => boolean): Promise<void> => {
  while (!isOver() && !existsSync(`${engagement.path}${ending}`)) await wait(1);
};

describe('changePassphrase', () => {
  it('opens with the new passphrase and no longer with the old, nor with what was printed or remembered of it, and keeps what is written meanwhile', async () => {
    await on.open(engagement.path, testPassphrase, true);
    const digits = recoveryDigits(engagement.key);

    const changing = on.desk.changePassphrase(change);
    await untilThere('.renewed.unfinished', () => false);
    editEngagement(on.desk.context(), { council: 'Northmere' });
    await changing;
    expect(readEngagement(on.desk.context()).engagement.council).toBe('Northmere');
    editEngagement(on.desk.context(), { council: 'Northmere again' });
    await on.desk.putDown('asked');

    expect(await passphrasesThatOpen()).toEqual([next]);
    expect(await codeOf(() => openWithRecoveryKey(engagement.path, digits))).toBe('vault/bad-recovery-key');
    expect(await on.desk.openRemembered({ token: tokenFor(engagement.path) })).toEqual({ opened: false });
    expect(await besideFile()).toEqual([]);
  });

  it('says that the disk could not be written to, and goes on under the old passphrase', async () => {
    await on.open(engagement.path, testPassphrase);
    await mkdir(`${engagement.path}.renewed.unfinished`);

    expect(await codeOf(() => on.desk.changePassphrase(change))).toBe('disk/cannot-write');

    editEngagement(on.desk.context(), { council: 'Northmere' });
    await on.desk.putDown('asked');
    expect(await passphrasesThatOpen()).toEqual([testPassphrase]);
  });

  it.each(['', ...stages])(
    'ends closed when it is locked in the middle (“%s” beside the file)',
    async (stage) => {
      await on.open(engagement.path, testPassphrase);
      let isOver = false;
      const changing = codeOf(() => on.desk.changePassphrase(change)).finally(() => {
        isOver = true;
      });

      if (stage !== '') await untilThere(stage, () => isOver);
      await on.desk.putDown('screen-lock');
      const code = await changing;

      expect(on.desk.isOpen()).toBe(false);
      expect(on.locked).toEqual(['screen-lock']);
      expect(await besideFile()).toEqual([]);
      expect([null, 'vault/locked']).toContain(code);
      expect(await passphrasesThatOpen()).toEqual([code === null ? next : testPassphrase]);
    },
  );

  it('refuses a wrong passphrase and goes on, and says so even when it is locked in the same moment', async () => {
    await on.open(engagement.path, testPassphrase);
    const changeWrongly = () => codeOf(() => on.desk.changePassphrase({ current: 'not this one', next }));

    expect(await changeWrongly()).toBe('vault/wrong-passphrase');
    editEngagement(on.desk.context(), { council: 'Northmere' });
    const changing = changeWrongly();
    await wait(20);
    await on.desk.putDown('idle');

    expect(await changing).toBe('vault/wrong-passphrase');
    expect(on.desk.isOpen()).toBe(false);
    expect(await passphrasesThatOpen()).toEqual([testPassphrase]);
  });

  it.each(stages)('leaves a file that one passphrase opens when the app is killed (“%s”)', async (stage) => {
    const child = rekeyAlone();

    await untilThere(stage, () => child.isOver());
    child.kill();
    await child.said;

    expect(await passphrasesThatOpen()).toHaveLength(1);
    expect(await besideFile()).toEqual([]);
  });

  it('says that the disk is full in the middle, and leaves the file as it was', async () => {
    const { size } = await stat(engagement.path);

    const child = rekeyAlone(`ulimit -f ${Math.floor(size / 1024 / 2)}; `);

    expect(await child.said).toMatch(/^disk\//);
    expect(await besideFile()).toEqual([]);
    expect(await passphrasesThatOpen()).toEqual([testPassphrase]);
  });
});

describe('replaceDatabase', () => {
  it('opens the old file again when the new one cannot take its place', async () => {
    const session = await openSession(engagement.path, testPassphrase);

    const { db, isReplaced } = replaceDatabase(session.db, join(engagement.folder, 'Gone.lano'), session.key);

    expect(isReplaced).toBe(false);
    expect(readEngagement({ ...engagement.ctx, db }).engagement.council).toBe('Aldermere');
    await closeSession({ ...session, db });
  });
});

describe('lockEngagement', () => {
  it('keeps closed what was being opened when it came', async () => {
    const opening = codeOf(() => on.open(engagement.path, testPassphrase));
    await wait(20);

    await on.desk.putDown('sleep');

    expect(await opening).toBe('vault/locked');
    expect(on.desk.isOpen()).toBe(false);
    expect(await besideFile()).toEqual([]);
  });

  it('settles when the file is closed, also for who asks a second time', async () => {
    await on.open(engagement.path, testPassphrase);

    void on.desk.putDown('idle');
    await on.desk.putDown('asked');

    expect(await besideFile()).toEqual([]);
    expect(on.locked).toEqual(['idle']);
  });
});

/** Puts the file under a new passphrase in another process. */
function rekeyAlone(first = '') {
  const script = join(import.meta.dirname, '..', 'support', 'rekey-alone.ts');
  const words = [process.execPath, script, engagement.path, testPassphrase, next];
  const command = words.map((word) => `'${word}'`).join(' ');
  const child = spawn('sh', ['-c', `${first}exec ${command}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  return {
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => child.kill('SIGKILL'),
    said: new Promise<string>((resolve) => child.once('exit', () => resolve(said))),
  };
}
