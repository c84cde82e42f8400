import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { frameworkById } from '../../../shared/domain/frameworks.ts';
import { parseTime } from '../../../shared/domain/parse-time.ts';
import { addDays, type IsoDate, londonInstant, today, weekdayOf } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { WritableDb } from '../../db/connection.ts';
import { writeWithoutWaiting } from '../../db/open.ts';
import { listRows } from '../../db/table.ts';
import {
  checklistItems,
  children,
  criteria,
  deadlines,
  meetings,
  planActions,
  requests,
} from '../../db/tables.ts';
import { updateRow } from '../../db/write.ts';
import { addChild } from '../add-child.ts';
import { recordConsent, saveAgency } from '../child-file.ts';
import { type Context, write } from '../context.ts';
import { logFeedback } from '../feedback.ts';
import { startEngagement } from '../start-engagement.ts';
import { closeSession, createSession } from '../vault/session.ts';
import { type SampleData, sampleData, sampleGovernance } from './sample-data.ts';
import { addSampleEvaluation } from './sample-evaluation.ts';
import { addSampleDocuments } from './sample-files.ts';
import { addSampleGovernance } from './sample-governance.ts';
import { addSampleMeetings, addSamplePeople, type SampleIds } from './sample-people.ts';
import { addSamplePlan } from './sample-plan.ts';
import { addSampleReviews } from './sample-reviews.ts';
import { addSampleVoice } from './sample-voice.ts';

/** The passphrase of the sample; its data is invented, so it guards nothing. */
export const samplePassphrase = 'sample harbour violet teapot';

/** Writes the sample anew at `path`, as if this were its week on site, and leaves it closed. */
export async function buildSampleFile(
  path: string,
  { clock, outside }: Pick<Context, 'clock' | 'outside'>,
): Promise<{ readonly path: string; readonly passphrase: string }> {
  await rm(path, { force: true });
  const session = await createSession(path, samplePassphrase);
  writeWithoutWaiting(session.db);
  const quiet = { ...outside, progress: () => {}, progressEnd: () => {} };
  const ctx: Context = {
    db: session.db,
    clock,
    newId: randomUUID,
    actor: 'Sample',
    changed: () => {},
    outside: quiet,
  };
  try {
    await fillSample(ctx, siteMonday(today(clock())));
  } finally {
    await closeSession(session);
  }
  return { path, passphrase: samplePassphrase };
}

/** The Monday of this week, or of the next when it is the weekend. */
export function siteMonday(date: IsoDate): IsoDate {
  const weekday = weekdayOf(date);
  return addDays(date, weekday > 5 ? 8 - weekday : 1 - weekday);
}

/** Fills a new file with the sample: an invented council in the week that begins on `monday`. The same input gives the same engagement. */
export async function fillSample(ctx: Context, monday: IsoDate): Promise<void> {
  const data = sampleData();
  const governance = sampleGovernance();
  const framework = frameworkById(data.frameworkId);
  if (!framework) throw new AppError('record/not-found');
  const chosenOn = addDays(monday, -6);
  const early: Context = { ...ctx, clock: () => londonInstant(chosenOn, 9 * 60) };
  startEngagement(early, {
    title: data.title,
    council: data.council,
    anchorDate: addDays(monday, -14),
    framework,
  });
  for (const child of data.children) addSampleChild(early, child);
  const about = { action: 'buildSample', summary: 'Filled the sample', kind: 'record' } as const;
  const ids = write(early, about, (tx) => {
    const added = addSamplePeople(early, tx, data);
    addSampleMeetings(early, tx, data, { ids: added, monday });
    for (const request of listRows(tx, requests)) {
      const state = data.requestStates[request.reference];
      if (state) updateRow(tx, requests, request.id, { state });
    }
    for (const deadline of listRows(tx, deadlines)) {
      if (deadline.countedFrom === 'anchor') updateRow(tx, deadlines, deadline.id, { isDone: true });
    }
    for (const action of listRows(tx, planActions))
      if (action.dueOn === null || action.dueOn < monday)
        updateRow(tx, planActions, action.id, { state: 'done' });
    fillChecklists(tx, data, { chosenOn, monday });
    return added;
  });
  addSampleEvaluation(early, data.evaluation, monday);
  write(early, about, (tx) => addSampleReviews(early, tx, { governance, plan: data.plan, monday }));
  addSamplePlan(early, data.plan, { ids, monday });
  await addSampleDocuments(early, data);
  write(early, about, (tx) => {
    addSampleGovernance(early, tx, governance, { ids, monday });
    addSampleVoice(early, tx, governance, monday);
  });
  addSampleFeedback(ctx, data, { ids, monday });
}

