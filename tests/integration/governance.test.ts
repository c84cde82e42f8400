import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { meetings } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import type { Context } from '../../main/services/context.ts';
import { readEngagement } from '../../main/services/engagement.ts';
import { keepVersion, readEvaluation, saveAssessments } from '../../main/services/evaluation/evaluation.ts';
import { exportList } from '../../main/services/governance/export-list.ts';
import { exportOne } from '../../main/services/governance/export-one.ts';
import {
  readGovernance,
  removeBoard,
  removeReport,
  saveAlignment,
  saveBoard,
  saveBriefing,
  saveReport,
  saveResource,
  saveSignOff,
} from '../../main/services/governance/governance.ts';
import { removePerson } from '../../main/services/people.ts';
import { removeMeeting } from '../../main/services/timetable.ts';
import { undoLast } from '../../main/services/undo.ts';
import type { Board } from '../../shared/domain/governance/board.ts';
import { noImplications } from '../../shared/domain/governance/report.ts';
import { jointSteps } from '../../shared/domain/governance/sign-off.ts';
import type { GovernanceList } from '../../shared/ipc/governance.ts';
import { aChild } from '../support/child-builders.ts';
import { failureOf } from '../support/failure-of.ts';
import { aBoard, aBriefing, aReport, aSignOff } from '../support/governance-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedPerson } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

const fresh = { id: null } as const;

function addBoard(own: Partial<Board> = {}): Board {
  saveBoard(ctx, { ...aBoard(own), ...fresh, members: [] });
  const board = readGovernance(ctx).boards.at(-1);
  if (!board) throw new Error('The board was not added');
  return board;
}

async function wordsOf(save: (ctx: Context) => Promise<unknown>): Promise<string> {
  const path = join(temp.folder, 'paper.docx');
  await save({ ...ctx, outside: { ...ctx.outside, chooseSavePath: async () => path } });
  return (await mammoth.extractRawText({ buffer: await readFile(path) })).value;
}
const listed = (what: GovernanceList) => wordsOf((own) => exportList(own, { what, format: 'docx' }));

describe('boards', () => {
  it('refuse to answer to each other in a circle, and change nothing', () => {
    const top = addBoard({ name: 'Health and wellbeing board' });
    const board = addBoard({ name: 'SEND board', answersToId: top.id });

    expect(failureOf(() => saveBoard(ctx, { ...top, answersToId: board.id, members: [] }))).toMatchObject({
      code: 'input/invalid',
    });
    expect(readGovernance(ctx).boards.find(({ id }) => id === top.id)?.answersToId).toBeNull();
    expect(failureOf(() => removeBoard(ctx, top))).toMatchObject({ code: 'record/in-use' });
  });

  it('keep who sits on them, whoever changes, and undo a change of seats in one step', () => {
    const rita = addedPerson(ctx, { name: 'Rita Short', role: 'Head of SEND' });
    const seats = [
      { personId: rita.id, role: '', isChair: true },
      { personId: null, role: 'Chair of the parent carer forum', isChair: true },
    ];
    saveBoard(ctx, { ...aBoard(), ...fresh, members: seats });
    const [board] = readGovernance(ctx).boards;
    if (!board) throw new Error('The board was not added');
    const before = readGovernance(ctx).members.map(({ id }) => id);

    saveBoard(ctx, { ...board, members: [...seats, { personId: null, role: 'Finance', isChair: false }] });
    expect(readGovernance(ctx).members.map(({ id }) => id)).toEqual([...before, expect.any(String)]);
    undoLast(ctx);
    expect(readGovernance(ctx).members).toHaveLength(2);

    removePerson(ctx, { id: rita.id });
    expect(readGovernance(ctx).members[0]).toMatchObject({ personId: null, role: 'Head of SEND' });
  });

  it('go out as a map of who answers to whom, with the next meeting', async () => {
    const top = addBoard({ name: 'Health and wellbeing board' });
    addBoard({ name: 'SEND board', answersToId: top.id, rhythm: 'monthly', meetsOn: '2026-12-08' });

    const words = await listed('boards');
    expect(words).toContain('SEND board');
    expect(words).toContain('Next: Tuesday 8 December 2026');
  });
});

