import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChild } from '../../main/services/add-child.ts';
import { readAfter, saveHearing } from '../../main/services/after/after.ts';
import { exportFinalFeedback } from '../../main/services/after/final-feedback.ts';
import { saveTemplate } from '../../main/services/after/save-template.ts';
import { gatherFile } from '../../main/services/child/gather.ts';
import type { Context } from '../../main/services/context.ts';
import { readEngagement } from '../../main/services/engagement.ts';
import { keepVersion, saveAssessments } from '../../main/services/evaluation/evaluation.ts';
import { exportEvaluation } from '../../main/services/evaluation/export-evaluation.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { saveKeepInTouch } from '../../main/services/keep-in-touch.ts';
import { exportPictures } from '../../main/services/pictures/export-pictures.ts';
import { exportPlan } from '../../main/services/plan/export-plan.ts';
import { saveAccuracyPoint, saveFinding } from '../../main/services/plan/plan.ts';
import { moveMeeting } from '../../main/services/timetable.ts';
import { exportTimetable } from '../../main/services/timetable-export/export-timetable.ts';
import { saveInvitations, saveMessages } from '../../main/services/versions/save-files.ts';
import { publishVersion } from '../../main/services/versions/versions.ts';
import type { ChildId, PersonId } from '../../shared/domain/ids.ts';
import { IsoDate } from '../../shared/domain/time.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { aChild, aFeedback } from '../support/child-builders.ts';
import { readZip } from '../support/read-zip.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting, addedPerson } from '../support/timetable-builders.ts';

/** What must never reach others is planted once in every field that can hold it; no export may hold the word. */
const planted = 'XQPLANTEDX';
const day = IsoDate.parse('2026-11-24');

let temp: TempEngagement;
let ctx: Context;
let childId: ChildId;
let personId: PersonId;
let folder: string;
const printed: string[] = [];

beforeAll(async () => {
  temp = await tempEngagement();
  folder = join(temp.folder, 'out');
  await mkdir(folder);
  let files = 0;
  const outside: Context['outside'] = {
    ...temp.ctx.outside,
    chooseFolder: async () => folder,
    chooseSavePath: async (_title, name) => {
      files += 1;
      return join(folder, `${files}-${name}`);
    },
    printPdf: async (html) => {
      printed.push(html);
      return new TextEncoder().encode('%PDF-1.7\n%%EOF\n');
    },
  };
  ctx = { ...temp.ctx, outside };
  childId = addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' })).id;
  personId = addedPerson(ctx, { name: 'Zebedee Marrowfat', email: 'z@example.org' }).id;
  plant();
});
afterAll(() => temp.close());

function plant(): void {
  const meeting = addedMeeting(ctx, { title: 'Leaders', personIds: [personId] });
  moveMeeting(ctx, { id: meeting.id, version: 1, day, start: 600, overrideReason: 'Only then' });
  publishVersion(ctx, { note: '', organiserEmail: '', reasonForAll: '', reasons: [] });
  saveHearing(ctx, { id: null, audience: 'Parent Carer Forum', on: day, present: [planted], note: planted });
  const [criterion] = readEngagement(ctx).criteria;
  if (!criterion) throw new Error('No criterion');
  const said = { saidBy: planted, heardBy: planted, reply: planted, evidenceGiven: planted, action: planted };
  for (const about of [childId, null]) {
    logFeedback(ctx, {
      ...{
        ...aFeedback,
        ...said,
        text: `${planted} Maya Kestrel`,
        childId: about,
        criterionId: criterion.id,
      },
      ...{ meetingId: meeting.id, hearingId: readAfter(ctx).hearings[0]?.id ?? null, isEmbargoed: true },
      at: '2026-11-24T10:00:00.000Z',
    });
  }
  const parts = { position: 'Open words', achieved: '', needed: '', dataGaps: '', voice: '' };
  const rated = { rating: 'amber', ratingReason: '', standing: 'open' } as const;
  saveAssessments(ctx, {
    criterionId: criterion.id,
    said: [{ ...parts, ...rated, assessedBy: 'partnership', internalNotes: planted }],
  });
  keepVersion(ctx, { audience: 'Board', note: '' });
  const finding = { id: null, kind: 'strength', headings: [], from: '', on: null, progress: '' } as const;
  const none = { reviewId: null, criterionId: null, isResolved: false };
  saveFinding(ctx, { ...finding, ...none, headings: [], text: 'Known', isEmbargoed: false });
  saveFinding(ctx, { ...finding, ...none, headings: [], text: planted, isEmbargoed: true });
  const point = { paragraph: '1', theySay: 'A', weSay: 'B', shownBy: '', answer: 'waiting' } as const;
  saveAccuracyPoint(ctx, { id: null, ...point });
}