const rarelyNeeded =
  /^(Interpreter|Earlier versions|Alternative provision|Dynamic support|Continuing care|Transition)/;

/** Most of each child's file is there by the week on site; what is not was asked for and is due in the week. */
function fillChecklists(
  tx: WritableDb,
  data: SampleData,
  { chosenOn, monday }: { readonly chosenOn: IsoDate; readonly monday: IsoDate },
): void {
  for (const child of listRows(tx, children)) {
    const own = listRows(tx, checklistItems, { childId: child.id }, ['position']);
    const others = own.filter((item) => !data.have[child.code]?.includes(item.title));
    const left = data.stillOwed[child.code] ?? 0;
    others.forEach((item, at) => {
      const isLeft = at >= others.length - left;
      const dueOn = isLeft ? addDays(monday, (at % 3) + 1) : item.dueOn;
      const reason = 'No need recorded';
      if (isLeft) updateRow(tx, checklistItems, item.id, { state: 'asked', askedOn: chosenOn, dueOn });
      else if (rarelyNeeded.test(item.title))
        updateRow(tx, checklistItems, item.id, { state: 'not-applicable', reason });
      else updateRow(tx, checklistItems, item.id, { state: 'received', askedOn: chosenOn });
    });
  }
}

function addSampleChild(ctx: Context, sample: SampleData['children'][number]): void {
  const { parentConsent, youngPersonConsent, agencies, ...fields } = sample;
  const { id } = addChild(ctx, {
    ...fields,
    knownAs: '',
    uniqueId: '',
    address: '',
    lastAnnualReview: null,
    notes: '',
  });
  const step = { childId: id, recordedBy: 'D Whitfield, by phone', note: '', at: ctx.clock() };
  if (parentConsent !== 'not-asked') recordConsent(ctx, { ...step, party: 'parent', state: parentConsent });
  if (youngPersonConsent !== 'not-asked')
    recordConsent(ctx, { ...step, party: 'young-person', state: youngPersonConsent });
  for (const agency of agencies) saveAgency(ctx, { ...agency, id: null, childId: id, personId: null });
}

function addSampleFeedback(
  ctx: Context,
  data: SampleData,
  { ids, monday }: { readonly ids: SampleIds; readonly monday: IsoDate },
): void {
  const asked = listRows(ctx.db, criteria);
  const held = listRows(ctx.db, meetings);
  const tracked = listRows(ctx.db, children);
  for (const entry of data.feedback) {
    const time = parseTime(entry.time);
    logFeedback(ctx, {
      at: londonInstant(addDays(monday, entry.day), time.ok ? time.value : 0),
      text: entry.text,
      kind: entry.kind,
      saidBy: entry.saidBy,
      heardBy: 'D Whitfield',
      meetingId: held.find((meeting) => meeting.title === entry.meeting)?.id ?? null,
      childId: tracked.find((child) => child.code === entry.child)?.id ?? null,
      criterionId: asked.find((criterion) => criterion.code === entry.criterion)?.id ?? null,
      sector: null,
      isQuote: entry.isQuote ?? false,
      reply: entry.reply ?? '',
      evidenceGiven: entry.evidenceGiven ?? '',
      confidence: entry.confidence ?? 'not-said',
      hearingId: null,
      isEmbargoed: true,
      action: entry.action ?? '',
      actionOwnerId: (entry.owner && ids.people.get(entry.owner)) || null,
      actionDueAt: null,
      actionDueOn: entry.due === undefined ? null : addDays(monday, entry.due),
    });
  }
}
