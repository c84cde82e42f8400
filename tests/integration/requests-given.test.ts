import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems, requests } from '../../main/db/tables.ts';
import { updateRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent } from '../../main/services/child-file.ts';
import { type Context, write } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { linkEvidence, removeEvidence } from '../../main/services/evidence/evidence.ts';
import {
  addRequests,
  readRequests,
  reassignRequests,
  remindOwners,
  removeRequest,
  saveRequest,
} from '../../main/services/requests.ts';
import { findGiven, giveAnswer, readRequestHistory, saveGiven } from '../../main/services/requests-given.ts';
import { readStandingRequests } from '../../main/services/requests-standing.ts';
import { undoLast } from '../../main/services/undo.ts';
import type { InformationRequest } from '../../shared/domain/request.ts';
import { AppError } from '../../shared/errors.ts';
import { aChild } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { makePdf } from '../support/make-documents.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;
let folder: string;
let chosen: string[] = [];
let savePath = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lano-given-'));
  temp = await tempEngagement({
    outside: { chooseFiles: async () => chosen, chooseSavePath: async () => savePath },
  });
  ctx = temp.ctx;
});
afterEach(async () => {
  await temp.close();
  await rm(folder, { recursive: true, force: true });
});

const aRequest = {
  id: null,
  title: 'Joint commissioning minutes',
  wording: '',
  group: '',
  askedBy: 'Lead inspector',
  askedAt: null,
  ownerSector: null,
  ownerId: null,
  dueOn: null,
  dueAt: null,
  dueHours: null,
  meetingId: null,
  remindOn: null,
  state: 'not-started',
} as const;

async function aDocument(name: string, words: string) {
  const path = join(folder, name);
  await writeFile(path, await makePdf({ pages: [[words]] }));
  chosen = [path];
  const [file] = await addEvidence(ctx, { targets: [] });
  if (!file?.evidenceId) throw new Error(`not added: ${file?.reason}`);
  return file.evidenceId;
}

const give = (request: InformationRequest, evidenceIds: Parameters<typeof giveAnswer>[1]['evidenceIds']) =>
  giveAnswer(ctx, {
    id: request.id,
    evidenceIds,
    givenTo: 'Lead inspector',
    how: 'portal',
    note: '',
    at: null,
  });

describe('giveAnswer', () => {
  it('freezes what was given: the document may change or go, and the very bytes can still be saved', async () => {
    const request = saveRequest(ctx, aRequest);
    const evidenceId = await aDocument(
      'minutes.pdf',
      'The partnership agreed the joint budget for therapies.',
    );
    const [path] = chosen;
    give(request, [evidenceId]);
    removeEvidence(ctx, { id: evidenceId });
    removeRequest(ctx, { id: request.id });

    const [answer] = readRequests(ctx).answers;
    expect(answer).toMatchObject({
      ...{ requestId: null, reference: 'R-001', asked: 'Joint commissioning minutes', version: 1 },
      ...{ givenTo: 'Lead inspector', givenBy: 'Tester', at: '2026-11-24T10:42:00.000Z' },
    });
    savePath = join(folder, 'out.pdf');
    if (!answer) throw new Error('nothing was given');
    await saveGiven(ctx, { id: answer.id });
    expect(await readFile(savePath)).toEqual(await readFile(path ?? ''));
  });

  it('offers a name that is fit for a file and names no child, whatever the request and the document are called', async () => {
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    const request = saveRequest(ctx, { ...aRequest, reference: 'Q1/2: Maya' });
    give(request, [await aDocument('Kestrel.pdf', 'The plan.')]);
    let offered = '';
    const chooseSavePath = async (_: string, name: string) => {
      offered = name;
      return null;
    };

    const [answer] = readRequests(ctx).answers;
    await saveGiven({ ...ctx, outside: { ...ctx.outside, chooseSavePath } }, { id: answer?.id as never });

    expect(offered).toMatch(/^Q1 2 {2}Child A v1\.pdf$/);
    expect(offered).not.toMatch(/Maya|Kestrel/);
  });

  it('finds what was given by words inside it, as it was then', async () => {
    const request = saveRequest(ctx, aRequest);
    const given = await aDocument('minutes.pdf', 'The partnership agreed the joint budget for therapies.');
    await aDocument('other.pdf', 'A joint budget that was never given to anybody.');
    give(request, [given]);

    const hits = findGiven(ctx, { words: 'BUDGET therapies' });

    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ page: 1 });
    expect(hits[0]?.snippet).toContain('joint budget');
    expect(findGiven(ctx, { words: 'never given' })).toEqual([]);
    expect(findGiven(ctx, { words: 'r-001 lead' })).toHaveLength(1);
    expect(findGiven(ctx, { words: '100%' })).toEqual([]);
  });

  it('counts a changed document of the same title as the next version, and the same bytes as the same', async () => {
    const request = saveRequest(ctx, aRequest);
    const first = await aDocument('minutes.pdf', 'Draft.');
    give(request, [first]);
    give(request, [first]);
    const second = await aDocument('minutes.pdf', 'Final.');
    give(request, [second]);

    expect(
      readRequests(ctx)
        .answers.map(({ version }) => version)
        .toSorted(),
    ).toEqual([1, 1, 2]);
    expect(listRows(ctx.db, requests).find(({ id }) => id === request.id)?.state).toBe('sent');
    undoLast(ctx);
    expect(readRequests(ctx).answers).toHaveLength(2);
  });

  it('refuses a document about a child whose consent does not allow it', async () => {
    const request = saveRequest(ctx, aRequest);
    const evidenceId = await aDocument('plan.pdf', 'Plan.');
    const { id: childId } = addChild(ctx, aChild());
    linkEvidence(ctx, { id: evidenceId, target: { childId } });

    expect(failureOf(() => give(request, [evidenceId]))?.code).toBe('child/consent-missing');
    recordConsent(ctx, { childId, party: 'parent', state: 'given', recordedBy: 'DW', note: '', at: null });
    expect(failureOf(() => give(request, [evidenceId]))).toBeNull();
  });

  it('refuses what was made of a document once consent is withdrawn, and says why', async () => {
    const request = saveRequest(ctx, aRequest);
    const evidenceId = await aDocument('plan.pdf', 'Plan.');
    const copyId = await aDocument('copy.pdf', 'Plan, as a copy.');
    write(ctx, { action: 'forTheTest', summary: 'For the test' }, (tx) =>
      updateRow(tx, evidenceItems, copyId, { madeFromId: evidenceId }),
    );
    const { id: childId } = addChild(ctx, aChild());
    linkEvidence(ctx, { id: evidenceId, target: { childId } });
    const answer = { childId, party: 'parent', recordedBy: 'DW', note: '', at: null } as const;
    recordConsent(ctx, { ...answer, state: 'given' });

    recordConsent(ctx, { ...answer, state: 'withdrawn' });

    expect(failureOf(() => give(request, [copyId]))).toEqual({
      code: 'child/consent-missing',
      detail: 'A document about Child A was chosen. The parent or carer has withdrawn it.',
    });
    expect(readRequests(ctx).answers).toEqual([]);
  });
});

