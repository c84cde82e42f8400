import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../main/services/context.ts';
import { readEvidence, removeEvidence } from '../../main/services/evidence/evidence.ts';
import {
  chooseWatchedFolder,
  lookIntoWatched,
  readWatched,
  stopWatching,
} from '../../main/services/evidence/watch-folder.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let inbox: string;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
  inbox = join(temp.folder, 'Inbox');
  await mkdir(inbox);
});
afterEach(() => temp.close());

const watch = () =>
  chooseWatchedFolder({ ...ctx, outside: { ...ctx.outside, chooseFolder: async () => inbox } });
const put = (name: string, text: string) => writeFile(join(inbox, name), text);
const names = () => readEvidence(ctx).items.map(({ fileName }) => fileName);

describe('lookIntoWatched', () => {
  it('does nothing until a folder is chosen, and nothing once it is stopped', async () => {
    await put('a.txt', 'Words');
    await lookIntoWatched(ctx);
    await lookIntoWatched(ctx);
    expect(readWatched(ctx).folder).toBeNull();

    await watch();
    stopWatching(ctx);
    await lookIntoWatched(ctx);
    await lookIntoWatched(ctx);

    expect(names()).toEqual([]);
  });

  it('takes in what has stopped changing, waits for what is still being written, and says what came in', async () => {
    await watch();
    await put('done.txt', 'Whole');
    await put('growing.txt', 'Half');
    await put('~$done.txt', 'A lock');
    await put('copying.part', 'A piece');
    await lookIntoWatched(ctx);
    await put('growing.txt', 'Half and the rest');

    await lookIntoWatched(ctx);
    expect(names()).toEqual(['done.txt']);
    await lookIntoWatched(ctx);

    expect(names().toSorted()).toEqual(['done.txt', 'growing.txt']);
    expect(readWatched(ctx)).toMatchObject({
      ...{ folder: 'Inbox', isHere: true, isMissing: false },
      files: [{ fileName: 'growing.txt', outcome: 'added' }],
    });
  });

  it('takes the same bytes once, and leaves out what was removed here, also after the file was locked', async () => {
    await watch();
    await put('one.txt', 'Same');
    await put('two.txt', 'Same');
    await put('gone.txt', 'Not wanted');
    await lookIntoWatched(ctx);
    await lookIntoWatched(ctx);
    expect(names()).toHaveLength(2);
    const unwanted = readEvidence(ctx).items.find(({ fileName }) => fileName === 'gone.txt');
    if (unwanted) removeEvidence(ctx, { id: unwanted.id });

    ctx = await temp.reopen();
    await lookIntoWatched(ctx);
    await lookIntoWatched(ctx);

    expect(names()).toHaveLength(1);
    expect(readWatched(ctx)).toMatchObject({ folder: 'Inbox', files: [] });
  });

  it('says when the folder cannot be reached, and goes on when it is back', async () => {
    await watch();
    await rename(inbox, `${inbox} moved`);
    await lookIntoWatched(ctx);
    expect(readWatched(ctx).isMissing).toBe(true);

    await rename(`${inbox} moved`, inbox);
    await put('late.txt', 'Late');
    await lookIntoWatched(ctx);
    await lookIntoWatched(ctx);

    expect(readWatched(ctx).isMissing).toBe(false);
    expect(names()).toEqual(['late.txt']);
    await rm(inbox, { recursive: true });
  });
});
