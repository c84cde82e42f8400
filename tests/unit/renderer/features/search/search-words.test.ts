import { describe, expect, it } from 'vitest';
import { nothingFoundWords } from '../../../../../renderer/features/search/search-words.ts';

describe('nothingFoundWords', () => {
  it('says what a minus left out, and that a minus alone looks for nothing', () => {
    expect(nothingFoundWords('"annual review" -draft -"not final"', false)).toMatch(
      /^Every page and record with “draft” or “not final” is left out\. Fewer words/,
    );
    expect(nothingFoundWords('-draft', true)).toBe(
      'A minus only leaves out. Type beside it what to look for: everything with “draft” stays out.',
    );
  });

  it('advises fewer words, and fewer filters where there are any', () => {
    expect(nothingFoundWords('annual review', false)).toMatch(/^Fewer words, or only the beginning/);
    expect(nothingFoundWords('annual review', true)).toBe('Fewer words, or fewer filters, may find it.');
  });
});