describe('saveRequest', () => {
  it('counts working hours from when it was asked: four hours from 3pm are due at 11am next day', () => {
    const saved = saveRequest(ctx, { ...aRequest, askedAt: '2026-11-24T15:00:00.000Z', dueHours: 4 });

    expect(saved).toMatchObject({ dueOn: '2026-11-25', dueAt: 11 * 60 });
  });

  it('takes a reference of one’s own and refuses one that is taken', () => {
    expect(saveRequest(ctx, { ...aRequest, reference: 'KIT-4' }).reference).toBe('KIT-4');
    expect(() => saveRequest(ctx, { ...aRequest, reference: 'kit-4' })).toThrow(AppError);
  });
});

describe('addRequests', () => {
  it('adds a pasted list as one step', () => {
    const { id: _, ...bare } = aRequest;
    const before = listRows(ctx.db, requests).length;
    const references = ['A1', 'K9', 'k9'];
    addRequests(ctx, { requests: [bare, ...references.map((reference) => ({ ...bare, reference }))] });

    const added = listRows(ctx.db, requests).slice(before);
    expect(added.map(({ reference }) => reference)).toEqual(['R-001', 'R-002', 'K9', 'R-003']);
    undoLast(ctx);
    expect(listRows(ctx.db, requests)).toHaveLength(before);
  });

  it('offers of the standing list what is not here', () => {
    expect(readStandingRequests(ctx)).toEqual([]);
    const [first] = listRows(ctx.db, requests);
    if (!first) throw new Error('the framework asks for something');
    removeRequest(ctx, { id: first.id });

    expect(readStandingRequests(ctx)).toEqual([
      expect.objectContaining({ reference: first.reference, title: first.title, dueOn: first.dueOn }),
    ]);
  });
});

describe('reassignRequests and remindOwners', () => {
  it('gives several to another sector, notes a reminder, and both stand in the history', () => {
    const request = saveRequest(ctx, { ...aRequest, remindOn: '2026-11-24' });
    reassignRequests(ctx, { ids: [request.id], ownerSector: 'health', ownerId: null });
    remindOwners(ctx, { ids: [request.id] });

    const view = readRequests(ctx);
    expect(view.requests.find(({ id }) => id === request.id)).toMatchObject({
      ownerSector: 'health',
      remindOn: null,
    });
    expect(view.reminders).toMatchObject([{ requestId: request.id, to: 'Health' }]);
    expect(readRequestHistory(ctx, { id: request.id }).map(({ summary }) => summary)).toEqual([
      'Reminded the owner of R-001',
      'Gave R-001 to Health',
      'Added R-001 “Joint commissioning minutes”',
    ]);
  });
});
