import { stat } from 'node:fs/promises';
import { drop } from '../../../shared/assert.ts';
import { type EvidenceItem, type EvidenceType, isPicture } from '../../../shared/domain/evidence.ts';
import { typeFacts } from '../../../shared/domain/file-type.ts';
import { canHide } from '../../../shared/domain/hidden-data.ts';
import { IsoDate } from '../../../shared/domain/time.ts';
import { AppError, sentenceFor } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { Contract } from '../../../shared/ipc/contract.ts';
import type { AddedFile, LinkTarget } from '../../../shared/ipc/evidence.ts';
import { untilAtRest } from '../../db/beside.ts';
import { readContent } from '../../db/evidence-content.ts';
import { isContentWhole, listContent } from '../../db/evidence-intake.ts';
import { listRows } from '../../db/table.ts';
import { evidenceItems } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { indexWaiting } from '../search/index-words.ts';
import { type ContentWriter, openContentWriter } from './content-writer.ts';
import { type DocumentReader, openDocumentReader } from './document-reader.ts';
import { tooManySentence, withFolderFiles } from './folder-files.ts';
import { addedFile, type Outcome, type Ready } from './intake-report.ts';
import { newItem, type Taken } from './keep-taken.ts';
import { titleMasker } from './known-children.ts';
import { type FileAhead, openAhead } from './open-ahead.ts';
import { openAttachment } from './open-attachment.ts';
import type { Words } from './reading/words.ts';
import { dropStored, oneAtATime, type Storable, storeContent } from './take-in.ts';
import { listLeft, targetName } from './targets.ts';

const job = 'evidence:addEvidence';

const filters = [
  {
    name: 'Documents',
    extensions: Object.values(typeFacts).flatMap(({ extension, also = [] }) => [extension, ...also]),
  },
  { name: 'All files', extensions: ['*'] },
];

/**
 * Takes the chosen or dropped files, and those in dropped folders, into the engagement and ties them to the targets, in one undoable step; the files
 * themselves are left alone. Each file is added, found to be here already, or refused with its reason. Fails with
 * `evidence/cancelled`, `evidence/locked-meanwhile` or `disk/full`, and then nothing has been added.
 */
export async function addEvidence(
  ctx: Context,
  { tokens, targets }: ParsedInputOf<Contract['evidence:addEvidence']>,
): Promise<readonly AddedFile[]> {
  const chosen = tokens
    ? tokens.map((token) => ctx.outside.droppedPath(token) ?? '')
    : await ctx.outside.chooseFiles('Add evidence', filters);
  if (chosen.length === 0) return [];
  const { paths, tooMany } = await withFolderFiles(chosen);
  const left = tooMany.map(({ folder, files }) => ({ path: folder, refused: tooManySentence(files) }));
  return takeAndKeep(ctx, { ...(await filesOnDisk(paths)), left }, targets);
}

/** Things to take in, one after another, and how many bytes they have together as far as that is known. */
export type Source = {
  readonly count: number;
  readonly size: number;
  readonly ahead: (writer: ContentWriter, onBytes: (count: number) => void) => AsyncIterable<FileAhead>;
  /** What is left out of it from the start. */
  readonly left?: readonly Outcome[];
};

async function filesOnDisk(paths: readonly string[]): Promise<Source> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return {
    count: paths.length,
    size: sizes.reduce((sum, size) => sum + size, 0),
    ahead: (writer, onBytes) => openAhead(paths, writer, onBytes),
  };
}

/** Takes a source in and ties it to the targets, as `addEvidence` does. */
export async function takeAndKeep(
  ctx: Context,
  source: Source,
  targets: readonly LinkTarget[],
): Promise<readonly AddedFile[]> {
  return oneAtATime(ctx.db, async () => {
    const intake = await startIntake(ctx, source);
    try {
      // Fails where one is not there to begin with; what goes meanwhile is left out.
      namesOf(ctx, targets);
      const outcomes = await intake.takeAll();
      await untilAtRest(ctx.db);
      if (!ctx.db.open) throw new AppError('vault/locked');
      // Asked now: once they are kept the file may be locked, and they are in it all the same.
      const masked = titleMasker(ctx.db);
      const left = listLeft(ctx.db, targets);
      const ready = outcomes.filter((one) => 'item' in one);
      await intake.keep({ ready, targets: left, names: namesOf(ctx, left) });
      drop(indexWaiting(ctx.db), () => {});
      return [...outcomes, ...(source.left ?? [])].map((outcome) => addedFile(outcome, masked));
    } catch (error) {
      throw wasLocked(error) ? new AppError('evidence/locked-meanwhile') : error;
    } finally {
      await intake.end();
    }
  });
}

