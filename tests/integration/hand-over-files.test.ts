import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChain } from '../../main/db/change-log.ts';
import { readContent } from '../../main/db/evidence-content.ts';
import { migrate } from '../../main/db/migrate.ts';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems, feedbackEntries, handOvers } from '../../main/db/tables.ts';
import type { Context } from '../../main/services/context.ts';
import { editEngagement, readEngagement } from '../../main/services/engagement.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { logFeedback, removeFeedback } from '../../main/services/feedback.ts';
import { deskHandOver } from '../../main/services/hand-over/desk-hand-over.ts';
import { undoLast } from '../../main/services/undo.ts';
import { closeSession, isFileWhole, openSession, type Session } from '../../main/services/vault/session.ts';
import { aFeedback } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { bring, type Copies, type Copy, holding, partedCopies } from '../support/copies.ts';
import {
  silentOutside,
  type TempEngagement,
  tempEngagement,
  testPassphrase,
} from '../support/temp-engagement.ts';

const theirPassphrase = 'seventeen lanterns drift ashore';

let temp: TempEngagement;
let session: Session;
let ctx: Context;
let path: string;
let chosen: string;
let desk: ReturnType<typeof deskHandOver>;

beforeEach(async () => {
  temp = await tempEngagement();
  await temp.leave();
  session = await openSession(temp.path, testPassphrase);
  path = join(temp.folder, 'For Anna.lano');
  chosen = path;
  ctx = {
    ...temp.ctx,
    db: session.db,
    newId: () => crypto.randomUUID(),
    outside: { ...silentOutside, chooseSavePath: async () => path, chooseFiles: async () => [chosen] },
  };
  const settingsFolder = join(temp.folder, 'settings');
  desk = deskHandOver({ settingsFolder, openSession: () => session, context: () => ctx });
});
afterEach(async () => {
  await desk.putDown();
  await closeSession(session).catch(() => {});
  await temp.close();
});

const handOver = () => desk.handOver({ to: 'Anna Deputy', passphrase: theirPassphrase });
const look = async (passphrase = theirPassphrase) => {
  const copy = await desk.chooseReturned();
  return desk.readReturned({ token: copy?.token ?? '', passphrase });
};

/** What Anna does in her copy, on another computer. */
async function asAnna(work: (anna: Context) => unknown): Promise<void> {
  const theirs = await openSession(path, theirPassphrase);
  const clock = () => '2026-11-24T18:40:00.000Z';
  await work({ ...ctx, db: theirs.db, actor: 'Anna Deputy', clock, newId: () => crypto.randomUUID() });
  await closeSession(theirs);
}

async function addFile(on: Context, text: string): Promise<void> {
  const file = join(temp.folder, 'Position statement.txt');
  await writeFile(file, text);
  await addEvidence(
    { ...on, outside: { ...silentOutside, chooseFiles: async () => [file] } },
    { targets: [] },
  );
}

const council = (on: Context) => readEngagement(on).engagement.council;

describe('handOver', () => {
  it('makes a whole copy that opens by its own passphrase alone, and leaves nothing else', async () => {
    expect(await handOver()).toEqual({ fileName: 'For Anna.lano' });

    const copy = await openSession(path, theirPassphrase);
    expect(await isFileWhole(path, copy.key)).toBe(true);
    expect(listRows(copy.db, handOvers)).toMatchObject([{ to: 'Anna Deputy', handedBy: 'Tester' }]);
    expect(checkChain(copy.db).brokenAt).toBeNull();
    await closeSession(copy);
    expect(await codeOf(() => openSession(path, testPassphrase))).toBe('vault/wrong-passphrase');
    expect((await readdir(temp.folder)).filter((name) => name.startsWith('For'))).toEqual(['For Anna.lano']);
  });

  it('leaves neither a copy nor an account of one when it is locked in the middle', async () => {
    const handing = codeOf(handOver);
    while (!existsSync(`${path}.copying`)) await wait(1);

    await desk.putDown();

    expect(await handing).toBe('vault/locked');
    expect((await readdir(temp.folder)).filter((name) => name.startsWith('For Anna'))).toEqual([]);
    expect(listRows(ctx.db, handOvers)).toEqual([]);
  });

  it('refuses a passphrase that is easy to guess and never writes over anything', async () => {
    expect(await codeOf(() => desk.handOver({ to: 'Anna', passphrase: 'password1' }))).toBe(
      'vault/weak-passphrase',
    );
    await writeFile(path, 'something else');

    expect(await codeOf(handOver)).toBe('vault/already-exists');

    expect(await readFile(path, 'utf8')).toBe('something else');
    expect(listRows(session.db, handOvers)).toEqual([]);
  });

  it('leaves out what was removed: nothing of it is in the copy but the log', async () => {
    await addFile(ctx, 'A text that is in the way. '.repeat(2000));
    session.db.exec('DELETE FROM evidence_texts; DELETE FROM evidence_chunks');
    expect(session.db.pragma('freelist_count', { simple: true })).not.toBe(0);

    await handOver();

    const copy = await openSession(path, theirPassphrase);
    expect(copy.db.pragma('freelist_count', { simple: true })).toBe(0);
    await closeSession(copy);
  });
});

