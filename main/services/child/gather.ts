import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { type ChildId, RowId } from '../../../shared/domain/ids.ts';
import { childrenNamed, leakFinder } from '../../../shared/domain/leak.ts';
import { hashList } from '../../../shared/domain/pack-bag.ts';
import { neutralName, packNumber, titleNeutraliser } from '../../../shared/domain/pack-names.ts';
import { today } from '../../../shared/domain/time.ts';
import { formatDate, formatInstantLong } from '../../../shared/domain/time-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { childrenChannels, GatheredFile } from '../../../shared/ipc/children.ts';
import { listSetsOfRows } from '../../db/change-log.ts';
import { readTexts } from '../../db/evidence-content.ts';
import { getRow, listRows } from '../../db/table.ts';
import {
  checklistItems,
  children,
  evidenceItems,
  evidenceLinks,
  feedbackEntries,
  meetings,
  packExports,
  people,
  requestAnswers,
  requests,
} from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { heading, list, type Paper, type PaperBlock, quietText } from '../document/paper.ts';
import { renderPaper } from '../document/save-paper.ts';
import { theEngagement } from '../engagement.ts';
import { copyOut } from '../evidence/copy-out.ts';
import { listKnownChildren } from '../evidence/known-children.ts';
import {
  agenciesTable,
  auditTable,
  type ChildFacts,
  careFacts,
  chronologyTable,
  consentTable,
  factsTable,
  meetingsTable,
  readChildFacts,
} from './facts.ts';

const job = 'children:gatherFile';

type Found = {
  readonly own: readonly EvidenceItem[];
  /** Documents that are not the child's and name the child, with the pages. */
  readonly mentions: readonly { readonly item: EvidenceItem; readonly pages: readonly number[] }[];
  /** Records other than documents that name the child. */
  readonly records: readonly (readonly [string, string])[];
};

/**
 * Gathers everything that names or concerns one child into a new folder: a list of all that is recorded, copies of the
 * child's own documents, and where else the child is named. What is in it names the child, and may name others; it is for
 * somebody to look through before it is given. Logged as a pack. Null when the user closes the dialog.
 */
export async function gatherFile(
  ctx: Context,
  { id }: ParsedInputOf<(typeof childrenChannels)['children:gatherFile']>,
): Promise<GatheredFile | null> {
  const into = await ctx.outside.chooseFolder('Where to put everything about the child');
  if (!into) return null;
  const facts = readChildFacts(ctx.db, id);
  try {
    const found = await findAll(ctx, id);
    const name = `${facts.label} everything ${today(ctx.clock())}`;
    const folder = await newFolder(into, name);
    try {
      await writeAll(ctx, { folder, facts, found });
    } catch (error) {
      await rm(join(into, folder.name), { recursive: true, force: true, maxRetries: 5 });
      throw diskError(error) ?? error;
    }
    return { folderName: folder.name, documents: found.own.length, mentions: found.mentions.length };
  } finally {
    ctx.outside.progressEnd(job);
  }
}

type Folder = { readonly path: string; readonly name: string };

async function newFolder(into: string, name: string): Promise<Folder> {
  for (let attempt = 1; attempt < 100; attempt += 1) {
    const own = attempt === 1 ? name : `${name} (${attempt})`;
    try {
      await mkdir(join(into, own));
      return { path: join(into, own), name: own };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw diskError(error) ?? error;
    }
  }
  throw new AppError('pack/not-empty');
}

