import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  listCohortChildren,
  listCohortFindings,
  putCohortChild,
  putCohortFinding,
} from '../../main/db/cohort.ts';
import { listRows } from '../../main/db/table.ts';
import { children, cohorts } from '../../main/db/tables.ts';
import { insertRow, updateRow } from '../../main/db/write.ts';
import { addChild } from '../../main/services/add-child.ts';
import { write } from '../../main/services/context.ts';
import { redoLast, undoLast } from '../../main/services/undo.ts';
import { RowId } from '../../shared/domain/ids.ts';
import { aChild } from '../support/child-builders.ts';
import { codeOf } from '../support/code-of.ts';
import { bring, type Copies, type Copy, holding, partedCopies } from '../support/copies.ts';

let copies: Copies;
let mine: Copy;
let theirs: Copy;

beforeEach(async () => {
  copies = await partedCopies((ctx) => {
    for (const [at, forename] of ['Ines', 'Otto', 'Maya', 'Noor'].entries())
      addChild(ctx, aChild({ forename, upn: `A82020000000${at}` }));
  });
  mine = await copies.open('Lan Owner');
  theirs = await copies.open('Anna Deputy');
});
afterEach(() => copies.close());

const codesOf = (copy: Copy) => listRows(copy.ctx.db, children, {}, ['id']).map(({ code }) => code);

/** Gives the children these codes, which they have among them already. */
function giveCodes({ ctx }: Copy, codes: readonly string[]): void {
  const ids = listRows(ctx.db, children, {}, ['id']).map(({ id }) => id);
  write(ctx, { action: 'giveCodes', summary: 'Gave codes' }, (tx) => {
    for (const [at, id] of ids.entries())
      updateRow(tx, children, id, { code: `${at + 1}${at + 1}${at + 1}` });
    for (const [at, id] of ids.entries()) updateRow(tx, children, id, { code: codes[at] ?? '' });
  });
}

/** A list of two children, as taking one in keeps it. */
function keepList({ ctx }: Copy): RowId {
  const cohortId = RowId.parse(ctx.newId());
  write(ctx, { action: 'keepList', summary: 'Kept a list', kind: 'record' }, (tx) => {
    insertRow(tx, cohorts, { id: cohortId, title: 'List', at: ctx.clock(), rows: 2, shreddedAt: null });
    for (const rowNumber of [2, 3])
      putCohortChild(tx, {
        id: ctx.newId(),
        cohortId,
        rowNumber,
        facts: `{"row":${rowNumber}}`,
        childId: null,
      });
    putCohortFinding(tx, cohortId, { rowNumber: 2, rule: 'upn', severity: 'query', sentence: 'Look at it.' });
  });
  return cohortId;
}

const shred = ({ ctx }: Copy, id: RowId): unknown =>
  write(ctx, { action: 'shredList', summary: 'Shredded', kind: 'record' }, (tx) =>
    updateRow(tx, cohorts, id, { shreddedAt: ctx.clock() }),
  );

describe('undo of bringing back', () => {
  it('puts codes back however they went round, and does it again, any number of times', () => {
    const rounds = fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(rounds, (codes) => {
        giveCodes(theirs, codes);
        const before = codesOf(mine);
        const held = holding(mine);

        bring(mine, theirs);
        const after = holding(mine);
        expect(codesOf(mine)).toEqual(codes);
        if (before.join() === codes.join()) return;

        for (let time = 0; time < 2; time += 1) {
          undoLast(mine.ctx);
          expect(holding(mine)).toEqual(held);
          redoLast(mine.ctx);
          expect(holding(mine)).toEqual(after);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('takes a list away with its children and brings both again, until the file is closed', async () => {
    const list = keepList(theirs);
    const held = {
      children: listCohortChildren(theirs.ctx.db, list),
      findings: listCohortFindings(theirs.ctx.db, list),
    };
    bring(mine, theirs);

    for (let time = 0; time < 3; time += 1) {
      undoLast(mine.ctx);
      expect(listRows(mine.ctx.db, cohorts)).toEqual([]);
      expect(listCohortChildren(mine.ctx.db, list)).toEqual([]);
      redoLast(mine.ctx);
      expect(listCohortChildren(mine.ctx.db, list)).toEqual(held.children);
      expect(listCohortFindings(mine.ctx.db, list)).toEqual(held.findings);
    }

    undoLast(mine.ctx);
    const [again] = await copies.copyOf(mine, 'Twin');
    expect(await codeOf(() => redoLast(again.ctx))).toBe('undo/list-gone');
    expect(listRows(again.ctx.db, cohorts)).toEqual([]);
    bring(again, theirs);
    expect(listCohortChildren(again.ctx.db, list)).toEqual(held.children);
  });

  it('never brings back a list that was shredded', () => {
    const list = keepList(theirs);
    bring(mine, theirs);
    theirs.passes(5);
    shred(theirs, list);
    bring(mine, theirs);
    expect(listCohortChildren(mine.ctx.db, list)).toEqual([]);

    undoLast(mine.ctx);

    expect(listRows(mine.ctx.db, cohorts)).toMatchObject([{ id: list, shreddedAt: expect.any(String) }]);
    expect(listCohortChildren(mine.ctx.db, list)).toEqual([]);
    redoLast(mine.ctx);
    expect(listRows(mine.ctx.db, cohorts)).toMatchObject([{ shreddedAt: expect.any(String) }]);
  });
});