describe('readReturned', () => {
  it('says in words what was done, what would change and what both changed, and changes nothing', async () => {
    await handOver();
    await asAnna((anna) => {
      editEngagement(anna, { council: 'Anna says' });
      logFeedback(anna, saying('Heard in the evening'));
    });
    editEngagement(ctx, { council: 'I say' });
    const bytes = await readFile(path);
    const steps = checkChain(session.db).rows;

    const view = await look();

    expect(view).toMatchObject({ who: 'Anna Deputy', count: 2, documents: 0, fileName: 'For Anna.lano' });
    expect(view.areas).toEqual([
      { area: 'Dates', added: 0, changed: 1, removed: 0 },
      { area: 'Feedback', added: 1, changed: 0, removed: 0 },
    ]);
    expect(view.conflicts).toMatchObject([
      {
        thing: 'Aldermere area SEND inspection',
        field: 'council',
        usual: 'theirs',
        mine: { says: 'I say', who: 'Tester', at: '2026-11-24T10:42:00.000Z' },
        theirs: { says: 'Anna says', who: 'Anna Deputy', at: '2026-11-24T18:40:00.000Z' },
      },
    ]);
    expect(checkChain(session.db).rows).toBe(steps);
    expect(await readFile(path)).toEqual(bytes);
  });

  it('refuses another engagement, a wrong passphrase, a newer version and a damaged file, and changes nothing', async () => {
    await handOver();
    const before = checkChain(session.db).head;
    expect(await codeOf(() => look('not the right words at all'))).toBe('vault/wrong-passphrase');

    const whole = await readFile(path);
    const damaged = await open(path, 'r+');
    await damaged.write(Buffer.alloc(64, 7), 0, 64, 4096 * 20 + 100);
    await damaged.close();
    expect(await codeOf(() => look())).toBe('vault/damaged');
    await writeFile(path, whole);
    const newer = await openSession(path, theirPassphrase);
    newer.db.pragma('user_version = 99990');
    await closeSession(newer);
    expect(await codeOf(() => look())).toBe('vault/from-the-future');

    const other = await tempEngagement({ title: 'Another inspection' });
    await other.leave();
    chosen = other.path;
    expect(await codeOf(() => look(testPassphrase))).toBe('hand-over/other-engagement');
    await other.close();
    chosen = join(temp.folder, 'Note.lano');
    await writeFile(chosen, `%PDF-1.7${' '.repeat(9000)}`);
    expect(await codeOf(() => look())).toBe('vault/not-a-lano-file');

    expect(checkChain(session.db).head).toBe(before);
    expect(await readdir(join(temp.folder, 'settings'))).toEqual([]);
  }, 90_000);

  it('refuses copies that parted before there was an account of it', async () => {
    const old = await tempEngagement();
    await old.leave();
    const [one, two] = [join(old.folder, 'one.lano'), join(old.folder, 'two.lano')];
    for (const to of [one, two]) {
      await copyFile(old.path, to);
      const copy = await openSession(to, testPassphrase);
      editEngagement({ ...ctx, db: copy.db }, { council: to.slice(-8) });
      copy.db.exec(`UPDATE change_sets SET writer = ''`);
      migrate(copy.db);
      await closeSession(copy);
    }
    await closeSession(session);
    session = await openSession(one, testPassphrase);
    ctx = { ...ctx, db: session.db };
    chosen = two;

    expect(await codeOf(() => look(testPassphrase))).toBe('hand-over/unsigned');
    await desk.putDown();
    await old.close();
  });
});

