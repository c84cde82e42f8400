import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../main/db/migrate.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { getRow } from '../../main/db/table.ts';
import { evidenceItems } from '../../main/db/tables.ts';
import { addChild } from '../../main/services/add-child.ts';
import {
  declineChild,
  editEvidence,
  linkEvidence,
  linkProposed,
  readEvidence,
} from '../../main/services/evidence/evidence.ts';
import { readNamings } from '../../main/services/evidence/namings.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { addFile } from '../support/add-files.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { makePdf } from '../support/make-documents.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';

let temp: TempEngagement;
let jaden: string;
let wren: string;

beforeEach(async () => {
  temp = await tempEngagement();
  jaden = addChild(temp.ctx, aChild()).id;
  wren = addChild(temp.ctx, aChild({ forename: 'Amelia', surname: 'Wrenfield' })).id;
});
afterEach(() => temp.close());

const add = (name: string, content: Uint8Array | string) =>
  addFile(temp.ctx, temp.folder, { [name]: content }, []);

describe('readNamings', () => {
  it('says whom a document for nobody names, in its words or in what it is called', async () => {
    const inWords = await add(
      'Letter.pdf',
      await makePdf({ pages: [['Dear all'], ['About Jaden Tarrow.']] }),
    );
    const inName = await add('Wrenfield EHC plan.txt', 'The plan.');
    const both = await add('Panel.txt', 'Amelia Wrenfield waited, and so did TARROW, Jaden.');
    await add('Strategy.txt', 'Waiting times fell. Mr Tarrow spoke.');

    expect(await readNamings(temp.ctx)).toEqual([
      { evidenceId: inWords, childIds: [jaden] },
      { evidenceId: inName, childIds: [wren] },
      { evidenceId: both, childIds: [jaden, wren] },
    ]);
  });

  it('follows the title, and says nothing of a document once it is for somebody', async () => {
    const id = await add('Letter.txt', 'Nothing.');
    expect(await readNamings(temp.ctx)).toEqual([]);

    editEvidence(temp.ctx, { id, title: 'Letter about Child B' });
    expect(await readNamings(temp.ctx)).toEqual([{ evidenceId: id, childIds: [wren] }]);

    linkEvidence(temp.ctx, { id, target: { childId: wren as never } });
    expect(await readNamings(temp.ctx)).toEqual([]);
    undoLast(temp.ctx);
    expect(await readNamings(temp.ctx)).toHaveLength(1);
  });
});

describe('declineChild', () => {
  it('keeps the refusal with the document, without a name in the history, until it is undone', async () => {
    const id = await add('Tarrow letter.txt', 'Nothing.');

    declineChild(temp.ctx, { id, childId: jaden as never });

    expect(readEvidence(temp.ctx).items[0]).toMatchObject({ notForChildId: jaden });
    const said = readHistory(temp.ctx).recent[0]?.summary;
    expect(said).toBe('Kept “Child A letter” out of the papers of Child A');
    undoLast(temp.ctx);
    expect(readEvidence(temp.ctx).items[0]).toMatchObject({ notForChildId: null });
  });

  it('refuses a child who is not there, and changes nothing', async () => {
    const id = await add('Letter.txt', 'Nothing.');

    expect(await codeOf(() => declineChild(temp.ctx, { id, childId: 'nobody' as never }))).toBe(
      'record/not-found',
    );

    expect(readEvidence(temp.ctx).items[0]).toMatchObject({ notForChildId: null });
  });
});

describe('linkProposed', () => {
  it('ties several documents in one step, which one Undo takes back, and leaves out what has gone', async () => {
    const one = await add('Tarrow letter.txt', 'One.');
    const other = await add('Wrenfield letter.txt', 'Two.');
    const links = [
      { id: one, target: { childId: jaden as never } },
      { id: other, target: { childId: wren as never } },
      { id: 'gone' as never, target: { childId: wren as never } },
      { id: one, target: { childId: 'gone' as never } },
    ];

    expect(linkProposed(temp.ctx, { links })).toEqual({ linked: 2 });

    expect(readEvidence(temp.ctx).links).toHaveLength(2);
    expect(readHistory(temp.ctx).recent[0]?.summary).toBe('Linked 2 documents as proposed');
    undoLast(temp.ctx);
    expect(readEvidence(temp.ctx).links).toEqual([]);
    expect(await codeOf(() => linkProposed(temp.ctx, { links: links.slice(2) }))).toBe('record/not-found');
  });
});

describe('a file from before refusals were kept', () => {
  it('opens with its documents refused for nobody', () => {
    const db = new Database(':memory:');
    migrate(
      db,
      migrations.filter(({ version }) => version < 250),
    );
    db.exec(`INSERT INTO evidence_items (id, title, file_name, type, sha256, size, received_at, "from", notes)
      VALUES ('e', 'Plan', 'plan.pdf', 'pdf', '${'a'.repeat(64)}', 1, '2026-11-24T10:42:00.000Z', '', '')`);

    migrate(db);

    expect(getRow(db as never, evidenceItems, 'e')).toMatchObject({ title: 'Plan', notForChildId: null });
    db.close();
  });
});