function namesOf({ db }: Context, targets: readonly LinkTarget[]): readonly string[] {
  const mask = titleMasker(db);
  return targets.map((target) => targetName(db, target, mask));
}

const wasLocked = (error: unknown): boolean => error instanceof AppError && error.code === 'vault/locked';

/** One go at taking in some files; whatever has not been kept by its end is taken out again. */
async function startIntake(ctx: Context, source: Source) {
  await untilAtRest(ctx.db);
  if (!ctx.db.open) throw new AppError('vault/locked');
  const here = listContent(ctx.db);
  const reader = openDocumentReader();
  const writer = openContentWriter(ctx.db);
  const stored = new Set<string>();
  const total = source.size * 2;
  const outcomes: Outcome[] = [];
  let done = 0;
  const onBytes = (count: number): void => {
    done += count;
    const label =
      source.count === 1 ? 'Adding 1 file' : `Adding file ${outcomes.length + 1} of ${source.count}`;
    ctx.outside.progress(job, Math.min(done, total), total, label);
  };

  const going: Going = { reader, writer, stored, here, before: outcomes, onBytes };
  const takeIn = ({ path, opening }: FileAhead): Promise<Outcome> =>
    orRefused(path, async () => {
      onBytes(0);
      return takeInFile(ctx, path, await opening, going);
    });

  return {
    takeAll: async () => {
      for await (const file of source.ahead(writer, onBytes)) {
        const outcome = await takeIn(file);
        outcomes.push(outcome);
        if ('isNew' in outcome && outcome.isNew && isMail(outcome.item.type))
          outcomes.push(...(await attachmentsOf(ctx, outcome, going)));
      }
      return outcomes;
    },
    keep: async (taken: Taken) => {
      await writer.keep(ctx, taken);
      stored.clear();
    },
    end: async () => {
      await reader.close();
      await writer.end();
      for (const sha256 of stored) await dropStored(ctx.db, sha256).catch(leaveForNextOpen);
      ctx.outside.progressEnd(job);
    },
  };
}

/** A file that cannot be taken in is refused with its reason; what stops one file stops no other. */
async function orRefused(path: string, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof AppError ? error : diskError(error);
    if (!known) throw error;
    if (stopsAll.has(known.code)) throw known;
    return { path, refused: sentenceFor(known) };
  }
}

const stopsAll = new Set([
  'evidence/cancelled',
  'disk/full',
  'disk/cannot-write',
  'vault/locked',
  'vault/damaged',
]);

/** A disk too full even to delete, or a file locked meanwhile: the marks stay, and the next open sweeps. */
const leaveForNextOpen = (): void => {};

type Going = {
  readonly reader: DocumentReader;
  readonly writer: ContentWriter;
  readonly stored: Set<string>;
  /** What the file held before, so that only what may be here already is looked for while others are written. */
  readonly here: ReadonlySet<string>;
  readonly before: readonly Outcome[];
  readonly onBytes: (count: number) => void;
};

const nothing = new Uint8Array();

async function takeInFile(
  ctx: Context,
  path: string,
  { file, size, type, print }: Storable,
  going: Going,
): Promise<Outcome> {
  try {
    const mayBeHere = going.here.has(print.sha256);
    if (mayBeHere) await untilAtRest(ctx.db);
    const known = findSame(ctx, print.sha256, going.before, mayBeHere);
    if (known) return { path, item: known, isNew: false };
    // Read and stored at the same time: the words in a thread of their own, the bytes here.
    // The thread fetches of a picture what little it reads, rather than being handed a copy of the whole.
    const isOnDisk = file !== null && (print.bytes === null || isPicture(type));
    const reading = going.reader.readWords(type, isOnDisk ? { path } : { bytes: print.bytes ?? nothing });
    reading.catch(() => {});
    const isWhole = mayBeHere && isContentWhole(ctx.db, print.sha256, size);
    const words = isWhole
      ? await reading
      : await storeWithWords(ctx, { file, size, type, print, reading }, going);
    going.onBytes(0);
    if (!ctx.db.open) throw new AppError('vault/locked');
    return {
      path,
      isNew: true,
      facts: words.facts,
      item: newItem(ctx, { path, type, size, sha256: print.sha256, pages: words.pages }),
    };
  } finally {
    await file?.close();
  }
}

