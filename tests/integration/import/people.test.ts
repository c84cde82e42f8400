import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../../main/db/table.ts';
import { importMappings, organisations, people } from '../../../main/db/tables.ts';
import { confirmImport, readPastedPeople, remapImport } from '../../../main/services/import/imports.ts';
import { readHistory, redoLast, undoLast } from '../../../main/services/undo.ts';
import {
  confirmChosen,
  csv,
  type ImportDesk,
  importDesk,
  rowAt,
  workbook,
} from '../../support/import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.close());

const contacts = () =>
  workbook([
    ['Contact list, last updated by business support', null, null, null, null, null, null, null],
    [null, null, null, null, null, null, null, null],
    ['Name', 'Job title', 'Organisation', 'Sector', 'E-mail', 'Tel', 'Not available', 'Notes'],
    [
      '  Hallie   Lang ',
      'Head of SEND',
      'Council',
      'education',
      'hallie@council.example',
      'N/A',
      'Wed am',
      null,
    ],
    [null, null, null, null, null, null, null, null],
    ['Robin Leffler', 'Designated Clinical Officer', 'ICB', null, null, '01632 960003', null, null],
    ['ROBIN LEFFLER', 'DCO', 'ICB', 'health', 'robin@icb.example', null, null, 'DUPLICATE?'],
    [null, 'Governor', 'Oakfield Primary', 'education', null, null, null, null],
  ]);
const imported = () => listRows(desk.ctx.db, people).filter((person) => person.side === 'partnership');
const named = (name: string) => imported().find((person) => person.name === name);

describe('readImport of people', () => {
  it('finds the headings under a title, and says of each row what is ready, bad, doubled or guessed', async () => {
    const preview = await desk.read('people', 'people.xlsx', await contacts());

    expect(preview).toMatchObject({
      fileName: 'people.xlsx',
      mapping: { name: 'Name', role: 'Job title', phone: 'Tel', availability: 'Not available' },
      missing: [],
      wasRemembered: false,
      blankRows: 1,
    });
    expect(
      preview.rows.map(({ rowNumber, isBad, startsChosen }) => [rowNumber, isBad, startsChosen]),
    ).toEqual([
      [4, false, true],
      [6, false, true],
      [7, false, false],
      [8, true, false],
    ]);
    expect(rowAt(preview, 4).values).toMatchObject({ name: 'Hallie Lang', availability: 'Wed am' });
    expect(rowAt(preview, 4).values).not.toHaveProperty('phone');
    expect(rowAt(preview, 6).notes).toEqual(['The sector is a guess: health.']);
    expect(rowAt(preview, 7).duplicateOf).toEqual({
      label: 'Robin Leffler',
      rowNumber: 6,
      reason: 'The name is the same.',
      isLikely: true,
      conflicts: ['Role stays “Designated Clinical Officer”; “DCO” is not taken over.'],
    });
    expect(rowAt(preview, 8).problems[0]?.reason).toBe('There is no name.');
  });

  it('writes nothing, not even when another mapping is tried', async () => {
    const preview = await desk.read('people', 'people.xlsx', await contacts());
    const { notes: _, ...mapping } = preview.mapping;
    const again = remapImport(desk.ctx, { token: preview.token, sheet: preview.sheet, mapping });

    expect(again.mapping).not.toHaveProperty('notes');
    expect(desk.changes).toEqual([]);
  });

  it('says which field is needed while no column gives a name', async () => {
    const preview = await desk.read('people', 'list.csv', csv('Blurb,Job title', 'Hallie Lang,Head of SEND'));

    expect(preview.missing).toContain('Name');
    const mapping = { ...preview.mapping, name: 'Blurb' };
    const mended = remapImport(desk.ctx, { token: preview.token, sheet: preview.sheet, mapping });
    expect(mended.missing).toEqual([]);
    expect(rowAt(mended, 2).values).toMatchObject({ name: 'Hallie Lang' });
  });

  it('tells columns of the same heading apart', async () => {
    const preview = await desk.read(
      'people',
      'list.csv',
      csv('Name,Tel,Tel', 'Hallie Lang,01632 960001,01632 960002'),
    );

    expect(preview.headings).toEqual(['Name', 'Tel', 'Tel (2)']);
    const mapping = { ...preview.mapping, phone: 'Tel (2)' };
    const again = remapImport(desk.ctx, { token: preview.token, sheet: preview.sheet, mapping });
    expect(rowAt(again, 2).values).toMatchObject({ phone: '01632 960002' });
  });

  it('reads Windows-1252 and a byte order mark', async () => {
    const old = Buffer.from(csv('Name,Job title', 'Zoë Müller,Governor'), 'latin1');
    const marked = `\uFEFF${csv('Name,Job title', 'Zoë Müller,Governor')}`;

    expect(rowAt(await desk.read('people', 'old.csv', old), 2).values).toMatchObject({ name: 'Zoë Müller' });
    expect(rowAt(await desk.read('people', 'new.csv', marked), 2).values).toMatchObject({
      name: 'Zoë Müller',
    });
  });
});

