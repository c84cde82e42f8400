import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listRows } from '../../main/db/table.ts';
import {
  children,
  criteria,
  deadlines,
  evidenceItems,
  feedbackEntries,
  people,
  places,
  requests,
  strands,
} from '../../main/db/tables.ts';
import type { Context, Outside } from '../../main/services/context.ts';
import { theEngagement } from '../../main/services/engagement.ts';
import { exportPack } from '../../main/services/pack/packs.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import { fillSample, samplePassphrase } from '../../main/services/sample/build-sample.ts';
import { readTimetable } from '../../main/services/timetable.ts';
import { exportTimetable } from '../../main/services/timetable-export/export-timetable.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { isScheduled } from '../../shared/domain/meeting.ts';
import { plainPack } from '../../shared/domain/pack.ts';
import { plainContext } from '../plain-context.ts';
import { type FileFacts, listFiles } from './list-files.ts';

/** The Monday on which the sample's week on site begins, and the moment at which the demo is made. */
const MONDAY = '2026-11-23';
const NOW = '2026-11-24T10:42:00.000Z';
const FORMATS = ['ics', 'xlsx', 'pdf'] as const;

export type DemoSummary = {
  readonly engagement: { readonly title: string; readonly council: string; readonly now: string };
  /** Opens demo.lano. */
  readonly passphrase: string;
  /** Opens pack.zip. */
  readonly packPassword: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly pack: { readonly subject: string; readonly manifestSha256: string };
  /** Each file that was made, by its path in the folder. */
  readonly files: Readonly<Record<string, FileFacts>>;
};

/**
 * Makes the sample engagement in an empty folder, and of it everything that leaves the app: the timetable in three forms
 * and a pack for one child, with a summary. The clock stands still and ids are counted, so each run makes the same.
 */
export const makeDemo = async (
  folder: string,
  { printPdf }: Pick<Outside, 'printPdf'>,
): Promise<DemoSummary> => {
  const session = await createSession(join(folder, 'demo.lano'), samplePassphrase);
  const made = await fillAndExport(
    plainContext({ db: session.db, now: NOW, outside: { printPdf } }),
    folder,
  ).finally(() => closeSession(session));
  const summary = { ...made, files: await listFiles(folder) };
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
};

const fillAndExport = async (ctx: Context, folder: string): Promise<Omit<DemoSummary, 'files'>> => {
  await fillSample(ctx, MONDAY);
  for (const format of FORMATS) await saveTimetable(ctx, folder, format);
  const pack = await makePack(ctx, folder);
  const { title, council } = theEngagement(ctx.db);
  return {
    engagement: { title, council, now: NOW },
    passphrase: samplePassphrase,
    packPassword: pack.password,
    counts: { ...countAll(ctx), packDocuments: pack.documents },
    pack: { subject: pack.subject, manifestSha256: pack.manifestSha256 },
  };
};

const saveTimetable = async (
  ctx: Context,
  folder: string,
  format: (typeof FORMATS)[number],
): Promise<void> => {
  const chooseSavePath = async () => join(folder, `timetable.${format}`);
  const saving = { ...ctx, outside: { ...ctx.outside, chooseSavePath } };
  await exportTimetable(saving, { format, day: null, withInitials: false });
};

/** Packs the file of the first child for whom a pack may be made. */
const makePack = async (ctx: Context, folder: string) => {
  for (const { id: childId } of listRows(ctx.db, children)) {
    const choice = plainPack({ childId });
    const { stops, subject } = await previewPack(ctx, choice);
    if (stops.length > 0) continue;
    const choosing = { ...ctx, outside: { ...ctx.outside, chooseFolder: async () => folder } };
    const reason = 'To show what a pack is; the rest is still to come.';
    const made = await exportPack(choosing, { ...choice, recipient: 'Lead inspector', reason });
    if (!made?.folderName || !made.zipName) break;
    await rename(join(folder, made.folderName), join(folder, 'pack'));
    await rename(join(folder, made.zipName), join(folder, 'pack.zip'));
    const { documents, manifestSha256, zipPassphrase: password } = made;
    return { subject, documents, manifestSha256, password };
  }
  throw new Error('The sample has no child for whom a pack may be made.');
};

const countAll = (ctx: Context): Readonly<Record<string, number>> => {
  const { db } = ctx;
  const { meetings, clashes } = readTimetable(ctx);
  const everybody = listRows(db, people);
  const evidence = listRows(db, evidenceItems);
  return {
    people: everybody.length,
    inspectors: everybody.filter(({ side }) => side === 'inspection').length,
    strands: listRows(db, strands).length,
    places: listRows(db, places).length,
    meetings: meetings.length,
    scheduledMeetings: meetings.filter(isScheduled).length,
    clashes: clashes.filter(({ severity }) => severity === 'hard').length,
    warnings: clashes.filter(({ severity }) => severity === 'soft').length,
    children: listRows(db, children).length,
    deadlines: listRows(db, deadlines).length,
    criteria: listRows(db, criteria).length,
    requests: listRows(db, requests).length,
    evidence: evidence.length,
    evidenceBytes: evidence.reduce((sum, { size }) => sum + size, 0),
    feedback: listRows(db, feedbackEntries).length,
  };
};
