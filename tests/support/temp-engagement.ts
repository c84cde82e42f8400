import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Outside } from '../../main/services/context.ts';
import { startEngagement } from '../../main/services/start-engagement.ts';
import {
  closeSession,
  createSession,
  openSession,
  openWithKey,
  type Session,
} from '../../main/services/vault/session.ts';
import { invariant } from '../../shared/assert.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import type { IsoDate, IsoInstant } from '../../shared/domain/time.ts';

export const testPassphrase = 'harbour violet ninety teapot';

/** Tuesday of the week on site, 10:42am in London. */
export const testNow: IsoInstant = '2026-11-24T10:42:00.000Z';

type Choices = {
  readonly frameworkId?: string;
  readonly anchorDate?: IsoDate | null;
  readonly title?: string;
  readonly outside?: Partial<Outside>;
};

export type TempEngagement = {
  readonly ctx: Context;
  readonly folder: string;
  readonly path: string;
  /** Opens the file and its copies at once, where deriving it is not what is tested. */
  readonly key: Session['key'];
  /** The tables that each write touched, in order. */
  readonly changes: string[][];
  /** Closes the file and opens it again with its passphrase. */
  readonly reopen: () => Promise<Context>;
  /** Closes the file and leaves it where it is. */
  readonly leave: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A real encrypted engagement file in a temporary folder, with a fixed clock and counted ids. */
export async function tempEngagement(choices: Choices = {}): Promise<TempEngagement> {
  const { bytes, key, ids } = await templateFor(choices);
  const folder = await mkdtemp(join(tmpdir(), 'lano-test-'));
  const path = join(folder, 'Test.lano');
  await writeFile(path, bytes);
  const changes: string[][] = [];
  const newId = countedIds(ids);
  const contextFor = (opened: Session): Context => ({
    db: opened.db,
    clock: () => testNow,
    newId,
    actor: 'Tester',
    changed: (tables) => changes.push([...tables]),
    outside: { ...silentOutside, ...choices.outside },
  });
  let session = hasty(await openWithKey(path, key));
  return {
    ctx: contextFor(session),
    folder,
    path,
    key,
    changes,
    reopen: async () => {
      await closeSession(session);
      session = hasty(await openSession(path, testPassphrase));
      return contextFor(session);
    },
    leave: () => closeSession(session),
    close: async () => {
      if (session.db.open) await closeSession(session);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Template = {
  readonly bytes: Uint8Array;
  readonly key: Session['key'];
  /** How many ids it took. */
  readonly ids: number;
};

const templates = new Map<string, Promise<Template>>();

/** A new engagement, made once and then copied: deriving a key and migrating take longer than most of what is tested. */
function templateFor({ outside: _, ...choices }: Choices): Promise<Template> {
  const called = JSON.stringify(choices);
  const known = templates.get(called) ?? makeTemplate(choices);
  templates.set(called, known);
  return known;
}

async function makeTemplate(choices: Choices): Promise<Template> {
  const folder = await mkdtemp(join(tmpdir(), 'lano-test-'));
  try {
    const path = join(folder, 'Template.lano');
    const session = await createSession(path, testPassphrase);
    const framework = frameworkById(choices.frameworkId ?? 'area-send-full-inspection');
    invariant(framework, 'tests name a bundled framework');
    let ids = 0;
    const count = countedIds(0);
    const newId = (): string => {
      ids += 1;
      return count();
    };
    startEngagement(
      {
        ...{ db: session.db, clock: () => testNow, newId, actor: 'Tester' },
        ...{ changed: () => {}, outside: silentOutside },
      },
      {
        title: choices.title ?? 'Aldermere area SEND inspection',
        council: 'Aldermere',
        anchorDate: choices.anchorDate === undefined ? '2026-11-09' : choices.anchorDate,
        framework,
      },
    );
    await closeSession(session);
    return { bytes: await readFile(path), key: session.key, ids };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Without a wait for the disk after each step: no test outlives a power cut, and waiting is most of what a write takes. */
function hasty(session: Session): Session {
  session.db.pragma('synchronous = OFF');
  return session;
}

const countedIds = (from: number): (() => string) => {
  let ids = from;
  return () => {
    ids += 1;
    return `id-${String(ids).padStart(5, '0')}`;
  };
};

/** An outside world in which every dialog is closed at once and nothing is printed. */
export const silentOutside: Outside = {
  chooseFiles: async () => [],
  droppedPath: () => null,
  chooseFolder: async () => null,
  chooseSavePath: async () => null,
  printPdf: async (html) =>
    new TextEncoder().encode(`%PDF-1.7\n% printed from ${html.length} characters\n%%EOF\n`),
  layOutWord: async () => null,
  progress: () => {},
  progressEnd: () => {},
};
