import { afterEach, describe, expect, it } from 'vitest';
import { type DocumentReader, openDocumentReader } from '../../main/services/evidence/document-reader.ts';
import { codeOf } from '../support/code-of.ts';
import { makeDocx, makePdf } from '../support/make-documents.ts';

let reader: DocumentReader;
const unread = { pages: null, texts: [''], facts: [{ kind: 'unknown', count: 1, said: [] }] };

afterEach(() => reader.close());

describe('openDocumentReader', () => {
  it('gives up on what takes too long, which is no failure, and reads the next', async () => {
    reader = openDocumentReader({ milliseconds: 1, megabytes: 256 });
    const pdf = await makePdf();
    expect(await reader.readWords('pdf', { bytes: pdf })).toEqual(unread);
    expect(await codeOf(() => reader.readHtml('docx', pdf))).toBe('evidence/unreadable');

    await reader.close();
    reader = openDocumentReader();
    expect(await reader.readWords('pdf', { bytes: pdf })).toEqual({
      pages: 1,
      texts: ['One page of words.'],
      facts: [],
    });
  });

  it('reads on after a document that it could not read', async () => {
    reader = openDocumentReader();
    const docx = await makeDocx();

    expect(await codeOf(() => reader.readWords('docx', { bytes: docx.subarray(0, 300) }))).toBe(
      'evidence/unreadable',
    );
    expect(await reader.readWords('docx', { bytes: docx })).toEqual({
      pages: null,
      texts: ['A paragraph.'],
      facts: [],
    });
    expect(await codeOf(() => reader.readWords('pdf', { path: '/nowhere' }))).toBe('evidence/unreadable');
  });

  it('lets go of a document when it is closed', async () => {
    reader = openDocumentReader();
    const reading = reader.readWords('pdf', { bytes: await makePdf() });

    await reader.close();

    expect(await reading).toEqual(unread);
  });
});
