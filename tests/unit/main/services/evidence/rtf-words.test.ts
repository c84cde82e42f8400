import { describe, expect, it } from 'vitest';
import { rtfWords } from '../../../../../main/services/evidence/reading/rtf-words.ts';

const textsOf = (rtf: string) => rtfWords(Buffer.from(rtf, 'latin1')).texts;

describe('rtfWords', () => {
  it('tells what stands on the page from properties and from what readers may leave out', () => {
    const rtf = String.raw`{\rtf1{\fonttbl{\f0 Arial;}}{\*\generator Writer}{\info{\title Plan for Casey}{\author Ann Bell}}
{\*\pgdsctbl{\pgdsc0 Default Page Style;}}\pard{\b Plan}\par Wha{\*\bkmkstart place}t comes \{next\}.\par}`;

    expect(textsOf(rtf)).toEqual(['Plan\nWhat comes {next}.', 'Plan for Casey Ann Bell place']);
  });

  it('reads letters beyond the file’s own, each once', () => {
    expect(textsOf(String.raw`{\rtf1 Caf\'e9 \u8212? words\tab and a\~space}`)).toEqual([
      'Café — words\tand a space',
    ]);
  });
});
