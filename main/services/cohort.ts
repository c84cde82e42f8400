import { writeFile } from 'node:fs/promises';
import { type CohortChild, CohortFacts } from '../../shared/domain/cohort.ts';
import { checkCohort } from '../../shared/domain/cohort-checks.ts';
import { RowId } from '../../shared/domain/ids.ts';
import { cleanText } from '../../shared/domain/import/cells.ts';
import { headingKey } from '../../shared/domain/import/heading.ts';
import { readRows } from '../../shared/domain/import/rows.ts';
import { childrenTarget } from '../../shared/domain/import/target-children.ts';
import { today } from '../../shared/domain/time.ts';
import { formatInstantDay } from '../../shared/domain/time-words.ts';
import { AppError } from '../../shared/errors.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { CohortView, cohortChannels } from '../../shared/ipc/cohort.ts';
import {
  dropCohort,
  listCohortChildren,
  listCohortFindings,
  markTracked,
  putCohortChild,
  putCohortFinding,
  secureDelete,
} from '../db/cohort.ts';
import type { ReadableDb } from '../db/connection.ts';
import { findRow, getRow, listRows } from '../db/table.ts';
import { children, cohorts } from '../db/tables.ts';
import { insertRow, updateRow } from '../db/write.ts';
import { addChildRows } from './add-child.ts';
import { type Context, write } from './context.ts';
import { diskError } from './disk-error.ts';
import { keptImport, letGoOf } from './import/kept-imports.ts';

type Input<Name extends keyof typeof cohortChannels> = ParsedInputOf<(typeof cohortChannels)[Name]>;

/**
 * Keeps a whole child-level list in the encrypted file until it is shredded: of each row what choosing and tracking need,
 * and what the published checks found in all of its columns; columns that are not needed are not kept. The list before it
 * has to be shredded first, else it fails with `record/in-use`.
 */
export function keepList(
  ctx: Context,
  { token }: Input<'cohort:keepList'>,
): { readonly kept: number; readonly findings: number } {
  const kept = keptImport(ctx.db, token);
  if (kept.target !== 'children') throw new AppError('record/not-found');
  if (listRows(ctx.db, cohorts).some((cohort) => cohort.shreddedAt === null))
    throw new AppError('record/in-use', 'Another list is kept already. Shred it first.');
  const { rows } = readRows(kept.sheet, childrenTarget, kept);
  if (rows.length === 0) throw new AppError('import/empty');
  const phaseAt = kept.header.headings.findIndex((one) => /phase$/.test(headingKey(one)));
  const findings = checkCohort(kept.header.headings, kept.sheet.rows, {
    firstDataRow: kept.header.firstDataRow,
    today: today(ctx.clock()),
  });
  const id = RowId.parse(ctx.newId());
  const title = `List of ${formatInstantDay(ctx.clock())}`;
  secureDelete(ctx.db);
  const summary = `Kept a list of ${rows.length} children to choose from`;
  write(ctx, { action: 'keepList', summary, kind: 'record' }, (tx) => {
    insertRow(tx, cohorts, { id, title, at: ctx.clock(), rows: rows.length, shreddedAt: null });
    for (const { rowNumber, values } of rows) {
      const phase = phaseAt < 0 ? null : cleanText(kept.sheet.rows[rowNumber - 1]?.[phaseAt] ?? null);
      const texts = Object.fromEntries(
        Object.entries(values).map(([field, value]) => [
          field,
          field === 'dateOfBirth' || field === 'lastAnnualReview' ? value : (value ?? ''),
        ]),
      );
      const facts = CohortFacts.parse({ ...texts, phase: phase ?? '' });
      const own = { id: ctx.newId(), cohortId: id, rowNumber, childId: null };
      putCohortChild(tx, { ...own, facts: JSON.stringify(facts) });
    }
    for (const finding of findings) putCohortFinding(tx, id, finding);
  });
  letGoOf(ctx.db, token);
  return { kept: rows.length, findings: findings.length };
}

/** The newest list that was kept, with its children as long as it is not shredded. */
export function readCohort({ db }: Context): CohortView {
  const cohort = listRows(db, cohorts, {}, ['at']).at(-1) ?? null;
  if (!cohort) return { cohort, children: [], findings: [] };
  return { cohort, children: childrenOf(db, cohort.id), findings: listCohortFindings(db, cohort.id) };
}

const childrenOf = (db: ReadableDb, cohortId: string): readonly CohortChild[] =>
  listCohortChildren(db, cohortId).map(({ id, rowNumber, facts, childId }) => ({
    ...CohortFacts.parse(JSON.parse(facts)),
    ...{ id, rowNumber, isTracked: childId !== null && findRow(db, children, childId) !== null },
  }));

/** Makes tracked children of the chosen ones, in the order chosen; one that is tracked already is left out. */
export function trackChildren(
  ctx: Context,
  { ids }: Input<'cohort:trackChildren'>,
): { readonly added: number } {
  const { children: all } = readCohort(ctx);
  const chosen = ids.flatMap((id) => all.find((child) => child.id === id && !child.isTracked) ?? []);
  if (chosen.length === 0) throw new AppError('import/nothing-chosen');
  const summary = chosen.length === 1 ? 'Chose 1 child to track' : `Chose ${chosen.length} children to track`;
  write(ctx, { action: 'trackChildren', summary }, (tx) => {
    for (const { id, rowNumber: _, isTracked: __, phase: ___, ...facts } of chosen) {
      const added = addChildRows(ctx, tx, { ...facts, knownAs: '', address: '', notes: '' });
      markTracked(tx, id, added.id);
    }
  });
  return { added: chosen.length };
}

/**
 * Destroys the list that was kept: its rows are written over in the file, not merely let go of. The tracked children
 * stay. It cannot be undone; copies of the file made before still hold the list.
 */
export function shredList(ctx: Context, { id }: Input<'cohort:shredList'>): { readonly shredded: number } {
  const { title } = getRow(ctx.db, cohorts, id);
  secureDelete(ctx.db);
  const summary = `Shredded the ${title.toLowerCase().replace('list of', 'list of children kept on')}`;
  const shredded = write(ctx, { action: 'shredList', summary, kind: 'record' }, (tx) => {
    updateRow(tx, cohorts, id, { shreddedAt: ctx.clock() });
    return dropCohort(tx, id);
  });
  return { shredded };
}

/** Saves what the checks found, one line each by row of the spreadsheet, so that the list is mended before it is submitted. */
export async function saveReport(
  ctx: Context,
  { id }: Input<'cohort:saveReport'>,
): Promise<{ readonly saved: boolean }> {
  const findings = listCohortFindings(ctx.db, id);
  const path = await ctx.outside.chooseSavePath('Save what to mend', 'List to mend.csv', [
    { name: 'Comma-separated values', extensions: ['csv'] },
  ]);
  if (!path) return { saved: false };
  const lines = [
    ['Row', 'Kind', 'Check', 'What to mend'],
    ...findings.map((one) => [String(one.rowNumber), one.severity, one.rule, one.sentence]),
  ];
  const text = lines
    .map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');
  await writeFile(path, `\uFEFF${text}\r\n`).catch((error: unknown) => {
    throw diskError(error) ?? error;
  });
  return { saved: true };
}
