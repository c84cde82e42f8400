import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { childAgencies } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import {
  recordConsent,
  removeAgency,
  removeChecklistItem,
  saveAgency,
  saveChecklistItem,
} from '../../main/services/child-file.ts';
import { editChild, removeChild } from '../../main/services/children.ts';
import type { Context } from '../../main/services/context.ts';
import { editFeedback, logFeedback, removeFeedback } from '../../main/services/feedback.ts';
import { saveRequest } from '../../main/services/requests.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { aChild, aFeedback, firstItem } from '../support/child-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const summaries = () => readHistory(ctx).recent.map((set) => set.summary);

describe('what the status line and the history say', () => {
  const name = fc.constantFrom('Jaden', 'Tarrow', 'Obi-Wray', 'Will', 'May', 'Seán', 'Xu');

  it('never holds a child’s name, whatever is written and whatever the child is called', () => {
    fc.assert(
      fc.property(name, name, name, (forename, surname, knownAs) => {
        const words = `About ${forename}, ${surname.toUpperCase()} and ${knownAs}’s plan`;
        const { id } = addChild(ctx, aChild({ forename, surname, knownAs, notes: words }));
        const item = { ...firstItem(ctx, id), title: words.slice(0, 200) };
        for (const state of ['asked', 'received', 'not-applicable', 'missing'] as const)
          saveChecklistItem(ctx, { ...item, state, reason: words });
        removeChecklistItem(ctx, { id: item.id });
        recordConsent(ctx, {
          childId: id,
          party: 'parent',
          state: 'given',
          recordedBy: words,
          note: words,
          at: null,
        });
        saveAgency(ctx, {
          ...{
            id: null,
            childId: id,
            sector: 'family',
            agency: words,
            practitioner: words,
            personId: null,
            since: '',
          },
        });
        const [agency] = listRows(ctx.db, childAgencies, { childId: id });
        if (agency) removeAgency(ctx, { id: agency.id });
        const entry = logFeedback(ctx, {
          ...aFeedback,
          text: words,
          saidBy: words,
          childId: id,
          action: words,
        });
        editFeedback(ctx, { id: entry.id, isActionDone: true });
        removeFeedback(ctx, { id: entry.id });
        saveRequest(ctx, {
          ...{
            id: null,
            title: words,
            wording: words,
            group: words,
            askedBy: words,
            askedAt: null,
            ownerSector: null,
          },
          ...{ ownerId: null, dueOn: null, dueAt: null, state: 'not-started' },
          ...{ dueHours: null, meetingId: null, remindOn: null },
        });
        editChild(ctx, { id, need: words });
        removeChild(ctx, { id });
        undoLast(ctx);

        const said = summaries().join('\n');

        for (const one of [forename, surname, knownAs])
          expect(said).not.toMatch(new RegExp(`(?<!\\p{L})${one}(?!\\p{L})`, 'iu'));
        removeChild(ctx, { id });
      }),
      { numRuns: 6 },
    );
  });

  it('reads as a sentence', () => {
    const { id } = addChild(ctx, aChild());
    saveChecklistItem(ctx, { ...firstItem(ctx, id), state: 'asked' });
    recordConsent(ctx, {
      childId: id,
      party: 'young-person',
      state: 'refused',
      recordedBy: '',
      note: '',
      at: null,
    });

    expect(summaries().slice(0, 3)).toEqual([
      'Recorded consent, Child A: young person, refused',
      'Asked for “Parent or carer contact details”, Child A',
      'Added Child A',
    ]);
  });
});
