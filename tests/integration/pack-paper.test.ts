import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { children, evidenceItems, meetings } from '../../main/db/tables.ts';
import { updateRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent } from '../../main/services/child-file.ts';
import { type Context, write } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import {
  readGovernance,
  saveBriefing,
  saveReport,
  saveSignOff,
} from '../../main/services/governance/governance.ts';
import { exportPack, readPacks } from '../../main/services/pack/packs.ts';
import { previewPack } from '../../main/services/pack/preview.ts';
import type { Briefing } from '../../shared/domain/governance/briefing.ts';
import type { Report } from '../../shared/domain/governance/report.ts';
import { type ChildId, EvidenceId } from '../../shared/domain/ids.ts';
import { type PackAudience, type PackSubject, plainPack } from '../../shared/domain/pack.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { aBriefing, aReport, aSignOff } from '../support/governance-builders.ts';
import { makePdf } from '../support/make-documents.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedMeeting } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;
let into: string;
let printed: string[];

beforeEach(async () => {
  into = await mkdtemp(join(tmpdir(), 'lano-pack-'));
  printed = [];
  temp = await tempEngagement({
    outside: {
      chooseFolder: async () => into,
      printPdf: async (html) => {
        printed.push(html);
        return makePdf({ pages: [['Printed']] });
      },
    },
  });
  ctx = temp.ctx;
  addChild(ctx, aChild());
});
afterEach(async () => {
  await temp.close();
  await rm(into, { recursive: true, force: true });
});

const fresh = { id: null } as const;

async function add(name: string, targets: readonly LinkTarget[] = []): Promise<EvidenceId> {
  const path = join(temp.folder, name);
  await writeFile(path, `Words of ${name}`);
  const outside = { ...ctx.outside, chooseFiles: async () => [path] };
  const [file] = await addEvidence({ ...ctx, outside }, { targets: [...targets] });
  return EvidenceId.parse(file?.evidenceId);
}

function addReport(own: Partial<Report>): Report {
  saveReport(ctx, { ...aReport({ title: 'Peer challenge', ...own }), ...fresh });
  const [report] = readGovernance(ctx).reports;
  if (!report) throw new Error('The report was not added');
  return report;
}

function addBriefing(own: Partial<Briefing>): Briefing {
  saveBriefing(ctx, { ...aBriefing(own), ...fresh });
  const [briefing] = readGovernance(ctx).briefings;
  if (!briefing) throw new Error('The briefing was not added');
  return briefing;
}

function theChild(): ChildId {
  const [child] = listRows(ctx.db, children);
  if (!child) throw new Error('There is no child');
  return child.id;
}

const preview = (subject: PackSubject, audience: PackAudience = 'inspector') =>
  previewPack(ctx, { ...plainPack(subject), audience });
async function make(subject: PackSubject) {
  const made = await exportPack(ctx, {
    ...plainPack(subject),
    recipient: '',
    reason: 'The board meets today',
  });
  return (await readdir(join(into, made?.folderName ?? '', 'data'))).toSorted();
}
const whats = (found: readonly { readonly what: string }[]) => found.map(({ what }) => what);

async function footOf(path: string): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)) }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

describe('a pack about a board paper', () => {
  it('holds the report with its document and what is being signed off, and nothing of our own', async () => {
    const signed = await add('Evaluation.txt');
    const report = addReport({
      summary: 'Jaden Tarrow was seen in March.',
      internalNotes: 'PLANTED',
      documentId: await add('Appendix.txt'),
    });
    saveSignOff(ctx, {
      ...aSignOff({ about: 'report', reportId: report.id, documentId: signed, note: 'PLANTED' }),
      ...fresh,
    });
    await add('Elsewhere.txt');
    addReport({ title: 'Kestrel letter', isEmbargoed: true, documentId: await add('Letter.txt') });

    const subject = { reportId: report.id };
    expect(await preview(subject)).toMatchObject({ hasPaper: true, subject: 'Peer challenge', stops: [] });
    expect(whats((await preview(subject)).cautions)).toEqual(['The paper is not signed off']);

    expect(await make(subject)).toEqual([
      '000 Board paper.pdf',
      '000 Index.pdf',
      '001 Appendix.txt',
      '002 Evaluation.txt',
    ]);
    const words = printed.join('\n');
    expect(words).toContain('Child A was seen in March');
    expect(words).toContain('First, in 000 Board paper.pdf: Peer challenge.');
    expect(words).not.toMatch(/PLANTED|Kestrel|Jaden|Tarrow/);
    expect(readPacks(ctx).exports).toMatchObject([{ subject: 'Peer challenge', documents: 2 }]);
  });

  it('numbers the pages of the paper first, and goes on with them in the documents', async () => {
    const path = join(temp.folder, 'Appendix.pdf');
    await writeFile(path, await makePdf({ pages: [['One'], ['Two']] }));
    const outside = { ...ctx.outside, chooseFiles: async () => [path] };
    const [file] = await addEvidence({ ...ctx, outside }, { targets: [] });
    const report = addReport({ documentId: EvidenceId.parse(file?.evidenceId) });
    const choices = { ...plainPack({ reportId: report.id }), isNumbered: true };

    const made = await exportPack(ctx, { ...choices, recipient: '', reason: 'The board meets today' });

    const data = join(into, made?.folderName ?? '', 'data');
    expect(await footOf(join(data, '000 Board paper.pdf'))).toContain('Peer challenge   1');
    expect(await footOf(join(data, '001 Appendix.pdf'))).toContain('Peer challenge   2');
    expect(printed.join('\n')).toContain('2 to 3');
  });

  it('goes by itself where no document is tied to it, and is in the list of hashes', async () => {
    const { id } = addReport({});

    expect(await make({ reportId: id })).toEqual(['000 Board paper.pdf', '000 Index.pdf']);
    const [folder = ''] = (await readdir(into)).filter((name) => !name.endsWith('.zip'));
    expect(await readFile(join(into, folder, 'manifest-sha256.txt'), 'utf8')).toContain(
      'data/000 Board paper',
    );
  });

  it('is not made of a report under embargo, and leaves nothing', async () => {
    const { id } = addReport({ isEmbargoed: true });

    expect(await codeOf(() => make({ reportId: id }))).toBe('governance/embargoed');
    expect(await readdir(into)).toEqual([]);
  });

  it('asks a reason for a report that is not public, and keeps it from those outside', async () => {
    const { id } = addReport({ access: 'exempt', accessReason: 'Paragraph 3' });
    const said = 'The paper is not public: exempt from publication';

    expect(await preview({ reportId: id }, 'board')).toMatchObject({ stops: [], cautions: [{ what: said }] });
    for (const audience of ['family', 'data-subject'] as const)
      expect(whats((await preview({ reportId: id }, audience)).stops)).toEqual([said]);
  });

  it('stops at a note for ourselves and at what still tells who a child is', async () => {
    addChild(ctx, aChild({ forename: 'Mirela', surname: 'Voss', nhsNumber: '943 476 5919' }));
    const { id } = addReport({ summary: 'Delete before submitting. One child, 943 476 5919, waits.' });

    expect(whats((await preview({ reportId: id })).stops)).toEqual([
      'The paper tells who a child is',
      'The paper holds a note for ourselves',
    ]);
  });
});

