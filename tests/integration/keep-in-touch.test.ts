import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import { markMeeting } from '../../main/services/attendance.ts';
import type { Context } from '../../main/services/context.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { saveKeepInTouch } from '../../main/services/keep-in-touch.ts';
import { readRequests, saveRequest } from '../../main/services/requests.ts';
import { moveMeeting } from '../../main/services/timetable.ts';
import { publishVersion } from '../../main/services/versions/versions.ts';
import { IsoDate, IsoInstant } from '../../shared/domain/time.ts';
import { aChild, aFeedback } from '../support/child-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;

const day = IsoDate.parse('2026-11-24');

beforeAll(async () => {
  temp = await tempEngagement({ frameworkId: 'area-send-full-inspection' });
  ctx = temp.ctx;
  addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
  const said = { ...aFeedback, criterionId: null, at: IsoInstant.parse('2026-11-24T10:00:00.000Z') };
  logFeedback(ctx, { ...said, text: 'PLANTED under embargo', isEmbargoed: true });
  logFeedback(ctx, {
    ...said,
    text: 'Maya Kestrel was heard',
    isQuote: true,
    isEmbargoed: false,
    action: 'List the late schools',
    actionDueOn: IsoDate.parse('2026-11-25'),
    actionDueAt: 16 * 60,
  });
  logFeedback(ctx, {
    ...said,
    text: 'Said the day before',
    at: IsoInstant.parse('2026-11-23T10:00:00.000Z'),
  });
});
afterAll(() => temp.close());

async function note(audience: 'ourselves' | 'partners' | 'team'): Promise<string> {
  const path = join(temp.folder, `${audience}.docx`);
  const outside = { ...ctx.outside, chooseSavePath: async () => path };
  await saveKeepInTouch({ ...ctx, outside }, { day, audience, format: 'docx' });
  return (await mammoth.extractRawText({ buffer: await readFile(path) })).value;
}

describe('the keep-in-touch note', () => {
  it('says what was heard that day by role, what it asks of us, and never a child’s name', async () => {
    const words = await note('ourselves');

    expect(words).toContain('PLANTED under embargo');
    expect(words).toContain('“Child A was heard” (SEN caseworker)');
    expect(words).toMatch(/List the late schools[\s\S]*Wednesday 25 November 2026, 4pm/);
    expect(words).toContain('For ourselves only');
    expect(words).not.toMatch(/Kestrel|the day before/);
  });

  it('holds nothing under embargo when it is for partners', async () => {
    const words = await note('partners');

    expect(words).toContain('Child A was heard');
    expect(words).toContain('under embargo until publication is left out');
    expect(words).not.toMatch(/PLANTED|For ourselves only/);
  });

  it('says what is otherwise tomorrow than in the version people have', async () => {
    expect(await note('partners')).toContain('No version of the timetable has been published yet');
    const tomorrow = IsoDate.parse('2026-11-25');
    const stays = addedMeeting(ctx, { title: 'Visit: Elmfield', day: tomorrow, start: 13 * 60 });
    const moved = addedMeeting(ctx, { title: 'Visit: Ashfield', day: tomorrow, start: 10 * 60 });
    publishVersion(ctx, { note: '', organiserEmail: '', reasonForAll: '', reasons: [] });
    expect(await note('partners')).toContain('Nothing since version 1');
    const to = { version: 1, day: tomorrow, start: 15 * 60, overrideReason: 'Asked for' } as const;
    moveMeeting(ctx, { id: moved.id, ...to });
    addedMeeting(ctx, { title: 'Visit: Birchfield', day: day, start: 16 * 60 });

    const [, changes = ''] =
      /What changes on the next day([\s\S]*)The next day/.exec(await note('partners')) ?? [];
    expect(changes).toMatch(/Moved\s+Visit: Ashfield\s+Wednesday 25 November 2026, 10am[\s\S]*3pm/);
    expect(changes).not.toContain(stays.title);
    expect(changes).not.toContain('Birchfield');
  });

  it('lists the meetings of the next working day', async () => {
    addedMeeting(ctx, { title: 'Visit: Oakfield', day: IsoDate.parse('2026-11-25'), start: 9 * 60 });

    expect(await note('ourselves')).toContain('Visit: Oakfield');
  });

  it('leaves out a meeting that was cancelled', async () => {
    const day = IsoDate.parse('2026-11-25');
    const { id } = addedMeeting(ctx, { title: 'Visit: Harbour', day, start: 14 * 60 });
    expect(await note('ourselves')).toContain('Visit: Harbour');

    markMeeting(ctx, { meetingId: id, outcome: 'cancelled', lateMinutes: 0, absentIds: [] });
    expect(await note('ourselves')).not.toContain('Visit: Harbour');
  });
});

describe('the keep-in-touch agenda', () => {
  it('says what waits, with whom and since when, the children by code and the next day, and nothing that was logged', async () => {
    const { requests } = readRequests(ctx);
    const [first, second] = requests;
    if (!first || !second) throw new Error('The framework brings requests');
    const late = { ...first, dueOn: IsoDate.parse('2026-11-20'), ownerSector: 'health' } as const;
    saveRequest(ctx, late);
    saveRequest(ctx, { ...second, dueOn: IsoDate.parse('2026-11-18'), ownerSector: 'care' });

    const words = await note('team');

    expect(words).toContain('Keep in touch: agenda, Tuesday 24 November 2026');
    expect(words).toMatch(
      new RegExp(`${second.reference}[\\s\\S]*Social care[\\s\\S]*overdue[\\s\\S]*${first.reference}`),
    );
    expect(words).toMatch(/Child A\s+Not given yet\s+0 of \d+ received/);
    expect(words).toContain('Visit: Oakfield');
    expect(words).not.toMatch(/PLANTED|was heard|List the late schools|Kestrel|embargo/);
  });
});
