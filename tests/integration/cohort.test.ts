import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRows } from '../../main/db/table.ts';
import { childNames, children } from '../../main/db/tables.ts';
import { keepList, readCohort, shredList, trackChildren } from '../../main/services/cohort.ts';
import { readHistory, undoLast } from '../../main/services/undo.ts';
import { failureOf } from '../support/failure-of.ts';
import { csv, type ImportDesk, importDesk } from '../support/import-desk.ts';
import { plainPages } from '../support/plain-pages.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await importDesk();
});
afterEach(() => desk.close());

const list = csv(
  'UPN,Surname,Forename,Date of birth,Ethnicity,Primary need,SEND status,Setting',
  ...Array.from({ length: 400 }, (_, at) =>
    [
      `UN1,Marchbanks${at},Zoe${at},2012-03-04,WBRI`,
      at % 2 ? 'ASD,SEN support,Hill School' : ',EHC plan,AP unit',
    ].join(','),
  ),
);

async function keep() {
  const preview = await desk.read('children', 'cohort.csv', list);
  return keepList(desk.ctx, { token: preview.token });
}

describe('keepList', () => {
  it('keeps every child with what the checks found, in the file and not in the history', async () => {
    expect(await keep()).toEqual({ kept: 400, findings: 200 });

    const { cohort, children: all, findings } = readCohort(desk.ctx);
    expect(cohort).toMatchObject({ rows: 400, shreddedAt: null });
    expect(all[1]).toMatchObject({ surname: 'Marchbanks1', need: 'ASD', isTracked: false });
    expect(findings[0]).toMatchObject({ rowNumber: 2, rule: 'Missing primary need' });
    expect(JSON.stringify(all)).not.toContain('WBRI');
    expect(JSON.stringify(readHistory(desk.ctx))).not.toContain('Marchbanks');
    const again = await desk.read('children', 'cohort.csv', list);
    expect(failureOf(() => keepList(desk.ctx, { token: again.token }))?.code).toBe('record/in-use');
  });
});

describe('trackChildren', () => {
  it('tracks the chosen in the order chosen, and Undo takes them back', async () => {
    await keep();
    const { children: all } = readCohort(desk.ctx);
    trackChildren(desk.ctx, { ids: [all[7]?.id ?? '', all[3]?.id ?? ''] });

    expect(listRows(desk.ctx.db, childNames).map(({ surname }) => surname)).toEqual([
      'Marchbanks7',
      'Marchbanks3',
    ]);
    expect(readCohort(desk.ctx).children.filter((child) => child.isTracked)).toHaveLength(2);
    undoLast(desk.ctx);
    expect(listRows(desk.ctx.db, children)).toEqual([]);
    expect(readCohort(desk.ctx).children.filter((child) => child.isTracked)).toEqual([]);
  });
});

describe('shredList', () => {
  it('leaves nobody but the tracked in any page of the file, the free ones included', async () => {
    await keep();
    const { cohort, children: all } = readCohort(desk.ctx);
    if (!cohort) throw new Error('a list is kept');
    trackChildren(desk.ctx, { ids: [all[7]?.id ?? ''] });
    const namesIn = async () => new Set((await plainPages(desk.path)).match(/Marchbanks\d+/g) ?? []);
    expect((await namesIn()).size).toBe(400);

    expect(shredList(desk.ctx, { id: cohort.id })).toEqual({ shredded: 400 });

    expect(await namesIn()).toEqual(new Set(['Marchbanks7']));
    expect(readCohort(desk.ctx)).toMatchObject({ children: [], findings: [] });
    expect(readHistory(desk.ctx).recent[0]).toMatchObject({ kind: 'record' });
  });
});
