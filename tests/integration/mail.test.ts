import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTexts } from '../../main/db/evidence-content.ts';
import { listRows } from '../../main/db/table.ts';
import { evidenceItems, evidenceLinks } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { readEvidence } from '../../main/services/evidence/evidence.ts';
import { readContent } from '../../main/services/evidence/view.ts';
import { undoLast } from '../../main/services/undo.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';
import { aChild } from '../support/child-builders.ts';
import { makeMsg, makePdf, makePng } from '../support/make-documents.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;

beforeEach(async () => {
  temp = await tempEngagement();
});
afterEach(() => temp.close());

async function add(name: string, content: Uint8Array | string, targets: readonly LinkTarget[] = []) {
  const path = join(temp.folder, 'outside', name);
  await mkdir(join(temp.folder, 'outside'), { recursive: true });
  await writeFile(path, content);
  const outside = { ...temp.ctx.outside, chooseFiles: async () => [path] };
  return addEvidence({ ...temp.ctx, outside }, { targets: [...targets] });
}

const items = () => listRows(temp.ctx.db, evidenceItems);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** A message in which each part is attached as it is given: its head, and its body. */
function mailOf(parts: readonly string[], boundary = 'b'): string {
  const head =
    'From: Ann <ann@example.org>\r\nTo: b@example.org\r\nSubject: Papers\r\nDate: Mon, 23 Nov 2026 09:12:00 +0000\r\n';
  return `${head}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${parts
    .map((part) => `--${boundary}\r\n${part}\r\n`)
    .join('')}--${boundary}--\r\n`;
}

const attached = (name: string, type: string, bytes: Uint8Array, more = ''): string =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n${more}Content-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}`;

describe('a message with attachments', () => {
  it('is taken in with each of them as a document that says what it came with', async () => {
    const { id: childId } = addChild(temp.ctx, aChild());
    const plan = await makePdf({ pages: [['The plan']] });

    const added = await add('Papers.eml', mailOf([attached('Plan.pdf', 'application/pdf', plan)]), [
      { childId },
    ]);

    expect(added.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['Papers.eml', 'added'],
      ['Plan.pdf', 'added'],
    ]);
    const [mail, own] = items();
    expect(mail).toMatchObject({ type: 'eml', from: 'Ann <ann@example.org>', evidenceDate: '2026-11-23' });
    expect(readTexts(temp.ctx.db, mail?.sha256 ?? '')[0]).toContain(
      'Date: Monday 23 November 2026, 9:12am\nSubject: Papers',
    );
    expect(own).toMatchObject({
      type: 'pdf',
      title: 'Plan',
      from: 'Ann <ann@example.org>',
      cameWithId: mail?.id,
    });
    expect(readTexts(temp.ctx.db, own?.sha256 ?? '')).toEqual(['The plan']);
    expect(listRows(temp.ctx.db, evidenceLinks).map((link) => link.childId)).toEqual([childId, childId]);
    undoLast(temp.ctx);
    expect(items()).toEqual([]);
  });

  it('from a child’s family says so by the child’s code', async () => {
    addChild(temp.ctx, aChild());
    await add('Papers.msg', makeMsg({ from: 'Anna Tarrow' }));

    expect(readEvidence(temp.ctx).items[0]?.from).toBe('Anna Child A');
  });

  it('from Outlook is read, shown and taken apart too', async () => {
    const plan = await makePdf({ pages: [['The plan']] });
    await add('Papers.msg', makeMsg({ body: 'Here is the plan.', attachments: { 'Plan.pdf': plan } }));

    const [mail, own] = items();
    expect(mail).toMatchObject({ type: 'msg', from: 'SEN casework' });
    expect(own).toMatchObject({ type: 'pdf', fileName: 'Plan.pdf', cameWithId: mail?.id });
    expect(await readContent(temp.ctx, { id: mail?.id as never })).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('From: SEN casework\nSubject: Papers\n\nHere is the plan.'),
    });
  });

  it('leaves out the logo in its text, and refuses one that is no document without losing the rest', async () => {
    const added = await add(
      'Papers.eml',
      mailOf([
        attached('logo.png', 'image/png', makePng(), 'Content-ID: <logo>\r\n'),
        attached('tool.exe', 'application/octet-stream', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')),
        attached('notes.txt', 'text/plain', Buffer.from('Notes')),
      ]),
    );

    expect(added.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['Papers.eml', 'added'],
      ['tool.exe', 'refused'],
      ['notes.txt', 'added'],
    ]);
  });

  it('names an attachment after nothing but its own name, whatever path it claims', async () => {
    await add(
      'Papers.eml',
      mailOf([attached('../../etc/a:b\u202efdp.txt', 'text/plain', Buffer.from('Notes'))]),
    );

    expect(items()[1]?.fileName).not.toMatch(/[/\\]/);
  });

  it('keeps once what it and a message inside it both came with', async () => {
    const plan = attached('Plan.pdf', 'application/pdf', await makePdf({ pages: [['The plan']] }));
    const inner = attached('Before.eml', 'application/octet-stream', Buffer.from(mailOf([plan], 'inner')));

    const added = await add('Papers.eml', mailOf([plan, inner]));

    expect(added.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['Papers.eml', 'added'],
      ['Plan.pdf', 'added'],
      ['Before.eml', 'added'],
      ['Plan.pdf', 'already-here'],
    ]);
    expect(items().map((item) => item.fileName)).toEqual(['Papers.eml', 'Plan.pdf', 'Before.eml']);
  });

  it('takes what is twelve messages deep, and stops where no real message goes', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? mailOf([attached('deep.txt', 'text/plain', Buffer.from('Deep'))])
        : mailOf([`Content-Type: message/rfc822\r\n\r\n${nested(depth - 1)}`], `b${depth}`);

    await add('Shallow.eml', nested(12));
    expect(items().map((item) => item.title)).toEqual(['Shallow', 'deep']);
    const files = await add('Deep.eml', nested(40));
    expect(items().map((item) => item.title)).toEqual(['Shallow', 'deep', 'Deep']);
    expect(files.map(({ outcome }) => outcome)).toEqual(['added', 'refused']);
    expect(files[1]?.reason).toContain('more than 12 deep');
  });

  it('takes sixty attachments of one message, and says how many more there are', async () => {
    const parts = Array.from({ length: 63 }, (_, at) =>
      attached(`${at}.txt`, 'text/plain', Buffer.from(`${at}`)),
    );

    const added = await add('Many.eml', mailOf(parts));

    expect(items()).toHaveLength(61);
    expect(added.at(-1)?.reason).toContain('It has 3 more attachments');
  });
});