async function findAll(ctx: Context, childId: ChildId): Promise<Found> {
  const { db } = ctx;
  const known = listKnownChildren(db).filter((child) => child.id === childId);
  const find = leakFinder(null, known);
  const isNamed = (texts: readonly string[]) => childrenNamed(find(texts)).length > 0;
  const itemIds = new Set(listRows(db, checklistItems, { childId }).map((item) => item.id));
  const ownIds = new Set(
    listRows(db, evidenceLinks)
      .filter(
        (link) => link.childId === childId || (link.checklistItemId && itemIds.has(link.checklistItemId)),
      )
      .map((link) => link.evidenceId),
  );
  const items = listRows(db, evidenceItems, {}, ['title']);
  const mentions: { item: EvidenceItem; pages: readonly number[] }[] = [];
  for (const [at, item] of items.entries()) {
    if (ownIds.has(item.id)) continue;
    ctx.outside.progress(job, at, items.length, 'Looking for the child in every document');
    const hits = find([...readTexts(db, item.sha256), `${item.title}\n${item.fileName}\n${item.notes}`]);
    if (childrenNamed(hits).length > 0)
      mentions.push({ item, pages: [...new Set(hits.map((hit) => hit.page))].toSorted((a, b) => a - b) });
    await nextTurn();
    if (!db.open) throw new AppError('vault/locked');
  }
  const records = [
    ...listRows(db, requests).map(
      (row) => [`Request ${row.reference}`, `${row.title}\n${row.wording}`] as const,
    ),
    ...listRows(db, meetings).map((row) => ['Meeting', `${row.title}\n${row.notes}`] as const),
    ...listRows(db, people).map((row) => ['Person', `${row.name}, ${row.role}\n${row.notes}`] as const),
    ...listRows(db, feedbackEntries)
      .filter((row) => row.childId !== childId && !row.isEmbargoed)
      .map((row) => ['Feedback', `${row.text}\n${row.action}`] as const),
  ].filter(([, words]) => isNamed([words]));
  return { own: items.filter((item) => ownIds.has(item.id)), mentions, records };
}

type Parts = { readonly folder: Folder; readonly facts: ChildFacts; readonly found: Found };

