import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countQueued } from '../../main/db/search-index.ts';
import { addChild } from '../../main/services/add-child.ts';
import { removeChild } from '../../main/services/children.ts';
import type { Context } from '../../main/services/context.ts';
import { addEvidence } from '../../main/services/evidence/add-evidence.ts';
import { editEvidence, removeEvidence } from '../../main/services/evidence/evidence.ts';
import { logFeedback } from '../../main/services/feedback.ts';
import { saveBoard, saveReport } from '../../main/services/governance/governance.ts';
import { saveAction, saveFinding } from '../../main/services/plan/plan.ts';
import { saveReview } from '../../main/services/plan/reviews.ts';
import { indexWaiting } from '../../main/services/search/index-words.ts';
import { searchAll } from '../../main/services/search/search.ts';
import { addMeeting } from '../../main/services/timetable.ts';
import { redoLast, undoLast } from '../../main/services/undo.ts';
import { saveSurvey } from '../../main/services/voice/voice.ts';
import type { LinkTarget } from '../../shared/ipc/evidence.ts';
import { aChild, aFeedback } from '../support/child-builders.ts';
import { aBoard, aReport, aSurvey } from '../support/governance-builders.ts';
import { makePdf } from '../support/make-documents.ts';
import { aFinding, anAction, aReview } from '../support/plan-builders.ts';
import { type TempEngagement, tempEngagement } from '../support/temp-engagement.ts';
import { addedPerson, addedPlace, aMeetingForm } from '../support/timetable-builders.ts';

let temp: TempEngagement;
let ctx: Context;

beforeEach(async () => {
  temp = await tempEngagement();
  ctx = temp.ctx;
});
afterEach(() => temp.close());

async function add(
  files: Readonly<Record<string, Uint8Array | string>>,
  targets: readonly LinkTarget[] = [],
): Promise<void> {
  const folder = join(temp.folder, 'outside');
  await mkdir(folder, { recursive: true });
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(Object.values(files).map((content, at) => writeFile(paths[at] ?? '', content)));
  await addEvidence(
    { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => paths } },
    { targets: [...targets] },
  );
  await indexWaiting(ctx.db);
}

type More = Partial<Parameters<typeof searchAll>[1]>;
const search = (typed: string, more: More = {}) => searchAll(ctx, { typed, ...more });
const titles = (typed: string, more: More = {}) => search(typed, more).hits.map((hit) => hit.title);
const kinds = (typed: string) => search(typed).hits.map((hit) => hit.kind);