describe('reports', () => {
  it('leave in a list without what is internal, embargoed or not public', async () => {
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    saveReport(ctx, {
      ...aReport({
        title: 'Update on Maya Kestrel',
        summary: 'All is well',
        internalNotes: 'PLANTED internal',
      }),
      ...fresh,
    });
    saveReport(ctx, { ...aReport({ title: 'PLANTED embargoed', isEmbargoed: true }), ...fresh });
    saveReport(ctx, {
      ...aReport({
        title: 'Contract',
        access: 'exempt',
        summary: 'PLANTED exempt',
        decision: 'PLANTED decision',
      }),
      ...fresh,
    });

    const words = await listed('reports');
    expect(words).toContain('Update on Child A');
    expect(words).toContain('Contract');
    expect(words).toContain('One report is left out until publication');
    expect(words).not.toMatch(/PLANTED|Kestrel/);
  });

  it('go out one by one with every implication, also those nobody has written', async () => {
    saveReport(ctx, {
      ...aReport({
        kind: 'decision',
        title: 'Peer challenge',
        decisionWanted: 'Approve it',
        optionsRejected: 'An inspection of our own',
        isKeyDecision: true,
        wards: 'Harbour and Mill',
        access: 'restricted',
        accessReason: 'names a setting',
        appendices: 'A: the plan',
        backgroundPapers: 'The report of 2024',
        contact: 'Head of SEND',
        internalNotes: 'PLANTED',
      }),
      ...fresh,
      implications: { ...noImplications, legal: 'None: the challenge is not statutory' },
    });
    const [report] = readGovernance(ctx).reports;
    if (!report) throw new Error('The report was not added');
    const print = () => wordsOf((own) => exportOne(own, { what: 'report', id: report.id, format: 'docx' }));

    const words = await print();
    expect(words).toContain('Approve it');
    expect(words).toContain('None: the challenge is not statutory');
    expect(words).toContain('key decision, wards: Harbour and Mill');
    expect(words).toMatch(/names a setting[\s\S]*An inspection of our own[\s\S]*A: the plan/);
    expect(words).toMatch(/The report of 2024[\s\S]*Head of SEND/);
    expect(words.match(/Nothing is written yet/g)).toHaveLength(6);
    expect(words).not.toContain('PLANTED');

    saveReport(ctx, { ...report, isEmbargoed: true });
    await expect(print()).rejects.toMatchObject({ code: 'governance/embargoed' });
  });

  it('may go while a sign-off names them, which then stands alone', () => {
    saveReport(ctx, { ...aReport(), ...fresh });
    const [report] = readGovernance(ctx).reports;
    if (!report) throw new Error('The report was not added');
    saveSignOff(ctx, { ...aSignOff({ about: 'report', reportId: report.id }), ...fresh });

    removeReport(ctx, report);
    expect(readGovernance(ctx).signOffs[0]?.reportId).toBeNull();
    undoLast(ctx);
    expect(readGovernance(ctx).signOffs[0]?.reportId).toBe(report.id);
  });
});

const blankAssessment = {
  assessedBy: 'partnership',
  ...{ achieved: '', needed: '', dataGaps: '', voice: '', ratingReason: '', internalNotes: '' },
  rating: 'amber',
  standing: 'open',
} as const;

describe('a sign-off of the self-evaluation', () => {
  it('names the version that was signed, and says in its paper what was changed since', async () => {
    const [criterion] = readEngagement(ctx).criteria;
    if (!criterion) throw new Error('There is no criterion');
    const say = (position: string) =>
      saveAssessments(ctx, { criterionId: criterion.id, said: [{ ...blankAssessment, position }] });
    say('Needs are found early');
    keepVersion(ctx, { audience: 'SEND board', note: '' });
    const [version] = readEvaluation(ctx).versions;
    const steps = jointSteps.map((step) => ({ ...step, initials: 'DW', on: '2026-11-24' as const }));
    const signOff = { ...aSignOff({ steps }), ...fresh };

    expect(failureOf(() => saveSignOff(ctx, signOff))).toMatchObject({ code: 'input/invalid' });
    expect(readGovernance(ctx).signOffs).toEqual([]);
    saveSignOff(ctx, { ...signOff, versionId: version?.id ?? null });

    expect(await listed('sign-offs')).toContain('Signed: version 1');
    say('Needs are found early');
    expect(await listed('sign-offs')).not.toContain('changed since');
    say('Needs are found late');
    expect(await listed('sign-offs')).toContain('Signed: version 1; changed since');
  });
});