describe('bringBack', () => {
  it('brings documents with their bytes, in a thread, and takes nothing twice', async () => {
    await handOver();
    const words = 'What the partnership says of itself. '.repeat(16_000);
    await asAnna((anna) => addFile(anna, words));

    expect((await look()).documents).toBe(1);
    const brought = await desk.bringBack({ choices: [] });

    expect(brought).toMatchObject({ who: 'Anna Deputy', steps: 1, newClashes: 0 });
    const [item] = listRows(session.db, evidenceItems);
    expect(Buffer.from(readContent(session.db, item?.sha256 ?? '')).toString()).toBe(words);
    expect((await look()).count).toBe(0);
    undoLast(ctx);
    expect(listRows(session.db, evidenceItems)).toEqual([]);
    expect(await readdir(join(temp.folder, 'settings'))).toEqual(['Copy brought back.lano']);
    await desk.dropReturned();
    expect(await readdir(join(temp.folder, 'settings'))).toEqual([]);
  });

  it('holds to what was chosen', async () => {
    await handOver();
    await asAnna((anna) => editEngagement(anna, { council: 'Anna says' }));
    editEngagement(ctx, { council: 'I say' });

    const [conflict] = (await look()).conflicts;
    await desk.bringBack({ choices: [{ key: conflict?.key ?? '', choice: 'mine' }] });

    expect(council(ctx)).toBe('I say');
  });

  it('leaves the file as it was when it is killed in the middle', async () => {
    const copies = await partedCopies();
    const mine = await copies.open('mine');
    const theirs = await copies.open('theirs');
    for (let at = 0; at < 200; at += 1) logFeedback(theirs.ctx, saying(`Entry ${at}`));
    const before = holding(mine);
    await copies.shut(mine);
    await copies.shut(theirs);

    const script = join(import.meta.dirname, '..', 'support', 'bring-until-killed.ts');
    const child = spawn(process.execPath, [script, mine.path, theirs.path, testPassphrase], {
      stdio: 'inherit',
    });
    const [, signal] = await once(child, 'exit');

    expect(signal).toBe('SIGKILL');
    const again = await openSession(mine.path, testPassphrase);
    expect(holding({ ...mine, ctx: { ...mine.ctx, db: again.db } })).toEqual(before);
    expect(checkChain(again.db).brokenAt).toBeNull();
    expect(await isFileWhole(mine.path, again.key)).toBe(true);
    await closeSession(again);
    await copies.close();
  });
});

describe('three copies on real files', () => {
  it('end the same in whatever order they come together', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 1, maxLength: 5 }),
        fc.array(act, { minLength: 1, maxLength: 5 }),
        fc.array(act, { minLength: 1, maxLength: 5 }),
        async (...work) => {
          const copies = await partedCopies((on) => {
            logFeedback(on, saying('First'));
            logFeedback(on, saying('Second'));
          });
          const made = await Promise.all(['one', 'two', 'three'].map((name) => copies.open(name)));
          made.forEach((copy, at) => {
            for (const step of work[at] ?? []) doIt(copy, step);
          });
          const orders = [
            [0, 1, 2],
            [2, 1, 0],
            [1, 2, 0],
          ] as const;
          const ends = [];
          for (const [into, ...others] of orders)
            ends.push(await broughtTogether(copies, made, into, others));
          for (const end of ends) expect(end).toEqual(ends[0]);
          await copies.close();
        },
      ),
      { numRuns: 3 },
    );
  }, 240_000);
});

const act = fc.record({
  what: fc.constantFrom('council', 'reply', 'remove', 'add'),
  which: fc.integer({ min: 0, max: 1 }),
  word: fc.constantFrom('one', 'two', 'three'),
  minutes: fc.integer({ min: -5, max: 30 }),
});

function doIt(
  copy: Copy,
  { what, which, word, minutes }: { what: string; which: number; word: string; minutes: number },
): void {
  copy.passes(minutes);
  if (what === 'council') editEngagement(copy.ctx, { council: word });
  if (what === 'add') logFeedback(copy.ctx, saying(`${copy.name} heard ${word}`));
  const entry = listRows(copy.ctx.db, feedbackEntries)[which];
  if (what === 'remove' && entry) removeFeedback(copy.ctx, { id: entry.id });
  if (what === 'reply' && entry) editEngagement(copy.ctx, { title: `${word} ${copy.name}` });
}

/** Works on copies of the copies, so that each order starts from the same. */
async function broughtTogether(
  copies: Copies,
  made: readonly Copy[],
  into: number,
  others: readonly number[],
) {
  const fresh = await Promise.all(made.map((copy, at) => copies.twin(copy, `${copy.name}-${into}-${at}`)));
  const target = fresh[into];
  if (!target) throw new Error('there is one');
  for (const at of others) {
    const other = fresh[at];
    if (other) bring(target, other);
  }
  return holding(target);
}

const saying = (text: string) => ({ ...aFeedback, text });
