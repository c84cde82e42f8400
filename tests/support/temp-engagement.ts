import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Outside } from '../../main/services/context.ts';
import { startEngagement } from '../../main/services/start-engagement.ts';
import { closeSession, createSession, openSession, type Session } from '../../main/services/vault/session.ts';
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
  const folder = await mkdtemp(join(tmpdir(), 'lano-test-'));
  const path = join(folder, 'Test.lano');
  const changes: string[][] = [];
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `id-${String(ids).padStart(5, '0')}`;
  };
  const contextFor = (opened: Session): Context => ({
    db: opened.db,
    clock: () => testNow,
    newId,
    actor: 'Tester',
    changed: (tables) => changes.push([...tables]),
    outside: { ...silentOutside, ...choices.outside },
  });
  let session = await createSession(path, testPassphrase);
  const framework = frameworkById(choices.frameworkId ?? 'area-send-full-inspection');
  invariant(framework, 'tests name a bundled framework');
  startEngagement(contextFor(session), {
    title: choices.title ?? 'Aldermere area SEND inspection',
    council: 'Aldermere',
    anchorDate: choices.anchorDate === undefined ? '2026-11-09' : choices.anchorDate,
    framework,
  });
  changes.length = 0;
  return {
    ctx: contextFor(session),
    folder,
    path,
    changes,
    reopen: async () => {
      await closeSession(session);
      session = await openSession(path, testPassphrase);
      return contextFor(session);
    },
    leave: () => closeSession(session),
    close: async () => {
      if (session.db.open) await closeSession(session);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

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
