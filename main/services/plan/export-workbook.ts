import { writeFile } from 'node:fs/promises';
import type { Cell } from 'write-excel-file/node';
import { ratingLabels } from '../../../shared/domain/evaluation.ts';
import { actionStateLabels, type PlanAction, planKindLabels } from '../../../shared/domain/plan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { PlanView, planChannels } from '../../../shared/ipc/plan.ts';
import { listRows } from '../../db/table.ts';
import { people } from '../../db/tables.ts';
import { coder } from '../child-codes.ts';
import type { Context } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { guarded } from '../document/guard.ts';
import { workbookOf } from '../document/workbook.ts';
import { theEngagement } from '../engagement.ts';

import { readPlan } from './plan.ts';
import { openActions } from './plan-blocks.ts';

type Input = ParsedInputOf<(typeof planChannels)['plan:exportWorkbook']>;

const headings = [
  ...['Reference', 'Plan', 'Area', 'Action', 'Who', 'With', 'How we will know', 'By when', 'State', 'Rating'],
  ...['Report', 'Last reported'],
];
const widths = [11, 16, 22, 46, 24, 20, 32, 12, 13, 11, 46, 46];

/**
 * Saves a plan as a workbook that owners write their reports into and that an import reads back by reference; false when
 * the user closes the dialog. Fails with `plan/empty`, and with `disk/full` or `disk/cannot-write`.
 */
export async function exportWorkbook(ctx: Context, { plan }: Input): Promise<{ readonly saved: boolean }> {
  const view = readPlan(ctx);
  const actions = openActions(view).filter((action) => action.plan === plan);
  if (actions.length === 0) throw new AppError('plan/empty');
  const title = planKindLabels[plan];
  const name = plan === 'improvement' ? 'action-plan.xlsx' : 'preparation-plan.xlsx';
  const path = await ctx.outside.chooseSavePath(`Save ${title}`, name, [
    { name: 'Workbook', extensions: ['xlsx'] },
  ]);
  if (!path) return { saved: false };
  const rows = actions.map(rowOf(ctx, view));
  const { marking } = theEngagement(ctx.db);
  const bytes = await workbookOf(
    [
      {
        sheet: title,
        data: [[{ value: guarded(marking), columnSpan: headings.length }], headings.map(headCell), ...rows],
        columns: widths.map((width) => ({ width })),
        stickyRowsCount: 2,
        stickyColumnsCount: 1,
      },
    ],
    { title, marking },
  );
  await writeFile(path, bytes).catch((error: unknown) => {
    throw diskError(error) ?? error;
  });
  return { saved: true };
}

/** People by role, children by code; the column for the report is left for its owner. */
function rowOf(ctx: Context, { updates }: PlanView): (action: PlanAction) => Cell[] {
  const safe = coder(ctx.db);
  const roles = new Map(listRows(ctx.db, people).map(({ id, role, name }) => [id, role || name]));
  const latest = new Map<string, string>();
  for (const { actionId, text } of updates) if (!latest.has(actionId)) latest.set(actionId, text);
  const words = (text: string): Cell => ({ value: guarded(safe(text)), wrap: true, alignVertical: 'top' });
  return (action) => [
    words(action.reference),
    words(planKindLabels[action.plan]),
    words(action.area),
    words(action.title),
    words((action.ownerId && roles.get(action.ownerId)) || ''),
    words(action.partner),
    words(action.measure),
    action.dueOn
      ? {
          value: new Date(`${action.dueOn}T00:00:00.000Z`),
          format: 'dd/mm/yyyy',
          align: 'left',
          alignVertical: 'top',
        }
      : null,
    words(actionStateLabels[action.state]),
    words(ratingLabels[action.rating]),
    null,
    words(latest.get(action.id) ?? ''),
  ];
}

const headCell = (value: string): Cell => ({
  ...{ value, fontWeight: 'bold', backgroundColor: '#dfe5ef', wrap: true, alignVertical: 'top' },
});
