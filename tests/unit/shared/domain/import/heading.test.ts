import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeader, headingKey, normaliseHeading } from '../../../../../shared/domain/import/heading.ts';
import type { Row } from '../../../../../shared/domain/import/table.ts';
import { allKnownHeadings } from '../../../../../shared/domain/import/targets.ts';

const find = (rows: readonly Row[]) => findHeader(rows, allKnownHeadings);

describe('normaliseHeading', () => {
  it('makes case, hard spaces, dashes, stars and units in brackets the same', () => {
    const written = [
      'Main education establishment – URN',
      'MAIN EDUCATION ESTABLISHMENT - URN',
      'main education\u00a0establishment\u2014urn *',
    ];

    expect(new Set(written.map(normaliseHeading))).toEqual(new Set(['main education establishment urn']));
  });

  it('drops a unit but keeps other words in brackets', () => {
    expect(normaliseHeading('Travel from Civic Centre (min)')).toBe('travel from civic centre');
    expect(normaliseHeading('Phase (dual registration)')).toBe('phase dual registration');
  });

  it('gives e-mail and email one key', () => {
    expect(headingKey('E-mail')).toBe(headingKey(' Email '));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseHeading(normaliseHeading(text))).toBe(normaliseHeading(text));
      }),
    );
  });
});

describe('findHeader', () => {
  it('passes over title lines and blank rows', () => {
    const rows = [
      ['Contact list for inspection week', null, null],
      [null, null, null],
      ['Name', 'Job title', 'E-mail'],
      ['Hallie Lang', 'Head of SEND', 'hallie@council.example'],
    ];

    expect(find(rows)).toEqual({
      rowIndex: 2,
      rowCount: 1,
      headings: ['Name', 'Job title', 'E-mail'],
      firstDataRow: 3,
      width: 3,
    });
  });

  it('joins a second heading row that splits the first', () => {
    const rows = [
      ['Staff list', null, null, null],
      ['Name', 'Contact', null, 'Notes'],
      [null, 'E-mail', 'Tel', null],
      ['Hallie Lang', 'hallie@council.example', '01632 961001', null],
    ];

    expect(find(rows)).toMatchObject({
      rowIndex: 1,
      rowCount: 2,
      headings: ['Name', 'Contact: E-mail', 'Contact: Tel', 'Notes'],
      firstDataRow: 3,
    });
  });

  it('joins the row above when the finer row is the better known', () => {
    const rows = [
      ['Name', 'How to reach them', null, null],
      [null, 'E-mail', 'Tel', 'Notes'],
      ['Hallie Lang', 'hallie@council.example', '01632 961001', 'Teams'],
    ];

    expect(find(rows)).toMatchObject({
      rowIndex: 0,
      headings: ['Name', 'How to reach them: E-mail', 'How to reach them: Tel', 'How to reach them: Notes'],
      firstDataRow: 2,
    });
  });

  it('does not join a title that stands over a column without a heading', () => {
    const rows = [
      [null, 'Contact list', null],
      ['Name', null, 'E-mail'],
      ['Hallie Lang', 'prefers Teams', 'hallie@council.example'],
    ];

    expect(find(rows)).toMatchObject({ rowIndex: 1, rowCount: 1, headings: ['Name', '', 'E-mail'] });
  });

  it('passes over a second row of notes', () => {
    const rows = [
      ['Meeting', 'Date', 'Start', 'Room'],
      ['(as on invitation)', 'dd/mm/yyyy', 'hh:mm', null],
      ['Keep in touch', '24/11/2026', '09:45', 'Committee Room 2'],
    ];

    expect(find(rows)).toMatchObject({
      headings: ['Meeting', 'Date', 'Start', 'Room'],
      rowCount: 2,
      firstDataRow: 2,
    });
  });

  it('does not take a row of people for a second heading row when a column has no heading', () => {
    const rows = [
      ['Name', 'Role', null],
      ['Hallie Lang', 'Head of SEND', 'prefers Teams'],
    ];

    expect(find(rows)).toMatchObject({ headings: ['Name', 'Role', ''], firstDataRow: 1 });
  });

  it('finds headings that it does not know as the first row of words', () => {
    const rows = [
      ['Herbstplan', null, null],
      ['Vorname', 'Nachname', 'Amt'],
      ['Hallie', 'Lang', 'Leitung'],
    ];

    expect(find(rows)).toMatchObject({ headings: ['Vorname', 'Nachname', 'Amt'], firstDataRow: 2 });
  });

  it('finds no headings in a sheet of numbers', () => {
    expect(
      find([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toBeNull();
  });

  it('finds no headings in an empty sheet', () => {
    expect(find([])).toBeNull();
  });
});
