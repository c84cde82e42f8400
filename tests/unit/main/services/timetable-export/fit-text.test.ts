import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText } from '../../../../../main/services/timetable-export/fit-text.ts';

const hour = { width: 60, height: 28 };
const quarter = { width: 60, height: 6 };

describe('fitText', () => {
  it('writes large where there is room, and everything', () => {
    const paragraphs = ['Joint commissioning', '10am to 11am, Room 2.14', 'Gwen Foley, Lydia Marsh'];

    expect(fitText([paragraphs], hour)).toEqual({ points: 11, blocks: [paragraphs] });
  });

  it('writes smaller before it leaves anything out, and leaves out the last things first', () => {
    const people = 'Gwen Foley, Lydia Marsh, Priya Raman, Omar Siddiqui, Sarah Lindqvist, Peter Oyler';
    const paragraphs = ['Designated clinical officer', '10am to 11am, Room 2.14', people];

    expect(fitText([paragraphs], { width: 60, height: 14 })).toMatchObject({
      points: 7,
      blocks: [paragraphs],
    });
    expect(fitText([paragraphs], quarter).blocks).toEqual([['Designated clinical officer']]);
  });

  it('keeps a title whatever happens, in type that can be read', () => {
    const text = fc.string({ minLength: 1, maxLength: 200 });
    const size = fc.double({ min: 0.1, max: 400, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1 }),
        size,
        size,
        (blocks, width, height) => {
          const fit = fitText(blocks, { width, height });

          expect(fit.points).toBeGreaterThanOrEqual(6);
          expect(fit.blocks.map(([title]) => title)).toEqual(blocks.map(([title]) => title));
        },
      ),
    );
  });
});