type Format = 'pdf' | 'docx';
const papers: readonly Format[] = ['pdf', 'docx'];

/** Everything that goes to others, by its channel. */
const channels: Readonly<Record<string, () => Promise<unknown>>> = {
  'feedback:saveKeepInTouch': () =>
    each(papers, (format) => saveKeepInTouch(ctx, { day, audience: 'partners', format })),
  'after:exportFinalFeedback': () =>
    each(papers, (format) => exportFinalFeedback(ctx, { audience: 'partners', format })),
  'after:saveTemplate': () => saveTemplate(ctx),
  'evaluation:exportEvaluation': () =>
    each(papers, (format) => exportEvaluation(ctx, { versionId: null, assessedBy: null, format })),
  'plan:exportPlan': () =>
    each(['preparation', 'findings', 'accuracy'] as const, (what) =>
      each(papers, (format) => exportPlan(ctx, { what, show: 'all', boardId: null, format })),
    ),
  'pictures:exportPictures': () => each(papers, (format) => exportPictures(ctx, { format })),
  'timetable:exportTimetable': () =>
    each(['pdf', 'xlsx', 'docx', 'ics', 'csv'] as const, (format) =>
      exportTimetable(ctx, { format, day: null, withInitials: true }),
    ),
  'versions:saveMessages': () => saveMessages(ctx, { personIds: [personId] }),
  'versions:saveInvitations': () => saveInvitations(ctx, { from: null, to: 1 }),
  'children:gatherFile': () => gatherFile(ctx, { id: childId }),
};

/** What writes a file, but not to others, or from nothing that was said; each is told why. */
const elsewhere: Readonly<Record<string, string>> = {
  'packs:exportPack': 'documents and an index, planted in pack.test.ts',
  'governance:exportList': 'planted in governance.test.ts',
  'governance:exportOne': 'planted in governance.test.ts',
  'governance:saveReport': 'a row of the engagement',
  'voice:exportVoice': 'planted in voice.test.ts',
  'plan:exportWorkbook': 'planted in import/actions.test.ts',
  'registers:exportRegister': 'planted in registers.test.ts',
  'handOver:makePassphrase': 'words of a passphrase',
  'redactions:saveReport': 'what was found in one document',
  'redactions:makeCopy': 'one document',
  'requests:saveGiven': 'documents as they were given',
  'evidence:saveOriginal': 'one document',
  'cohort:saveReport': 'counts of a list of children',
  'vault:saveRecoverySheet': 'the key',
  'vault:saveCopy': 'the encrypted file itself',
};

async function each<T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of all) await run(one);
}

/** The words of a file, whatever it is kept in. */
async function wordsOf(path: string): Promise<string> {
  const bytes = new Uint8Array(await readFile(path));
  if (!/\.(docx|xlsx|zip)$/.test(path)) return new TextDecoder().decode(bytes);
  const parts = await readZip(bytes);
  return [...parts.values()].map((part) => new TextDecoder().decode(part)).join('\n');
}

describe('what is under embargo, or only for ourselves', () => {
  it.each(Object.keys(channels))('is in nothing that %s gives to others', async (name) => {
    const before = new Set(await readdir(folder, { recursive: true }));
    const from = printed.length;
    await channels[name]?.();

    const made = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .filter((path) => !before.has(path.slice(folder.length + 1)));
    expect(made.length).toBeGreaterThan(0);
    const words = [...printed.slice(from), ...(await Promise.all(made.map(wordsOf)))].join('\n');
    expect(words).not.toContain(planted);
  });

  it('is planted well: what is for ourselves has it', async () => {
    const from = printed.length;
    await exportFinalFeedback(ctx, { audience: 'ourselves', format: 'pdf' });
    await saveKeepInTouch(ctx, { day, audience: 'ourselves', format: 'pdf' });

    for (const html of printed.slice(from)) expect(html).toContain(planted);
  });

  it('is looked for in every channel that writes a file', () => {
    const writes =
      /:(?:export|gather|make)[A-Z]|:save(?:KeepInTouch|Template|Messages|Invitations|Report|Given|Original|Copy|RecoverySheet)$/;
    const all = Object.keys(contract).filter((name) => writes.test(name));

    expect(all.filter((name) => !(name in channels) && !(name in elsewhere))).toEqual([]);
  });
});
