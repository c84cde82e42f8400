import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPart, markTerms, matchExpression, parseQuery } from '../../../../shared/domain/search-query.ts';

const expressionOf = (typed: string) => matchExpression(parseQuery(typed));
const marked = (text: string, typed: string) =>
  markTerms(text, parseQuery(typed).wanted)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join('');

describe('parseQuery', () => {
  it('wants every word, each as the beginning of a word, and a short one only while it is being typed', () => {
    expect(expressionOf('annual Review')).toBe('"annual"* AND "review"*');
    expect(expressionOf('of a')).toBe('"of" AND "a"*');
    expect(expressionOf('of a ')).toBe('"of" AND "a"');
  });

  it('keeps a phrase together, also one whose end is still to be typed', () => {
    expect(expressionOf('"annual review" plan')).toBe('"annual review" AND "plan"*');
    expect(expressionOf('“annual rev')).toBe('"annual rev"');
  });

  it('leaves out what has a minus before it, words and phrases', () => {
    expect(expressionOf('plan -draft -"not final"')).toBe('("plan"*) NOT ("draft" OR "not final")');
  });

  it('takes a hyphen inside a word for part of a phrase', () => {
    expect(expressionOf('R-014')).toBe('"r 014"*');
    expect(expressionOf('re-assess')).toBe('"re assess"*');
  });

  it('asks for nothing where nothing is wanted', () => {
    expect(['', '  ', '-', '"', '-draft', '* ( ) :'].map(expressionOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('makes of anything typed an expression of nothing but quoted letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const bare = (expressionOf(typed) ?? '').replaceAll(/"[\p{L}\p{N} ]+"\*?/gu, '').trim();
        expect(bare.replaceAll(/\b(?:AND|OR|NOT)\b|[()\s]/g, '')).toBe('');
      }),
    );
  });
});

describe('markTerms', () => {
  it('marks whole words that begin as typed, whatever their case and accents', () => {
    expect(marked('The plans of Zoë, and a plant; no explanation.', 'plan zoe')).toBe(
      'The [plans] of [Zoë], and a [plant]; no explanation.',
    );
  });

  it('marks a phrase over a line break, and no longer word for it', () => {
    expect(marked('annual\nreview, annual reviews', '"annual review"')).toBe(
      '[annual\nreview], annual reviews',
    );
  });

  it('gives back every letter of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, typed) => {
        const pieces = markTerms(text, parseQuery(typed).wanted);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

describe('bestPart', () => {
  it('is where most of what was sought stands together', () => {
    const text = `review ${'x '.repeat(300)} the annual review of the plan ${'y '.repeat(300)}`;
    const [start, end] = bestPart(text, parseQuery('annual review plan').wanted);

    expect(text.slice(start, end)).toContain('the annual review of the plan');
    expect(end - start).toBeLessThanOrEqual(200);
  });

  it('is the beginning where nothing is found', () => {
    expect(bestPart('Some words.', parseQuery('other').wanted)).toEqual([0, 11]);
  });
});
