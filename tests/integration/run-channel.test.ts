import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runChannel } from '../../main/ipc/handlers.ts';
import { codeOf } from '../support/code-of.ts';
import { type TestDesk, testDesk } from '../support/open-desk.ts';
import { type TempEngagement, tempEngagement, testPassphrase } from '../support/temp-engagement.ts';

let engagement: TempEngagement;
let on: TestDesk;

beforeEach(async () => {
  engagement = await tempEngagement();
  await engagement.leave();
  const sheet = join(engagement.folder, 'People.csv');
  await writeFile(sheet, 'Name,Role\r\nAnna Deputy,Head of SEND\r\n');
  on = testDesk(engagement.folder, {
    chooseFiles: async () => {
      await on.desk.putDown('idle');
      return [sheet];
    },
  });
  await on.open(engagement.path, testPassphrase);
});
afterEach(async () => {
  await on.desk.putDown('asked');
  await engagement.close();
});

describe('runChannel', () => {
  it('says that the engagement is locked when that is why something under way could not go on', async () => {
    expect(await codeOf(() => runChannel(on.desk, 'imports:readImport', { target: 'people' }))).toBe(
      'vault/locked',
    );
  });

  it('refuses what needs an open engagement while none is', async () => {
    await on.desk.putDown('asked');

    expect(await codeOf(() => runChannel(on.desk, 'history:readHistory', {}))).toBe('vault/locked');
  });
});