describe('confirmImport of people', () => {
  it('adds people with their organisations, each organisation once', async () => {
    const result = confirmChosen(desk.ctx, await desk.read('people', 'people.xlsx', await contacts()));

    expect(result).toMatchObject({ added: 2, merged: 0, left: 1 });
    expect(named('Hallie Lang')).toMatchObject({ role: 'Head of SEND', phone: '', availability: 'Wed am' });
    const bodies = listRows(desk.ctx.db, organisations);
    expect(bodies.map(({ name, sector }) => [name, sector])).toEqual([
      ['Council', 'education'],
      ['ICB', 'health'],
    ]);
    expect(named('Robin Leffler')?.organisationId).toBe(bodies[1]?.id);
  });

  it('merges a duplicate only when asked, filling blanks and overwriting nothing', async () => {
    const preview = await desk.read('people', 'people.xlsx', await contacts());
    const result = confirmChosen(desk.ctx, preview, [7]);

    expect(result).toMatchObject({ added: 2, merged: 1, left: 0 });
    expect(imported()).toHaveLength(2);
    expect(named('Robin Leffler')).toMatchObject({
      role: 'Designated Clinical Officer',
      email: 'robin@icb.example',
      phone: '01632 960003',
      notes: 'DUPLICATE?',
    });
  });

  it('adds a duplicate as somebody else when that is chosen', async () => {
    const { token } = await desk.read('people', 'people.xlsx', await contacts());
    confirmImport(desk.ctx, { token, rows: [4, 6, 7], merge: [] });

    expect(imported().map((person) => person.name)).toEqual([
      'Hallie Lang',
      'Robin Leffler',
      'ROBIN LEFFLER',
    ]);
  });

  it('fills the blanks of somebody who is in the engagement already', async () => {
    confirmChosen(
      desk.ctx,
      await desk.read('people', 'one.csv', csv('Name,Tel', 'Hallie Lang,01632 960001')),
    );
    const again = await desk.read('people', 'two.csv', csv('Name,Tel,E-mail', '"Lang, Hallie",,'));
    const more = await desk.read(
      'people',
      'three.csv',
      csv('Name,Tel,E-mail', 'Dr Hallie Lang,01632 960009,hallie@council.example'),
    );

    expect(rowAt(again, 2).duplicateOf).toMatchObject({ label: 'Hallie Lang', rowNumber: null });
    confirmChosen(desk.ctx, more, [2]);
    expect(imported()).toHaveLength(1);
    expect(named('Hallie Lang')).toMatchObject({ phone: '01632 960001', email: 'hallie@council.example' });
  });

  it('is one step: undone whole, done again whole, and named in the history', async () => {
    confirmChosen(desk.ctx, await desk.read('people', 'people.xlsx', await contacts()), [7]);
    expect(readHistory(desk.ctx).undo?.summary).toBe('Imported 2 people and merged 1 from people.xlsx');

    undoLast(desk.ctx);
    expect(imported()).toEqual([]);
    expect(listRows(desk.ctx.db, organisations)).toEqual([]);
    redoLast(desk.ctx);
    expect(imported()).toHaveLength(2);
  });

  it('remembers what the columns meant for the next sheet with these headings in any order', async () => {
    const first = await desk.read('people', 'one.csv', csv('Blurb,Gubbins', 'Hallie Lang,Head of SEND'));
    const mapping = { name: 'Blurb', role: 'Gubbins' };
    confirmChosen(desk.ctx, remapImport(desk.ctx, { token: first.token, sheet: first.sheet, mapping }));
    const next = await desk.read('people', 'two.csv', csv('GUBBINS,Blurb ', 'DCO,Robin Leffler'));

    expect(next).toMatchObject({ wasRemembered: true, mapping: { name: 'Blurb', role: 'GUBBINS' } });
    expect(listRows(desk.ctx.db, importMappings)).toHaveLength(1);
  });

  it('keeps a file only until it is confirmed', async () => {
    const preview = await desk.read('people', 'people.xlsx', await contacts());
    confirmChosen(desk.ctx, preview);

    expect(() => confirmChosen(desk.ctx, preview)).toThrow('Choose the spreadsheet again');
  });

  it('takes five thousand rows in one step', { timeout: 60_000 }, async () => {
    const letters = (n: number) =>
      String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + Math.floor(n / 676));
    const lines = Array.from(
      { length: 5000 },
      (_, n) => `Person${letters(n)} Sample,Teacher,School ${n % 40}`,
    );
    const preview = await desk.read('people', 'big.csv', csv('Name,Role,Organisation', ...lines));

    expect(confirmChosen(desk.ctx, preview)).toMatchObject({ added: 5000 });
    undoLast(desk.ctx);
    expect(imported()).toEqual([]);
  });
});

describe('readPastedPeople', () => {
  it('reads a line from an e-mail, keeps what it does not understand, and imports the people', () => {
    const text = 'Hallie Lang, Head of SEND; Robin Leffler (DCO, ICB)\nsee you all there';
    const preview = readPastedPeople(desk.ctx, { text });

    expect(preview).toMatchObject({ isPasted: true, missing: [], blankRows: 0 });
    expect(rowAt(preview, 1)).toMatchObject({ isBad: false, startsChosen: true });
    expect(rowAt(preview, 2).values).toMatchObject({
      name: 'Robin Leffler',
      role: 'DCO',
      organisation: 'ICB',
    });
    expect(rowAt(preview, 3)).toMatchObject({ isBad: true, values: { name: 'see you all there' } });
    confirmChosen(desk.ctx, preview);
    expect(imported().map(({ name, sector }) => [name, sector])).toEqual([
      ['Hallie Lang', 'education'],
      ['Robin Leffler', 'health'],
    ]);
    expect(readHistory(desk.ctx).undo?.summary).toBe('Imported 2 people from a pasted text');
  });

  it('refuses a text without a word', () => {
    expect(() => readPastedPeople(desk.ctx, { text: ' ;\n ' })).toThrow('nothing in this spreadsheet');
  });
});
