import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { readEngagement } from '../../main/services/engagement.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { exportPictures } from '../../main/services/pictures/export-pictures.ts';
import { readPictures } from '../../main/services/pictures/pictures.ts';
import { moveMeeting } from '../../main/services/timetable.ts';
import { IsoDate } from '../../shared/domain/time.ts';
import { aChild, aFeedback } from '../support/child-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;
beforeAll(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
  addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
  const [criterion] = readEngagement(ctx).criteria;
  const criterionId = criterion?.id ?? null;
  logFeedback(ctx, { ...aFeedback, criterionId, text: 'PLANTED words', kind: 'strength' });
  logFeedback(ctx, { ...aFeedback, criterionId, text: 'PLANTED more', kind: 'area-for-improvement' });
  const person = addedPerson(ctx, { name: 'Zebedee Marrowfat' });
  const meeting = addedMeeting(ctx, { personIds: [person.id], minutes: 90 });
  const at = { day: IsoDate.parse('2026-11-24'), start: 10 * 60, overrideReason: 'Planted' };
  moveMeeting(ctx, { id: meeting.id, version: 1, ...at });
});
afterAll(() => temp.close());

const picture = (id: string) => readPictures(ctx).find((one) => one.id === id);

describe('the pictures', () => {
  it('count a child’s documents by state, and say who has most to come', () => {
    const children = picture('children');
    expect(children?.rows).toHaveLength(1);
    expect(children?.rows[0]).toMatchObject({ label: 'Child A', values: [0, 0, expect.any(Number)] });
    expect(children?.answer).toMatch(/^0 of 1 are complete\. Child A has most not asked for yet \(\d+\)\.$/);
  });

  it('count what was heard under a criterion by kind', () => {
    expect(picture('themes')?.rows[0]?.values).toEqual([1, 1, 0, 0]);
  });

  it('count a partner in each hour that a meeting reaches into', () => {
    expect(picture('load')?.rows).toEqual([
      { label: '10am to 11am', values: [1] },
      { label: '11am to midday', values: [1] },
    ]);
  });

  it('show each working day from the call to the last on site, with what falls on it', () => {
    const countdown = picture('countdown');
    expect(countdown?.rows).toHaveLength(15);
    expect(countdown?.rows[0]?.label).toBe('Mon 9 Nov');
    expect(countdown?.answer).toBe('4 working days left.');
  });

  it('leave out what has nothing to show', async () => {
    const bare = await tempEngagement({ frameworkId: 'blank', anchorDate: null });
    expect(readPictures(bare.ctx)).toEqual([]);
    await bare.close();
  });

  it('go out as one paper with their numbers, and with nothing that was said and nobody’s name', async () => {
    const path = join(temp.folder, 'pictures.docx');
    const outside = { ...ctx.outside, chooseSavePath: async () => path };
    expect(await exportPictures({ ...ctx, outside }, { format: 'docx' })).toEqual({ saved: true });
    const { value } = await mammoth.extractRawText({ buffer: await readFile(path) });

    expect(value).toContain('What falls on which day until the end?');
    expect(value).toContain('█');
    expect(value).not.toMatch(/PLANTED|Kestrel|Maya|Marrowfat/);
  });
});
