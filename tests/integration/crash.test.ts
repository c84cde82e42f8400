import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '../../main/db/change-log.ts';
import { editEngagement, readEngagement } from '../../main/services/engagement.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { closeSession, isFileWhole, openSession } from '../../main/services/vault/session.ts';
import {
  silentOutside,
  type TempEngagement,
  tempEngagement,
  testPassphrase,
} from '../support/temp-engagement.ts';

let engagement: TempEngagement;

beforeEach(async () => {
  engagement = await tempEngagement();
});
afterEach(() => engagement.close());

describe('an app that is killed while it writes', () => {
  it('loses at most the step in flight, and the file is whole', async () => {
    await engagement.reopen();
    await engagement.leave();
    const saved = await writeUntilKilled(engagement.path, 40);

    const session = await openSession(engagement.path, testPassphrase);
    const ctx = { ...engagement.ctx, db: session.db, outside: silentOutside };
    const kept = Number(readEngagement(ctx).engagement.council.replace('Council ', ''));

    expect(kept).toBeGreaterThanOrEqual(saved);
    expect(kept).toBeLessThanOrEqual(saved + 1);
    expect(checkChain(ctx.db).brokenAt).toBeNull();
    expect(await isFileWhole(engagement.path, session.key)).toBe(true);
    undoLast(ctx);
    expect(readEngagement(ctx).engagement.council).toBe(kept === 1 ? 'Aldermere' : `Council ${kept - 1}`);
    await closeSession(session);
  });
});

describe('a disk that is full', () => {
  it('changes nothing and says so', () => {
    const { ctx } = engagement;
    const steps = readHistory(ctx).recent.length;
    const pages = Number(ctx.db.pragma('page_count', { simple: true }));
    ctx.db.pragma(`max_page_count = ${pages}`);

    const fill = (): void => {
      for (let step = 0; step < 200; step += 1)
        editEngagement(ctx, { council: `Council ${'x'.repeat(90)} ${step}` });
    };

    expect(fill).toThrow('The disk is full');
    ctx.db.pragma('max_page_count = 1000000');
    const after = readHistory(ctx).recent;
    expect(checkChain(ctx.db).brokenAt).toBeNull();
    expect(after.length).toBeGreaterThanOrEqual(steps);
    editEngagement(ctx, { council: 'Aldermere again' });
    expect(readEngagement(ctx).engagement.council).toBe('Aldermere again');
  });
});

/** Lets another process write, kills it after some steps, and answers with the last step it had reported as saved. */
async function writeUntilKilled(path: string, steps: number): Promise<number> {
  const script = join(import.meta.dirname, '..', 'support', 'write-until-killed.ts');
  const child = spawn(process.execPath, [script, path, testPassphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = 0;
  child.stdout.on('data', (text: Buffer) => {
    const numbers = text.toString().trim().split('\n').map(Number);
    last = numbers.at(-1) ?? last;
    if (last >= steps) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  return last;
}
