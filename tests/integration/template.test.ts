import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import { readAfter, saveLesson } from '../../main/services/after/after.ts';
import { makeTemplate } from '../../main/services/after/make-template.ts';
import { readTemplate } from '../../main/services/after/read-template.ts';
import { saveTemplate } from '../../main/services/after/save-template.ts';
import { saveAgency } from '../../main/services/child-file.ts';
import type { Context } from '../../main/services/context.ts';
import { readEngagement } from '../../main/services/engagement.ts';
import { readPeople, savePerson } from '../../main/services/people.ts';
import { readPlan, saveFinding } from '../../main/services/plan/plan.ts';
import { bringFindings, saveReview } from '../../main/services/plan/reviews.ts';
import { readRequests, saveRequest } from '../../main/services/requests.ts';
import { startEngagement } from '../../main/services/start-engagement.ts';
import { moveMeeting, readTimetable } from '../../main/services/timetable.ts';
import { undoLast } from '../../main/services/undo.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { toCarryForward } from '../../shared/domain/review.ts';
import { IsoDate } from '../../shared/domain/time.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { aFinding, aReview } from '../support/plan-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;
beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const tuesday = IsoDate.parse('2026-11-24');

/** Plants people and a child in everything that goes along. */
function plant(ctx: Context): readonly RegExp[] {
  const inspector = readPeople(ctx).people.find((one) => one.side === 'inspection');
  if (!inspector) throw new Error('A framework has a team');
  savePerson(ctx, { ...inspector, name: 'Perpetua Quillfeather', organisation: '' });
  const partner = addedPerson(ctx, {
    name: 'Zebedee Marrowfat',
    role: 'Head of SEND',
    email: 'zeb@planted.example',
  });
  const child = addChild(ctx, aChild({ forename: 'Ottoline', surname: 'Brambleby', knownAs: 'Otty' }));
  const agency = {
    id: null,
    childId: child.id,
    sector: 'health',
    agency: 'Trust',
    since: '',
    personId: null,
  } as const;
  saveAgency(ctx, { ...agency, practitioner: 'Hyacinth Wobblethorpe' });
  const meeting = addedMeeting(ctx, {
    title: 'Zebedee Marrowfat and Mrs Gristlewood about Ottoline Brambleby',
    personIds: [partner.id],
    childId: null,
  });
  moveMeeting(ctx, { id: meeting.id, version: 1, day: tuesday, start: 600, overrideReason: 'Planted' });
  const [request] = readRequests(ctx).requests;
  if (request)
    saveRequest(ctx, {
      ...request,
      title: 'Letters to the Brambleby family from Perpetua',
      wording: 'Ask zeb@planted.example or 01904 551 234; Hyacinth Wobblethorpe holds it for Otty.',
    });
  saveLesson(ctx, {
    id: null,
    area: 'Zebedee’s area',
    kind: 'change',
    text: 'Ring Marrowfat sooner about Otty.',
  });
  return [
    /Quillfeather|Perpetua/i,
    /Zebedee|Marrowfat/i,
    /Ottoline|Brambleby|\bOtty\b/i,
    /Gristlewood/i,
  ].concat(/Wobblethorpe|Hyacinth/i, /planted\.example/i, /551 ?234/);
}

