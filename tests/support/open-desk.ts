import { join } from 'node:path';
import type { Outside } from '../../main/services/context.ts';
import { openSettings } from '../../main/services/settings.ts';
import { createDesk, type Desk } from '../../main/services/vault/desk.ts';
import type { LockReason } from '../../main/services/vault/desk-session.ts';
import { tokenFor } from '../../main/services/vault/recent-files.ts';
import { silentOutside, testNow } from './temp-engagement.ts';

export type TestDesk = {
  readonly desk: Desk;
  /** Why it was locked, each time. */
  readonly locked: LockReason[];
  /** Opens the file at a path as from its first screen. */
  readonly open: (path: string, passphrase: string, remember?: boolean) => Promise<void>;
};

/** A desk as the window knows it, whose settings are kept in a folder and whose computer can protect a key. */
export function testDesk(folder: string, outside: Partial<Outside> = {}): TestDesk {
  const locked: LockReason[] = [];
  const settingsFolder = join(folder, 'settings');
  const desk = createDesk({
    ...{ clock: () => testNow, newId: () => crypto.randomUUID(), actor: () => 'Tester' },
    ...{ changed: () => {}, outside: { ...silentOutside, ...outside }, settingsFolder },
    keySeal: {
      isSafe: () => true,
      seal: (key) => Buffer.from(key).toString('base64'),
      unseal: (sealed) => Buffer.from(sealed, 'base64'),
    },
    onLocked: (why) => locked.push(why),
    ...{ onDamaged: () => {}, onBackups: () => {}, backupWaits: { first: 1e8, look: 1e8 } },
    settings: openSettings(settingsFolder, () => {}),
    facts: { version: '0', platform: process.platform },
    ...{ cancelJob: () => {}, setFullScreen: () => {} },
    buildSample: () => Promise.reject(new Error('No sample is asked for')),
  });
  return {
    desk,
    locked,
    open: async (path, passphrase, remember = false) => {
      desk.offer(path);
      await desk.openEngagement({ token: tokenFor(path), passphrase, remember });
    },
  };
}