async function writeAll(ctx: Context, { folder, facts, found }: Parts): Promise<void> {
  const neutralise = titleNeutraliser(listKnownChildren(ctx.db));
  const files: { path: string; sha256: string; size: number; title: string }[] = [];
  for (const [at, item] of found.own.entries()) {
    ctx.outside.progress(job, at, found.own.length, 'Copying the documents');
    const path = neutralName(packNumber(at + 1, found.own.length), neutralise(item.title), item.type);
    await copyOut(ctx.db, item.sha256, join(folder.path, path));
    files.push({ path, sha256: item.sha256, size: item.size, title: item.title });
  }
  const paper = listPaper(ctx, facts, found, files);
  const index = await renderPaper(ctx, paper, 'pdf');
  const indexFile = { path: '000 List.pdf', sha256: hashOf(index), size: index.length };
  await writeFile(join(folder.path, indexFile.path), index, { flag: 'wx' });
  const manifest = hashList([indexFile, ...files]);
  await writeFile(join(folder.path, 'manifest-sha256.txt'), manifest, { flag: 'wx' });
  const summary = `Gathered everything about ${facts.label}`;
  write(ctx, { action: 'gatherFile', summary, kind: 'record' }, (tx) =>
    insertRow(tx, packExports, {
      ...{ id: RowId.parse(ctx.newId()), at: ctx.clock(), subject: `${facts.label}: everything recorded` },
      ...{ childId: getRow(tx, children, facts.child.id).id, criterionId: null, recipient: '' },
      documents: files.length,
      bytes: files.reduce((sum, { size }) => sum + size, index.length),
      manifestSha256: hashOf(Buffer.from(manifest)),
      reason: 'Subject access',
      ...{ requestId: null, audience: 'data-subject', version: '', recipeId: null },
      contents: [
        { path: indexFile.path, sha256: indexFile.sha256, original: null },
        ...files.map(({ path, sha256 }) => ({ path, sha256, original: sha256 })),
      ],
    }),
  );
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function listPaper(
  ctx: Context,
  facts: ChildFacts,
  found: Found,
  files: readonly { readonly path: string; readonly title: string }[],
): Paper {
  const { db } = ctx;
  const { title, council, marking } = theEngagement(db);
  const { child, name, label } = facts;
  const full = [name?.forename, name?.surname].filter(Boolean).join(' ');
  return {
    title: `${full || label}: everything recorded`,
    facts: [[council, title].filter(Boolean).join(', '), `Gathered ${formatInstantLong(ctx.clock())}`],
    marking,
    blocks: [
      quietText('It may name other people. Look through it before it is given to anybody.'),
      factsTable('The child', [
        ...([
          ['Called here', label],
          ['Name', full],
          ['Also known as', name?.knownAs ?? ''],
          ['Date of birth', child.dateOfBirth === null ? '' : formatDate(child.dateOfBirth)],
          ['UPN', child.upn],
          ['NHS number', child.nhsNumber],
          ['Unique ID', child.uniqueId],
          ['Address', [child.address, child.postcode].filter(Boolean).join(', ')],
        ] as const),
        ...careFacts(facts, today(ctx.clock())),
        ['Notes', child.notes],
      ]),
      ...part('Consent', facts.consents.length, consentTable(facts)),
      ...part('Round the child', facts.agencies.length, agenciesTable(facts)),
      ...part('Chronology', facts.chronology.length, chronologyTable(facts.chronology)),
      ...part('Multi-agency audit', facts.audit.length, auditTable(db, facts.audit)),
      ...part('Meetings', listRows(db, meetings, { childId: child.id }).length, meetingsTable(db, child.id)),
      ...checklistPart(ctx, child.id),
      ...feedbackPart(ctx, child.id),
      heading('Documents in this folder'),
      list(files.length === 0 ? ['None'] : files.map((file) => `${file.path}: ${file.title}`)),
      heading('Other documents that name the child'),
      list(
        found.mentions.length === 0
          ? ['None']
          : found.mentions.map(({ item, pages }) => `${item.title}, page ${pages.join(', ')}`),
      ),
      heading('Other records that name the child'),
      list(found.records.length === 0 ? ['None'] : found.records.map(([kind, words]) => `${kind}: ${words}`)),
      ...givenPart(ctx, found),
      ...historyPart(ctx, facts),
    ],
  };
}

const part = (title: string, count: number, block: PaperBlock): readonly PaperBlock[] =>
  count === 0 ? [heading(title), quietText('Nothing is recorded.')] : [heading(title), block];

function checklistPart({ db }: Context, childId: ChildId): readonly PaperBlock[] {
  const rows = listRows(db, checklistItems, { childId }, ['position']);
  return part('Checklist of documents', rows.length, {
    is: 'table',
    caption: 'Checklist of documents',
    head: ['Document', 'State', 'Owner', 'Note'],
    rows: rows.map((row) => [row.title, row.state.replace('-', ' '), row.ownerName, row.reason]),
  });
}

function feedbackPart({ db }: Context, childId: ChildId): readonly PaperBlock[] {
  const rows = listRows(db, feedbackEntries, { childId }, ['at']);
  return part('What was said', rows.length, {
    is: 'table',
    caption: 'Feedback about the child',
    head: ['When', 'What was said', 'By'],
    rows: rows.map((row) =>
      row.isEmbargoed
        ? [formatInstantLong(row.at), 'Under embargo until publication: not written out here.', '']
        : [formatInstantLong(row.at), row.text, row.saidBy],
    ),
  });
}

function givenPart({ db }: Context, { own, mentions }: Found): readonly PaperBlock[] {
  const hashes = new Set([...own, ...mentions.map(({ item }) => item)].map((item) => item.sha256));
  const rows = listRows(db, requestAnswers, {}, ['at']).filter((row) => hashes.has(row.sha256));
  return part('Given to others', rows.length, {
    is: 'table',
    caption: 'Documents given in answer to requests',
    head: ['When', 'Document', 'To'],
    rows: rows.map((row) => [formatInstantLong(row.at), `${row.title}, version ${row.version}`, row.givenTo]),
  });
}

function historyPart({ db }: Context, { child }: ChildFacts): readonly PaperBlock[] {
  const steps = listSetsOfRows(db, [{ table: children.name, rowId: child.id }]);
  return part('Changes to the child’s details', steps.length, {
    is: 'table',
    caption: 'Changes to the child’s details',
    head: ['When', 'What', 'By'],
    rows: steps.map((step) => [formatInstantLong(step.at), step.summary, step.actor]),
  });
}