describe('the template for next time', () => {
  it('names nobody, wherever they were written, and keeps the roles', async () => {
    const planted = plant(ctx);
    const path = join(temp.folder, 'next.lanotemplate');
    const outside = { ...ctx.outside, chooseSavePath: async () => path };

    expect(await saveTemplate({ ...ctx, outside })).toEqual({ saved: true });
    const text = await readFile(path, 'utf8');
    for (const name of planted) expect(text).not.toMatch(name);
    expect(text).toContain('Head of SEND');
    expect(text).not.toContain('Aldermere');
  });

  it('names no person whatever they are called', () => {
    const name = fc.constantFrom('Quill', 'Obi-Wray', 'Seán', 'Marrowfat', 'O’Dwyer', 'Nwachukwu');
    fc.assert(
      fc.property(name, name, (forename, surname) => {
        const person = addedPerson(ctx, { name: `${forename} ${surname}`, role: 'Commissioner' });
        const title = `Interview with ${forename} ${surname}, then ${surname.toUpperCase()}`;
        const meeting = addedMeeting(ctx, { title, personIds: [person.id] });
        moveMeeting(ctx, { id: meeting.id, version: 1, day: tuesday, start: 600, overrideReason: 'Planted' });

        const { framework } = makeTemplate(ctx.db);
        const held = JSON.stringify(framework.meetings).toLowerCase();
        expect(held).not.toContain(forename.toLowerCase());
        expect(held).not.toContain(surname.toLowerCase());
      }),
      { numRuns: 12 },
    );
  });

  it('starts the next engagement: same grid, requests and lessons, under its own date', async () => {
    plant(ctx);
    const template = makeTemplate(ctx.db);
    const session = await createSession(join(temp.folder, 'Next.lano'), 'second tidy lantern orbit');
    const next = { ...ctx, db: session.db };
    const date = IsoDate.parse('2027-03-01');
    const { framework, lessons } = template;
    startEngagement(next, { title: 'Next', council: 'Northmere', anchorDate: date, framework, lessons });

    const days = (of: Context) =>
      readTimetable(of)
        .meetings.filter((one) => one.childId === null && one.day !== null && one.start !== null)
        .map(({ start, minutes, kind }) => `${start} ${minutes} ${kind}`)
        .toSorted();
    expect(days(next)).toEqual(days(ctx));
    expect(readTimetable(next).meetings.some(({ day }) => day === '2027-03-16')).toBe(true);
    expect(readRequests(next).requests).toHaveLength(readRequests(ctx).requests.length);
    expect(readAfter(next).lessons).toMatchObject([{ kind: 'change', isEarlier: true }]);
    expect(readEngagement(next).criteria).toHaveLength(readEngagement(ctx).criteria.length);
    await closeSession(session);
  });

  it('brings what was found into an engagement of another kind, once, without names or what is under embargo', async () => {
    const peers = await tempEngagement({ frameworkId: 'lga-send-peer-challenge' });
    addChild(peers.ctx, aChild({ forename: 'Ottoline', surname: 'Brambleby' }));
    const fresh = { id: null };
    saveReview(peers.ctx, { ...aReview({ title: 'Area inspection, 2019', kind: 'inspection' }), ...fresh });
    const [earlier] = readPlan(peers.ctx).reviews;
    saveFinding(peers.ctx, { ...aFinding({ text: 'Ottoline Brambleby waits too long' }), ...fresh });
    saveFinding(peers.ctx, { ...aFinding({ text: 'PLANTED embargo', isEmbargoed: true }), ...fresh });
    saveFinding(peers.ctx, {
      ...aFinding({ text: 'Plans are late', kind: 'weakness', reviewId: earlier?.id ?? null }),
      ...fresh,
    });
    const path = join(temp.folder, 'peers.lanotemplate');
    await writeFile(path, JSON.stringify(makeTemplate(peers.ctx.db)));
    await peers.close();
    expect(await readFile(path, 'utf8')).not.toMatch(/PLANTED|Ottoline|Brambleby/);
    const asked: Context = { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } };

    expect(await bringFindings(asked)).toEqual({ added: 2, reviews: 2 });
    const { reviews, findings, actions } = readPlan(ctx);
    expect(reviews.map(({ kind, title }) => [kind, title]).toSorted()).toEqual([
      ['inspection', 'Area inspection, 2019'],
      ['peer-challenge', 'LGA SEND peer challenge'],
    ]);
    expect(findings.map(({ text }) => text).toSorted()).toEqual(['A child waits too long', 'Plans are late']);
    expect(toCarryForward(findings, actions)).toHaveLength(2);

    expect(await bringFindings(asked)).toEqual({ added: 0, reviews: 2 });
    undoLast(ctx);
    expect(readPlan(ctx).findings).toEqual([]);
    const none = { ...ctx.outside, chooseFiles: async () => [] };
    expect(await bringFindings({ ...ctx, outside: none })).toBeNull();
    await writeFile(path, '{}');
    expect(await codeOf(() => bringFindings(asked))).toBe('template/not-one');
  });

  it('reads back only what is a template', async () => {
    const path = join(temp.folder, 'next.lanotemplate');
    await writeFile(path, JSON.stringify(makeTemplate(ctx.db)));
    expect((await readTemplate(path)).framework.id).toBe('area-send-full-inspection');

    for (const text of ['', '{', '{"is":"lano-desk-template"}', 'PK\u0003\u0004', 'null']) {
      await writeFile(path, text);
      expect(await codeOf(() => readTemplate(path))).toBe('template/not-one');
    }
    expect(await codeOf(() => readTemplate(join(temp.folder, 'gone.lanotemplate')))).toBe('disk/cannot-read');
  });
});
