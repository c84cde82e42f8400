import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueIn, readPastedRequests } from '../../../../shared/domain/request-paste.ts';

/** A Tuesday. */
const today = '2026-11-24';
const titles = (text: string) => readPastedRequests(text, today).requests.map(({ title }) => title);

const email = `From: Lead inspector
Subject: Further information

Dear Marie,

Thank you for this morning. Could you send us the following:

1. Please provide the joint commissioning minutes for the last three
   meetings, by 4pm today.
2) Waiting times for speech and language therapy
3. Could we have a copy of the AP oversight policy by Thursday?

Many thanks
Jo
Senior HMI`;

describe('readPastedRequests', () => {
  it('makes each numbered item one request, with the lines that belong to it, and leaves the rest', () => {
    const { requests, left } = readPastedRequests(email, today);

    expect(requests).toEqual([
      {
        reference: '',
        title: 'Joint commissioning minutes for the last three meetings',
        wording: 'Please provide the joint commissioning minutes for the last three meetings, by 4pm today.',
        dueOn: today,
        dueAt: 960,
      },
      {
        reference: '',
        title: 'Waiting times for speech and language therapy',
        wording: 'Waiting times for speech and language therapy',
        dueOn: null,
        dueAt: null,
      },
      {
        reference: '',
        title: 'AP oversight policy',
        wording: 'Could we have a copy of the AP oversight policy by Thursday?',
        dueOn: '2026-11-26',
        dueAt: null,
      },
    ]);
    expect(left).toContain('Dear Marie,');
    expect(left).toContain('Senior HMI');
  });

  it('takes each line of a plain list, without greeting and sign-off', () => {
    expect(titles('Hi both\nSufficiency plan\n\nPlease send panel terms of reference.\nRegards\nJo')).toEqual(
      ['Sufficiency plan', 'Panel terms of reference'],
    );
  });

  it('reads bullets, quoted lines and references of their own', () => {
    expect(titles('> • JSNA\n> • Local offer report')).toEqual(['JSNA', 'Local offer report']);
    expect(
      readPastedRequests('A4 Board minutes\nA5 Scorecard', today).requests.map(({ reference }) => reference),
    ).toEqual(['A4', 'A5']);
  });

  it('never loses a line with words and never makes a request without a title', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 12 }), (lines) => {
        const { requests } = readPastedRequests(lines.join('\n'), today);

        expect(requests.every(({ title }) => title.trim() !== '' && title.length <= 200)).toBe(true);
      }),
    );
  });
});

describe('dueIn', () => {
  it.each([
    ['by 4pm', today, 960],
    ['by noon tomorrow', '2026-11-25', 720],
    ['before Friday', '2026-11-27', null],
    ['by Tuesday', '2026-12-01', null],
    ['by 26 November', '2026-11-26', null],
    ['by 4pm on Thursday', '2026-11-26', 960],
    ['by 01/12/2026', '2026-12-01', null],
    ['by Wednesday 2 December', '2026-12-02', null],
    ['by Wednesday, the 2nd of December 2026', '2026-12-02', null],
    ['by 4pm on Wednesday 18 November', '2026-11-18', 960],
    ['before Friday 04/12/2026', '2026-12-04', null],
    ['the minutes of 26 November', null, null],
  ])('reads %j', (text, dueOn, dueAt) => {
    expect(dueIn(text, today)).toEqual({ dueOn, dueAt });
  });
});