describe('the document of a report under embargo', () => {
  it('goes to nobody in a pack about anything else, and to inspectors only with a reason', async () => {
    const documentId = await add('Letter.txt');
    const held = addReport({ title: 'Draft letter', isEmbargoed: true, documentId });
    const { id } = addReport({ title: 'Update', documentId });
    const said = 'Document 001 is under embargo';

    const subjects = [
      { reportId: readGovernance(ctx).reports.find((one) => one.id !== held.id)?.id ?? id },
      { whole: true },
    ] as const;
    for (const subject of subjects) {
      for (const audience of ['peer-team', 'family', 'data-subject', 'board', 'member'] as const)
        expect(whats((await preview(subject, audience)).stops)).toContain(said);
      expect(whats((await preview(subject)).stops)).toEqual([]);
      expect(whats((await preview(subject)).cautions)).toContain(said);
    }
    saveReport(ctx, { ...held, isEmbargoed: false });
    expect(whats((await preview({ whole: true }, 'board')).stops)).not.toContain(said);
  });
});

describe('a pack about a role briefing', () => {
  it('holds the briefing, its document and what is tied to its meeting, and nothing internal for members', async () => {
    const [meeting, other] = listRows(ctx.db, meetings);
    if (!meeting || !other) throw new Error('The framework has meetings');
    const { id } = addBriefing({
      ...{ who: 'Lead member', meetingId: meeting.id, actions: 'Read it', internalNotes: 'PLANTED' },
      documentId: await add('Brief.txt'),
    });
    const kept = await add('Agenda.txt', [{ meetingId: meeting.id }]);
    await add('Other agenda.txt', [{ meetingId: other.id }]);

    expect(await make({ briefingId: id })).toEqual([
      '000 Index.pdf',
      '000 Role briefing.pdf',
      '001 Agenda.txt',
      '002 Brief.txt',
    ]);
    expect(printed.join('\n')).toContain('Briefing for Lead member');
    expect(printed.join('\n')).not.toContain('PLANTED');

    write(ctx, { action: 'editEvidence', summary: 'Said how careful to be' }, (tx) =>
      updateRow(tx, evidenceItems, kept, { sensitivity: 'internal' }),
    );
    expect(whats((await preview({ briefingId: id }, 'member')).stops)).toEqual(['Document 001 is internal']);
  });

  it('holds what is linked to no other meeting where it prepares for none', async () => {
    const [meeting] = listRows(ctx.db, meetings);
    if (!meeting) throw new Error('The framework has meetings');
    await add('Agenda.txt', [{ meetingId: meeting.id }]);
    const { id } = addBriefing({});

    expect((await preview({ briefingId: id })).documents).toEqual([]);
  });
});

describe('a pack for a meeting', () => {
  it('holds its documents and those of its child, waits for consent, and names nobody', async () => {
    const childId = theChild();
    const meeting = addedMeeting(ctx, {
      title: 'Tracking: Jaden Tarrow',
      day: '2026-11-25',
      start: 9 * 60,
      childId,
    });
    await add('Agenda.txt', [{ meetingId: meeting.id }]);
    await add('Plan.txt', [{ childId }]);
    await add('Elsewhere.txt');
    const subject = { meetingId: meeting.id };

    const before = await preview(subject);
    expect(whats(before.stops)).toEqual(['Consent for Child A is not given']);
    expect(before.subject).toBe('Tracking: Child A, Wed 25 Nov');
    expect(before.documents.map(({ title }) => title)).toEqual(['Agenda', 'Plan']);

    const step = { recordedBy: 'K Obi', note: '', at: null } as const;
    recordConsent(ctx, { ...step, childId, party: 'parent', state: 'given' });
    expect(await make(subject)).toEqual(['000 Index.pdf', '001 Agenda.txt', '002 Plan.txt']);
    expect(printed.join('\n')).not.toMatch(/Jaden|Tarrow/);
    expect(readPacks(ctx).exports).toMatchObject([{ childId, documents: 2 }]);
  });
});
