import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PastedPeople, readPastedPeople } from '../../../../../shared/domain/import/people-paste.ts';

/** Name, role and organisation of each person, as a table. */
const table = ({ people }: PastedPeople) =>
  people.map(({ name, role, organisation }) => [name, role, organisation]);

describe('readPastedPeople', () => {
  it('reads names with roles after a comma, in brackets and after a dash', () => {
    const text = 'Hallie Lang, Head of SEND; Robin Leffler (DCO, ICB)\nForest Sauer - ICB Chief Executive';

    expect(readPastedPeople(text)).toEqual({
      people: [
        {
          name: 'Hallie Lang',
          role: 'Head of SEND',
          organisation: null,
          sector: 'education',
          email: null,
          phone: null,
          confidence: 0.95,
          remainder: '',
          source: 'Hallie Lang, Head of SEND',
          at: 0,
        },
        {
          name: 'Robin Leffler',
          role: 'DCO',
          organisation: 'ICB',
          sector: 'health',
          email: null,
          phone: null,
          confidence: 0.95,
          remainder: '',
          source: 'Robin Leffler (DCO, ICB)',
          at: 27,
        },
        {
          name: 'Forest Sauer',
          role: 'ICB Chief Executive',
          organisation: null,
          sector: 'health',
          email: null,
          phone: null,
          confidence: 0.95,
          remainder: '',
          source: 'Forest Sauer - ICB Chief Executive',
          at: 52,
        },
      ],
      unread: [],
    });
  });

  it('reads an address line, surname first, with and without quotation marks', () => {
    const text = 'To: "Lang, Hallie" <hallie@council.example>; Leffler, Robin (ICB) <robin@icb.example>';

    expect(readPastedPeople(text).people).toMatchObject([
      { name: 'Hallie Lang', email: 'hallie@council.example', organisation: null, remainder: '' },
      { name: 'Robin Leffler', email: 'robin@icb.example', organisation: 'ICB', remainder: '' },
    ]);
  });

  it('reads an address line parted by commas', () => {
    const text = 'Hallie Lang <hallie@council.example>, Robin Leffler <robin@icb.example>';

    expect(readPastedPeople(text).people.map(({ name, email }) => [name, email])).toEqual([
      ['Hallie Lang', 'hallie@council.example'],
      ['Robin Leffler', 'robin@icb.example'],
    ]);
  });

  it.each<[string, readonly (readonly (string | null)[])[]]>([
    ['Caden Bins-Hoeger (Lead Member, adults)', [['Caden Bins-Hoeger', 'Lead Member, adults', null]]],
    ['Giuseppe Harber, Chair, Parent Carer Forum', [['Giuseppe Harber', 'Chair', 'Parent Carer Forum']]],
    ['Mary Nurse, School nurse, NHS Trust', [['Mary Nurse', 'School nurse', 'NHS Trust']]],
    [
      'Cllr Ann Lee, Lead Member at Somewhere Council',
      [['Cllr Ann Lee', 'Lead Member', 'Somewhere Council']],
    ],
    ['DCO - Robin Leffler', [['Robin Leffler', 'DCO', null]]],
    ['Head of SEND: Hallie Lang', [['Hallie Lang', 'Head of SEND', null]]],
    ['Hallie Lang Head of SEND', [['Hallie Lang', 'Head of SEND', null]]],
    ['1. Dr. Felton Mueller (CQC lead)', [['Dr. Felton Mueller', 'CQC lead', null]]],
    [
      'van der Berg, Anna; O’Brien, Seán',
      [
        ['Anna van der Berg', null, null],
        ['Seán O’Brien', null, null],
      ],
    ],
    ['Hallie Lang (Head of SEND; Council)', [['Hallie Lang', 'Head of SEND', 'Council']]],
    [
      'Hallie Lang (DCO), Robin Leffler (DMO)',
      [
        ['Hallie Lang', 'DCO', null],
        ['Robin Leffler', 'DMO', null],
      ],
    ],
    ['Ann Lee\tHeadteacher\tOakfield Primary', [['Ann Lee', 'Headteacher', 'Oakfield Primary']]],
  ])('reads %j', (text, people) => {
    expect(table(readPastedPeople(text))).toEqual(people);
  });

  it('takes phone numbers and labels apart from the role', () => {
    expect(readPastedPeople('HALLIE LANG, Head of SEND, Tel: 01632 961001').people).toMatchObject([
      { name: 'HALLIE LANG', role: 'Head of SEND', phone: '01632 961001', remainder: '' },
    ]);
  });

  it('is less sure of bare names in a row, of a single name and of a name made from an address', () => {
    const sureness = (text: string) => readPastedPeople(text).people.map(({ confidence }) => confidence);

    expect(sureness('Hallie Lang, Robin Leffler and Forest Sauer')).toEqual([0.7, 0.7, 0.7]);
    expect(sureness('Bo')).toEqual([0.3]);
    expect(sureness('hallie.lang@council.example')).toEqual([0.7]);
    expect(sureness('Hallie Lang, Head of SEND')).toEqual([0.95]);
  });

  it('leaves greetings, sentences and bare posts unread, with their place', () => {
    const text = 'Hi Gemma,\nThe team is below.\nHallie Lang (DCO)\nDeputy Head\nKind regards,';

    expect(readPastedPeople(text)).toMatchObject({
      people: [{ name: 'Hallie Lang' }],
      unread: [
        { text: 'Hi Gemma,', at: 0 },
        { text: 'The team is below.', at: 10 },
        { text: 'Deputy Head', at: 47 },
        { text: 'Kind regards,', at: 59 },
      ],
    });
  });

  it('puts what it does not understand beside the person', () => {
    expect(readPastedPeople('Hallie Lang (she/her), Head of SEND, Council, Trust').people).toMatchObject([
      { name: 'Hallie Lang', role: 'Head of SEND', organisation: 'Council', remainder: 'she/her, Trust' },
    ]);
  });

  it('finds nobody in nothing', () => {
    expect(readPastedPeople(' \n;; \n')).toEqual({ people: [], unread: [] });
  });

  const word = fc.constantFrom(
    ...[
      'Hallie',
      'Lang',
      'LANG',
      'Head',
      'of',
      'SEND',
      'DCO',
      'ICB',
      'Council',
      'lead',
      'Chair',
      'the',
      '2026',
    ],
    ...['Dr.', 'van', 'O’Brien', 'Pagac-Kutch', 'h@council.example', '<r@icb.example>', 'School', 'Regards'],
  );
  const mark = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ', ',
    '; ',
    '\n',
    ' (',
    ') ',
    ' - ',
    '\t',
    '"',
    ': ',
    ' / ',
    '|',
  );
  const messy = fc
    .array(fc.tuple(word, mark), { maxLength: 25 })
    .map((pairs) => pairs.map(([text, gap]) => text + gap).join(''));
  const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}@’.-]*[\p{L}\p{N}]/gu) ?? []).sort();

  it('covers every word of the text with a person or an unread piece', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const { people, unread } = readPastedPeople(text);
        const pieces = [...people.map(({ source, at }) => ({ text: source, at })), ...unread];

        expect(pieces.every((piece) => text.startsWith(piece.text, piece.at))).toBe(true);
        expect(pieces.flatMap((piece) => wordsOf(piece.text)).sort()).toEqual(wordsOf(text));
      }),
    );
  });

  it('keeps every word of a piece in one of its fields or beside them', () => {
    fc.assert(
      fc.property(messy, (text) => {
        for (const person of readPastedPeople(text).people) {
          const { name, role, organisation, email, phone, remainder, source } = person;
          const fields = [name, role, organisation, email, phone, remainder].filter(
            (field) => field !== null,
          );
          const kept = new Set(fields.flatMap(wordsOf));

          expect(wordsOf(source).filter((part) => !kept.has(part))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { people, unread } = readPastedPeople(text);

        expect(
          [...people.map(({ source }) => source), ...unread.map((piece) => piece.text)].join('').length,
        ).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