describe('searchAll', () => {
  it('finds a document by page, with what stands round the words', async () => {
    await add({
      'plan.pdf': await makePdf({ pages: [['Nothing here'], ['The quokka provision is reviewed']] }),
    });

    expect(search('quokka prov').hits).toEqual([
      {
        kind: 'document',
        id: expect.any(String),
        title: 'plan',
        matches: [{ page: 2, isHidden: false, text: 'The quokka provision is reviewed' }],
        more: 0,
      },
    ]);
  });

  it('finds every kind of record by its words', () => {
    addChild(ctx, aChild({ need: 'Zebrawood needs' }));
    addedPerson(ctx, { name: 'Maud Zebrawood' });
    addedPlace(ctx, { name: 'Zebrawood room' });
    addMeeting(ctx, aMeetingForm({ title: 'Leaders', notes: 'Bring the zebrawood file' }));
    logFeedback(ctx, { ...aFeedback, text: 'The zebrawood was praised' });

    expect(kinds('zebrawood').toSorted()).toEqual(['child', 'feedback', 'meeting', 'person', 'place']);
  });

  it('finds boards, reports, surveys, reviews, findings and actions by their words, never by notes for ourselves', () => {
    addChild(ctx, aChild({ forename: 'Maya', surname: 'Kestrel' }));
    const fresh = { id: null };
    saveBoard(ctx, { ...aBoard({ name: 'Quokka board' }), ...fresh, members: [] });
    saveReport(ctx, {
      ...aReport({ title: 'Update', decision: 'Quokka for Maya Kestrel', internalNotes: 'wombat' }),
      ...fresh,
      isEmbargoed: true,
    });
    saveSurvey(ctx, { ...aSurvey({ title: 'Quokka survey' }), ...fresh });
    saveReview(ctx, { ...aReview({ outcome: 'A quokka plan' }), ...fresh });
    saveFinding(ctx, { ...aFinding({ text: 'Quokkas wait' }), ...fresh });
    saveAction(ctx, {
      ...anAction({ area: 'Quokka area', title: 'Act', internalNotes: 'wombat' }),
      ...fresh,
      report: '',
    });

    expect(kinds('quokka').sort()).toEqual(['action', 'board', 'finding', 'report', 'review', 'survey']);
    expect(search('quokka', { kinds: ['report'] }).hits).toMatchObject([
      { title: 'Update', matches: [{ text: expect.stringContaining('Quokka for Child A') }] },
    ]);
    expect(titles('wombat')).toEqual([]);
  });

  it('puts a word in a title before one in a text', async () => {
    await add({ 'other.txt': 'about wombats at length', 'wombats.txt': 'another matter' });

    expect(titles('wombats')).toEqual(['wombats', 'other']);
  });

  it('keeps phrases together and leaves out what has a minus', async () => {
    await add({
      'a.txt': 'the annual review of provision',
      'b.txt': 'the review of the annual provision',
      'c.txt': 'the annual review, still a draft',
    });

    expect(titles('"annual review"').toSorted()).toEqual(['a', 'c']);
    expect(titles('"annual review" -draft')).toEqual(['a']);
  });

  it('gives a child’s name back as the code, in titles and in what stands round', async () => {
    addChild(ctx, aChild());
    await add({
      'Tarrow plan.txt': 'In the autumn Jaden Tarrow moved. Tarrow likes trains. TARROW, Jaden again.',
    });

    const found = search('tarrow');

    expect(JSON.stringify(found)).not.toMatch(/tarrow|jaden/i);
    expect(found.hits[0]).toMatchObject({
      title: 'Child A plan',
      matches: [{ page: null, isHidden: false }],
    });
    expect(found.hits[0]?.matches[0]?.text).toContain('In the autumn Child A moved.');
    expect(found.codes).toEqual(['Child A']);
  });

  it('knows a name that is cut by the edge of what is shown', async () => {
    addChild(ctx, aChild());
    const filler = (length: number) => 'word '.repeat(length);
    for (let at = 20; at < 60; at += 3) {
      await add({
        [`${at}.txt`]: `${filler(40)} Jaden Tarrow ${filler(at / 5)}quokka ${filler(at)} Jaden Tarrow ${filler(9)}`,
      });
    }

    expect(JSON.stringify(search('quokka').hits)).not.toMatch(/tarrow|jaden/i);
  });

  it('narrows to a child, a kind and a stretch of days', async () => {
    const { id: childId } = addChild(ctx, aChild());
    await add({ '2026-01-05 own.txt': 'quokka' }, [{ childId }]);
    await add({ '2026-03-05 other.txt': 'the quokka' });
    logFeedback(ctx, { ...aFeedback, text: 'quokka', childId });

    expect(
      search('quokka', { childId })
        .hits.map((hit) => hit.kind)
        .toSorted(),
    ).toEqual(['document', 'feedback']);
    expect(titles('quokka', { kinds: ['document'], childId })).toEqual(['2026-01-05 own']);
    expect(titles('quokka', { from: '2026-03-01', to: '2026-03-31' })).toEqual(['2026-03-05 other']);
  });

  it('follows every change, Undo and Redo', async () => {
    await add({ 'a.txt': 'quokka' });
    const id = search('quokka').hits[0]?.id as never;

    editEvidence(ctx, { id, title: 'Numbat' });
    expect(titles('numbat')).toEqual(['Numbat']);
    undoLast(ctx);
    expect(titles('numbat')).toEqual([]);
    removeEvidence(ctx, { id });
    expect(titles('quokka')).toEqual([]);
    undoLast(ctx);
    expect(titles('quokka')).toEqual(['a']);
    redoLast(ctx);
    expect(titles('quokka')).toEqual([]);
  });

  it('forgets a child that was removed', () => {
    const { id } = addChild(ctx, aChild({ need: 'quokka' }));
    removeChild(ctx, { id });

    expect(titles('quokka')).toEqual([]);
  });

  it('finds words far into a long text, which is put into the index piece by piece', async () => {
    await add({ 'long.txt': `${'Some words in a line. '.repeat(20_000)} quokka at the end` });

    expect(search('quokka').hits[0]?.matches[0]?.text).toContain('quokka at the end');
  });

  it('goes on with the index at the next opening where it was cut short', async () => {
    const path = join(temp.folder, 'late.txt');
    await writeFile(path, 'quokka');
    await addEvidence(
      { ...ctx, outside: { ...ctx.outside, chooseFiles: async () => [path] } },
      { targets: [] },
    );
    ctx.db.exec('INSERT OR REPLACE INTO search_queue SELECT sha256, page, 0 FROM evidence_texts');
    ctx = await temp.reopen();
    expect(search('nothing').waiting).toBeGreaterThan(0);

    await indexWaiting(ctx.db);

    expect(countQueued(ctx.db)).toBe(0);
    expect(titles('quokka')).toEqual(['late']);
  });

  it('answers nothing, and no failure, to what is no question', () => {
    for (const typed of ['', '"', '-', 'a" OR "b', 'NEAR(', 'title:', '*', '-only', '\0']) {
      expect(() => search(typed)).not.toThrow();
    }
  });
});
