import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAlike } from '../../main/services/evidence/alike.ts';
import { readEvidence, removeEvidence } from '../../main/services/evidence/evidence.ts';
import { addFile } from '../support/add-files.ts';
import { makeDocx, makePdf } from '../support/make-documents.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;

beforeEach(async () => {
  temp = await tempEngagement();
});
afterEach(() => temp.close());

const add = (name: string, content: Uint8Array | string) =>
  addFile(temp.ctx, temp.folder, { [name]: content }, []);

const lines = Array.from(
  { length: 30 },
  (_, at) => `In paragraph ${at} families waited ${at * 7} days for it.`,
);

describe('readAlike', () => {
  it('names a document of nearly the same text, whatever it is made of, and merges nothing', async () => {
    const pdf = await add('Statement.pdf', await makePdf({ pages: [lines] }));
    const docx = await add(
      'Statement draft.docx',
      await makeDocx({ paragraphs: lines.with(3, 'This one is new.') }),
    );
    await add('Other.txt', Array.from({ length: 200 }, (_, at) => `other${at}`).join(' '));
    await add('Short.txt', 'Nearly nothing');

    const alike = await readAlike(temp.ctx, { id: pdf });

    expect(alike.map(({ evidenceId }) => evidenceId)).toEqual([docx]);
    expect(alike[0]?.percent).toBeGreaterThan(80);
    expect(await readAlike(temp.ctx, { id: docx })).toEqual([{ ...alike[0], evidenceId: pdf }]);
    expect(readEvidence(temp.ctx).items).toHaveLength(4);
  });

  it('says nothing of one that was removed, or of a document without words', async () => {
    const one = await add('One.txt', lines.join('\n'));
    const other = await add('Two.txt', `${lines.join('\n')} more`);
    const short = await add('Short.txt', 'Nearly nothing');
    expect(await readAlike(temp.ctx, { id: one })).toHaveLength(1);

    removeEvidence(temp.ctx, { id: other });

    expect(await readAlike(temp.ctx, { id: one })).toEqual([]);
    expect(await readAlike(temp.ctx, { id: short })).toEqual([]);
  });
});
