import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '../../main/db/change-log.ts';
import { editEngagement, readEngagement } from '../../main/services/engagement.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { closeSession, isFileWhole, openSession } from '../../main/services/vault/session.ts';
import { readHashList } from '../../shared/domain/pack-verify.ts';
import { sha256 } from '../support/sha256.ts';
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

describe('an app that is killed while it makes a pack', () => {
  it('leaves nothing under the name of a pack that is not whole', async () => {
    const documents = join(engagement.folder, 'documents');
    await mkdir(documents);
    for (const [at, size] of [3, 5, 0.1].entries()) {
      await writeFile(join(documents, `${at}.txt`), `${at} ${'words '.repeat((size * 1024 * 1024) / 6)}`);
    }
    const chooseFiles = async () => (await readdir(documents)).map((name) => join(documents, name));
    const outside = { ...silentOutside, chooseFiles };
    await addEvidence({ ...engagement.ctx, outside }, { targets: [] });
    await engagement.leave();
    let unfinished = 0;

    for (const lines of [2, 4, 8, 12]) {
      const into = await mkdtemp(join(engagement.folder, 'into-'));
      const said = await packUntilKilled(engagement.path, into, { lines, wait: Math.random() * 40 });
      const names = await readdir(into);
      const finished = names.filter((name) => !name.includes('(unfinished)'));
      unfinished += names.length - finished.length;
      for (const name of finished) expect(await isWhole(join(into, name))).toBe(true);
      if (said.includes('made')) expect(finished).toHaveLength(2);
    }

    expect(unfinished).toBeGreaterThan(0);
    const session = await openSession(engagement.path, testPassphrase);
    expect(checkChain(session.db).brokenAt).toBeNull();
    await closeSession(session);
  }, 120_000);
});

/** A folder whose list of hashes holds and has all of its files, or a zip with its directory at the end. */
async function isWhole(path: string): Promise<boolean> {
  if (path.endsWith('.zip')) {
    const { tail, entries } = await endOfZip(path);
    return tail === 'PK\u0005\u0006' && entries === 1;
  }
  const listed = readHashList(await readFile(join(path, 'manifest-sha256.txt'), 'utf8')) ?? new Map();
  const found = await Promise.all(
    [...listed].map(async ([name, hash]) => sha256(await readFile(join(path, name))) === hash),
  );
  return (await readdir(join(path, 'data'))).length === listed.size && !found.includes(false);
}

async function endOfZip(path: string): Promise<{ tail: string; entries: number }> {
  const end = (await readFile(path)).subarray(-22);
  return { tail: end.toString('latin1', 0, 4), entries: end.readUInt16LE(10) };
}

/** Lets another process make a pack, and kills it some milliseconds after so many lines of progress. */
async function packUntilKilled(
  path: string,
  into: string,
  { lines, wait }: { readonly lines: number; readonly wait: number },
): Promise<readonly string[]> {
  const script = join(import.meta.dirname, '..', 'support', 'pack-until-killed.ts');
  const child = spawn(process.execPath, [script, path, testPassphrase, into], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.on('data', (text: Buffer) => {
    said.push(...text.toString().trim().split('\n'));
    if (said.includes('made')) child.kill('SIGKILL');
    else if (said.length >= lines) setTimeout(() => child.kill('SIGKILL'), wait);
  });
  await once(child, 'exit');
  return said;
}

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
