import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMeetingLines } from '../../../../../shared/domain/import/meeting-lines.ts';

const read = (text: string, known: readonly string[] = []) =>
  readMeetingLines(text, (name) => known.includes(name));
const whole = { minutes: null, names: [], rest: [] };

describe('readMeetingLines', () => {
  it('takes each line for a meeting, without its bullet or number, and passes over blank ones', () => {
    expect(read('1. Leader of the council\n\n  - Focus group: SENCOs\r\n---')).toEqual([
      { ...whole, title: 'Leader of the council', kind: 'leaders' },
      { ...whole, title: 'Focus group: SENCOs', kind: 'focus-group' },
    ]);
  });

  it('takes the people and the length that follow a comma, in any order', () => {
    expect(read('Head of SEND, Priya Raman and Sunil Amin, 45 min')).toEqual([
      { ...whole, title: 'Head of SEND', kind: 'leaders', minutes: 45, names: ['Priya Raman', 'Sunil Amin'] },
    ]);
    expect(read('Parent carer forum (1.5 hours); Bea Thornley')).toEqual([
      { ...whole, title: 'Parent carer forum', kind: 'family', minutes: 90, names: ['Bea Thornley'] },
    ]);
  });

  it('lets the title go on over commas that no name follows', () => {
    expect(read('Education, health and care leaders, DCO').map(({ title }) => title)).toEqual([
      'Education, health and care leaders, DCO',
    ]);
    expect(read('Visit (nursery, primary), Oakfield Primary School').map(({ title }) => title)).toEqual([
      'Visit (nursery, primary), Oakfield Primary School',
    ]);
  });

  it('knows a strand or a single name when it is told that it is known, and keeps what follows a name', () => {
    expect(read('Therapies, Pair 3, Priya Raman, chair of the board', ['Pair 3'])).toEqual([
      {
        ...{ title: 'Therapies', kind: 'leaders', minutes: null },
        names: ['Pair 3', 'Priya Raman'],
        rest: ['chair of the board'],
      },
    ]);
  });

  it('loses no word of a line', () => {
    const word = fc.constantFrom('Health', 'Priya Raman', 'SENCOs', 'Pair 3', '45 min', 'and', 'governors');
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(', '));
    fc.assert(
      fc.property(line, (text) => {
        for (const { title, minutes, names, rest } of read(text, ['Pair 3'])) {
          const kept = [title, ...names, ...rest].join(' ') + (minutes === null ? '' : ' 45 min');
          for (const one of text.split(', ')) expect(kept).toContain(one);
        }
      }),
    );
  });
});
