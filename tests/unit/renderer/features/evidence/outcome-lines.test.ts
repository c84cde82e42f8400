import { describe, expect, it } from 'vitest';
import { outcomeLines } from '../../../../../renderer/features/evidence/outcome-lines.ts';
import type { AddedFile } from '../../../../../shared/ipc/evidence.ts';

const file = (fileName: string, outcome: AddedFile['outcome'], reason: string): AddedFile => ({
  ...{ fileName, outcome, reason, evidenceId: null },
});

describe('outcomeLines', () => {
  it('says first what was not added, and once what is so of many', () => {
    const same = 'It is the very same file as “Plan”.';
    const refused = 'This file is empty.';

    expect(
      outcomeLines([
        file('copy 1.txt', 'already-here', same),
        file('plan.txt', 'added', ''),
        file('copy 2.txt', 'already-here', same),
        file('a.docx', 'refused', refused),
        file('script.pdf', 'added', 'It has a script.'),
        file('copy 3.txt', 'already-here', same),
        file('b.docx', 'refused', refused),
      ]),
    ).toEqual([
      { fileName: 'a.docx', others: 0, reason: refused },
      { fileName: 'b.docx', others: 0, reason: refused },
      { fileName: 'script.pdf', others: 0, reason: 'It has a script.' },
      { fileName: 'copy 1.txt', others: 2, reason: same },
    ]);
  });
});
