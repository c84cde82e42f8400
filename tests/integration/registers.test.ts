import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import mammoth from 'mammoth';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { updateRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { recordConsent } from '../../main/services/child-file.ts';
import { type Context, write } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { exportRegister } from '../../main/services/registers/export-register.ts';
import { saveRequest } from '../../main/services/requests.ts';
import type { EvidenceItem } from '../../shared/domain/evidence.ts';
import { type RegisterFormat, RegisterKind } from '../../shared/domain/register.ts';
import { aChild, aFeedback } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedPerson, addedPlace } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;

beforeAll(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
  const childId = addChild(ctx, aChild()).id;
  recordConsent(ctx, {
    ...{ childId, party: 'parent', state: 'given', recordedBy: 'Planted recorder', at: null },
    note: 'Planted note of Jaden',
  });
  addedPerson(ctx, { name: '=HYPERLINK("x")', role: 'Head of SEN', notes: 'Planted internal note' });
  addedPerson(ctx, { name: 'Dana Tarrow', role: 'Parent', sector: 'family' });
  addedPlace(ctx, { name: 'Room 2.14', capacity: 12 });
  saveRequest(ctx, {
    ...{ id: null, title: 'What Jaden Tarrow waited for', wording: '@SUM(1)', group: '', askedAt: null },
    ...{ askedBy: 'Lead inspector', ownerSector: 'health', ownerId: null, dueOn: '2026-11-24', dueAt: 960 },
    ...{ dueHours: null, meetingId: null, remindOn: null, state: 'not-started' },
  });
  logFeedback(ctx, { ...aFeedback, isEmbargoed: false, text: 'Open words', reply: 'Planted reply' });
  logFeedback(ctx, { ...aFeedback, isEmbargoed: true, text: 'Planted embargoed words' });
  await add('Open.txt', null);
  await add('Planted internal paper.txt', 'internal');
  await add('Planted legal advice.txt', 'restricted');
});
afterAll(() => temp.close());

async function add(name: string, sensitivity: EvidenceItem['sensitivity']): Promise<void> {
  const path = join(temp.folder, name);
  await writeFile(path, `Words of ${name}`);
  await addEvidence(
    { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } },
    { targets: [] },
  );
  const item = listRows(ctx.db, evidenceItems).find(({ fileName }) => fileName === name);
  if (!item) throw new Error('it was taken in');
  write(ctx, { action: 'editEvidence', summary: 'Said how careful to be' }, (tx) =>
    updateRow(tx, evidenceItems, item.id, { sensitivity, notes: 'Planted note of ours' }),
  );
}

let html = '';
async function saved(kind: RegisterKind, format: RegisterFormat, isForOthers = true): Promise<Buffer> {
  const path = join(temp.folder, `out.${format}`);
  const outside = {
    ...ctx.outside,
    chooseSavePath: async (_: string, name: string) => {
      expect(name).toBe(`${kind}.${format}`);
      return path;
    },
    printPdf: async (page: string) => {
      html = page;
      return Buffer.from('%PDF');
    },
  };
  expect(await exportRegister({ ...ctx, outside }, { kind, format, isForOthers })).toEqual({ saved: true });
  return readFile(path);
}

/** Everything that a list says, in any of its forms. */
async function wordsOf(kind: RegisterKind, format: RegisterFormat, isForOthers: boolean): Promise<string> {
  const bytes = await saved(kind, format, isForOthers);
  if (format === 'pdf') return html;
  if (format === 'csv') return bytes.toString('utf8');
  if (format === 'docx') return (await mammoth.extractRawText({ buffer: bytes })).value;
  return JSON.stringify(await readXlsxFile(bytes));
}

describe('exportRegister', () => {
  it('gives others nothing embargoed or internal, and nobody a child’s name, in any form', async () => {
    for (const kind of RegisterKind.options) {
      for (const format of ['pdf', 'docx', 'xlsx', 'csv'] as const) {
        expect(await wordsOf(kind, format, true), `${kind}, ${format}`).not.toMatch(/Planted|Jaden|Tarrow/);
        expect(await wordsOf(kind, format, false), `${kind}, ${format}`).not.toMatch(/Jaden|Tarrow/);
      }
    }
  });

  it('keeps them for the partnership itself, and says that they are not to be passed on', async () => {
    const words: string[] = [];
    for (const kind of ['feedback', 'evidence', 'consents'] as const)
      words.push(await wordsOf(kind, 'csv', false));

    expect(words.join('\n')).toMatch(
      /Planted embargoed words[\s\S]*Planted internal paper[\s\S]*Planted note of Child A/,
    );
    expect(await wordsOf('feedback', 'docx', false)).toContain('For the partnership only');
    expect(await wordsOf('feedback', 'docx', false)).toContain('under embargo');
  });

  it('can be sorted in a workbook, holds no formula, and says its marking and when it was made', async () => {
    const [sheet] = await readXlsxFile(await saved('requests', 'xlsx'));
    const [heads = [], ...rows] = sheet?.data ?? [];
    const ours = rows.find((row) => row[1] === 'What Child A waited for') ?? [];

    expect(ours[heads.indexOf('Due')]).toEqual(new Date('2026-11-24T00:00:00.000Z'));
    expect(ours[heads.indexOf('In their words')]).toBe("'@SUM(1)");
    expect(rows.map(([first]) => first)).toEqual(
      expect.arrayContaining(['OFFICIAL-SENSITIVE', expect.stringMatching(/^Printed .*24 November 2026/)]),
    );
  });

  it('is plain text that Excel opens, each row with its marking', async () => {
    const rows = parse(await saved('people', 'csv'), { bom: true }) as string[][];

    expect(rows[0]?.[0]).toBe('Name');
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['\'=HYPERLINK("x")', 'Parent']));
    expect(rows.slice(1).every((row) => row.at(-1)?.startsWith('OFFICIAL-SENSITIVE. Printed'))).toBe(true);
  });

  it('is a table whose heads are marked, on paper', async () => {
    await saved('places', 'pdf');

    expect(html).toContain('<html lang="en-GB">');
    expect(html).toMatch(
      /<caption>Places<\/caption>[\s\S]*<th scope="col">Place<\/th>[\s\S]*<th scope="row"/,
    );
  });

  it('is not made of nothing', async () => {
    const empty = await tempEngagement({ frameworkId: 'blank' });
    try {
      const input = { kind: 'consents', format: 'csv', isForOthers: true } as const;
      expect(await codeOf(() => exportRegister(empty.ctx, input))).toBe('register/empty');
    } finally {
      await empty.close();
    }
  });
});
