import { afterEach, describe, expect, it } from 'vitest';
import { editEngagement, readEngagement } from '../../main/services/engagement.ts';
import { readPlan } from '../../main/services/plan/plan.ts';
import { readRequests, saveRequest } from '../../main/services/requests.ts';
import { readTimetable } from '../../main/services/timetable.ts';
import { undoLast } from '../../main/services/undo.ts';
import { IsoDate } from '../../shared/domain/time.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
afterEach(() => temp.close());

const monday = IsoDate.parse('2026-11-09');
const undated = async (): Promise<TempEngagement> => {
  temp = await tempEngagement({ anchorDate: null });
  return temp;
};
const facts = ({ ctx }: TempEngagement) => ({
  requests: readRequests(ctx).requests.map(({ reference, dueOn }) => [reference, dueOn]),
  tasks: readPlan(ctx)
    .actions.map(({ title, dueOn }) => [title, dueOn])
    .toSorted(),
  meetings: readTimetable(ctx)
    .meetings.map(({ title, day, start }) => `${title} ${day} ${start}`)
    .toSorted(),
});

describe('an engagement whose date is not known yet', () => {
  it('is dated by its date alone, just as if it had been known from the start', async () => {
    const { ctx } = await undated();
    expect(facts(temp).requests.every(([, dueOn]) => dueOn === null)).toBe(true);
    editEngagement(ctx, { anchorDate: monday });
    const later = facts(temp);
    expect(readEngagement(ctx).phases.find((one) => one.isOnSite)).toMatchObject({ from: '2026-11-23' });
    await temp.close();

    temp = await tempEngagement({ anchorDate: monday });
    expect(later).toEqual(facts(temp));
  });

  it('goes back to having none in one step', async () => {
    const { ctx } = await undated();
    const before = facts(temp);
    editEngagement(ctx, { anchorDate: monday });
    undoLast(ctx);

    expect(facts(temp)).toEqual(before);
  });
});

describe('moving the date', () => {
  it('moves what stands where it was counted, and leaves what was dated by hand', async () => {
    temp = await tempEngagement({ anchorDate: monday });
    const { ctx } = temp;
    const [kept, moved] = readRequests(ctx).requests;
    if (!kept || !moved) throw new Error('The framework has requests');
    const byHand = IsoDate.parse('2026-11-30');
    const { reference: _, source: __, isVerified: ___, ...fields } = kept;
    saveRequest(ctx, { ...fields, reference: kept.reference, dueOn: byHand });

    editEngagement(ctx, { anchorDate: IsoDate.parse('2026-11-16') });

    const dueOn = (id: string) => readRequests(ctx).requests.find((one) => one.id === id)?.dueOn;
    expect(dueOn(kept.id)).toBe(byHand);
    expect(dueOn(moved.id)).not.toBe(moved.dueOn);
    editEngagement(ctx, { anchorDate: monday });
    expect(dueOn(moved.id)).toBe(moved.dueOn);
  });
});