describe('what members are told', () => {
  it('goes out with its meeting and without our own notes, and outlives the meeting', async () => {
    const meeting = listRows(ctx.db, meetings).find(({ title }) => /member/i.test(title));
    if (!meeting) throw new Error('The framework has a meeting with members');
    saveBriefing(ctx, {
      ...aBriefing({ meetingId: meeting.id, actions: 'Read the self-evaluation', internalNotes: 'PLANTED' }),
      ...fresh,
    });
    const [briefing] = readGovernance(ctx).briefings;
    if (!briefing) throw new Error('The briefing was not added');

    const words = await wordsOf((own) =>
      exportOne(own, { what: 'briefing', id: briefing.id, format: 'docx' }),
    );
    expect(words).toContain(meeting.title);
    expect(words).toContain('Read the self-evaluation');
    expect(words).not.toContain('PLANTED');

    removeMeeting(ctx, { id: meeting.id });
    expect(readGovernance(ctx).briefings[0]?.meetingId).toBeNull();
  });
});

describe('the other lists', () => {
  it('say that there is nothing to show before there is', async () => {
    for (const what of ['boards', 'reports', 'briefings', 'sign-offs', 'resources'] as const)
      await expect(listed(what)).rejects.toMatchObject({ code: 'governance/empty' });
  });

  it('show a clearance grid, money, and what plans have to fit', async () => {
    saveSignOff(ctx, { ...aSignOff(), ...fresh });
    saveResource(ctx, {
      id: null,
      kind: 'grant',
      title: 'High needs grant',
      from: 'DfE',
      pounds: 25_000,
      startsOn: null,
      endsOn: null,
      note: '',
    });
    saveAlignment(ctx, {
      id: null,
      kind: 'programme',
      title: 'Transforming care',
      owner: 'NHS England',
      standing: 'partly',
      shownBy: 'Strategy, page 4',
      documentId: null,
      note: '',
    });

    expect(await listed('sign-offs')).toContain('Chief officer');
    const words = await listed('resources');
    expect(words).toContain('£25,000');
    expect(words).toContain('Partly in line');
  });

  it('show visits, updates to settings, help from outside, what may run short, and local pressures', async () => {
    const visit = aBriefing({ kind: 'visit', service: 'Portage team', actions: 'Ask about the wait' });
    saveBriefing(ctx, { ...visit, ...fresh });
    saveBriefing(ctx, { ...aBriefing({ kind: 'update', who: 'SENCO network' }), ...fresh });
    const resource = { id: null, from: '', pounds: null, startsOn: null, endsOn: null, note: '' };
    saveResource(ctx, { ...resource, kind: 'help', title: 'Improvement adviser' });
    saveResource(ctx, { ...resource, kind: 'risk', title: 'No psychologists' });
    const pressure = {
      id: null,
      owner: '',
      standing: 'unchecked',
      shownBy: '',
      documentId: null,
      note: '',
    } as const;
    saveAlignment(ctx, { ...pressure, kind: 'pressure', title: 'More plans each year' });

    const told = await listed('briefings');
    expect(told).toMatch(/Visit to a service\s*Portage team[\s\S]*Ask about the wait/);
    expect(told).toMatch(/SENCO network\s*Update to settings or forums/);
    const words = await listed('resources');
    expect(words).toMatch(/Improvement adviser\s*Help from outside/);
    expect(words).toMatch(/No psychologists\s*Risk to resources/);
    expect(words).toMatch(/More plans each year\s*Local pressure/);
  });
});
