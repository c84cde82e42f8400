import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems, evidenceLinks } from '../../main/db/tables.ts';
import { insertRow } from '../../main/db/write.ts';
import { type Context, write } from '../../main/services/context.ts';
import { readRequests, removeRequest, saveRequest } from '../../main/services/requests.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { noDetails } from '../../shared/domain/evidence.ts';
import type { EvidenceId, RowId } from '../../shared/domain/ids.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const aRequest = {
  id: null,
  title: 'Waiting times for the autism pathway',
  wording: '',
  group: '',
  askedBy: 'Lead inspector',
  askedAt: null,
  ownerSector: 'health',
  ownerId: null,
  dueOn: '2026-11-24',
  dueAt: 16 * 60,
  dueHours: null,
  meetingId: null,
  remindOn: null,
  state: 'not-started',
} as const;

const references = () => readRequests(ctx).requests.map(({ reference }) => reference);
const newest = () => readHistory(ctx).recent[0]?.summary;

describe('saveRequest', () => {
  it('numbers what is asked during the week apart from the framework’s own list', () => {
    expect(references()).toContain('A1');

    const first = saveRequest(ctx, aRequest);
    const second = saveRequest(ctx, aRequest);

    expect([first.reference, second.reference]).toEqual(['R-001', 'R-002']);
    expect(first).toMatchObject({ isVerified: true, dueAt: 960 });
  });

  it('keeps reference and source when a request changes, and says which state it is in now', () => {
    const before = readRequests(ctx).requests.find(({ reference }) => reference === 'A1');
    if (!before) throw new Error('the framework has A1');

    const after = saveRequest(ctx, { ...before, state: 'quality-check' });

    expect(after).toEqual({ ...before, state: 'quality-check' });
    expect(newest()).toBe(`A1 “${before.title}”: in quality check`);
  });

  it('drops a time of day that has no date', () => {
    expect(saveRequest(ctx, { ...aRequest, dueOn: null })).toMatchObject({ dueOn: null, dueAt: null });
  });

  it('can be undone', () => {
    const before = readRequests(ctx);
    saveRequest(ctx, aRequest);

    undoLast(ctx);

    expect(readRequests(ctx)).toEqual(before);
  });
});

describe('removeRequest', () => {
  it('unties its evidence, and one undo ties it again', () => {
    const { id } = saveRequest(ctx, aRequest);
    write(ctx, { action: 'addEvidence', summary: 'Added a document' }, (tx) => {
      insertRow(tx, evidenceItems, {
        ...{
          id: 'e1' as EvidenceId,
          title: 'Waits',
          fileName: 'waits.pdf',
          type: 'pdf',
          sha256: 'a'.repeat(64),
        },
        ...{
          size: 1,
          receivedAt: ctx.clock(),
          evidenceDate: null,
          from: '',
          pages: null,
          notes: '',
          ...noDetails,
        },
      });
      insertRow(tx, evidenceLinks, {
        ...{ id: 'l1' as RowId, evidenceId: 'e1' as EvidenceId, requestId: id },
        ...{ childId: null, checklistItemId: null, criterionId: null, meetingId: null },
      });
    });
    const links = listRows(ctx.db, evidenceLinks);

    removeRequest(ctx, { id });
    expect(references()).not.toContain('R-001');
    expect(listRows(ctx.db, evidenceLinks)).toEqual([]);
    expect(listRows(ctx.db, evidenceItems)).toHaveLength(1);

    undoLast(ctx);
    expect(references()).toContain('R-001');
    expect(listRows(ctx.db, evidenceLinks)).toEqual(links);
  });
});
