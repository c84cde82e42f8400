import { describe, expect, it } from 'vitest';
import { hasUnseenMarks, shownFileName } from '../../../../shared/domain/file-name.ts';

describe('shownFileName', () => {
  it('leaves out marks that make a name read as another', () => {
    expect(shownFileName('plan\u202efdp.exe')).toBe('planfdp.exe');
    expect(hasUnseenMarks('plan\u202efdp.exe')).toBe(true);
    expect(hasUnseenMarks('Café ..: plan.pdf')).toBe(false);
  });

  it('keeps the ending of a name that is cut, and no half of a letter', () => {
    const cut = shownFileName(`${'a'.repeat(300)}.docx`);
    expect(cut).toHaveLength(255);
    expect(cut.endsWith('a.docx')).toBe(true);
    expect(shownFileName(`${'a'.repeat(254)}😀`)).toBe('a'.repeat(254));
  });
});