type Storing = Storable & { readonly reading: Promise<Words> };

async function storeWithWords(
  ctx: Context,
  { reading, ...storable }: Storing,
  { writer, stored, onBytes }: Going,
): Promise<Words> {
  const { type, print } = storable;
  const { sha256 } = print;
  stored.add(sha256);
  try {
    await storeContent(writer, storable, onBytes);
    const words = await reading;
    await writer.put({ sha256, texts: words.texts, facts: canHide(type) ? words.facts : null });
    return words;
  } catch (error) {
    // This file is refused, and the others may still be kept.
    await writer.forget(sha256);
    await dropStored(ctx.db, sha256).catch(leaveForNextOpen);
    throw error;
  }
}

const isMail = (type: EvidenceType): boolean => type === 'eml' || type === 'msg';
/** A message may come with a message, and that with another, but not for ever. */
const deepest = 12;
const notApart = 'What came with it could not be taken out. Save it from your mail and add it.';
const tooDeep =
  'It holds messages inside messages, more than 12 deep. What is deeper is not taken in by itself; save it from your mail and add it.';

/** Takes in what came with a message that has just been taken in, each as a document that says so. */
async function attachmentsOf(
  ctx: Context,
  mail: Ready,
  going: Going,
  depth = 0,
): Promise<readonly Outcome[]> {
  await going.writer.flush();
  const bytes = readContent(ctx.db, mail.item.sha256);
  const parts = await going.reader.readParts(mail.item.type, { bytes });
  if (!parts) return [{ path: mail.path, refused: notApart }];
  const from = parts.from.slice(0, 160);
  const evidenceDate = mail.item.evidenceDate ?? IsoDate.safeParse(parts.date).data ?? null;
  Object.assign(mail, { item: { ...mail.item, from, evidenceDate } });
  const outcomes: Outcome[] = [];
  for (const attachment of parts.attachments) {
    const path = `${mail.path}/${nameWithin(attachment.name)}`;
    const outcome = await orRefused(path, async () => {
      going.onBytes(0);
      const opened = { file: null, ...(await openAttachment(attachment)) };
      const before = [...going.before, ...outcomes];
      return takeInFile(ctx, path, opened, { ...going, before });
    });
    outcomes.push(outcome);
    if (!('isNew' in outcome) || !outcome.isNew) continue;
    const own = { from, evidenceDate: outcome.item.evidenceDate ?? evidenceDate, cameWithId: mail.item.id };
    Object.assign(outcome, { item: { ...outcome.item, ...own } });
    if (!isMail(outcome.item.type)) continue;
    if (depth < deepest) outcomes.push(...(await attachmentsOf(ctx, outcome, going, depth + 1)));
    else outcomes.push({ path, refused: tooDeep });
  }
  if (parts.isTooDeep) outcomes.push({ path: mail.path, refused: tooDeep });
  if (parts.left > 0) {
    const refused = `It has ${parts.left} more attachments than are taken in at once. Save them from your mail and add them.`;
    outcomes.push({ path: mail.path, refused });
  }
  return outcomes;
}

/** As a name alone: an attachment may be called anything. */
const nameWithin = (name: string): string => name.replaceAll(/[/\\]/g, '_') || 'Attachment';

function findSame(
  ctx: Context,
  sha256: string,
  before: readonly Outcome[],
  mayBeHere: boolean,
): EvidenceItem | null {
  const here = mayBeHere ? listRows(ctx.db, evidenceItems, { sha256 })[0] : null;
  if (here) return here;
  const same = before.find(
    (outcome): outcome is Ready => 'item' in outcome && outcome.item.sha256 === sha256,
  );
  return same?.item ?? null;
}
