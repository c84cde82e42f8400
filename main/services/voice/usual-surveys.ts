import { counted } from '../../../shared/domain/counted.ts';
import type { RowId } from '../../../shared/domain/ids.ts';
import { surveyedGroups, surveyGroupLabels, surveyPhase } from '../../../shared/domain/voice.ts';
import { listRows } from '../../db/table.ts';
import { surveys } from '../../db/tables.ts';
import { insertRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { readEngagement } from '../engagement.ts';

/**
 * Adds the surveys that the partnership sends out for an inspection, one for each group that has none yet, open for as long
 * as the phase of the surveys. Nothing where the framework has no such phase.
 */
export function addUsualSurveys(ctx: Context): { readonly added: number } {
  const phase = surveyPhase(readEngagement(ctx).phases);
  const taken = new Set(listRows(ctx.db, surveys).map(({ group }) => group));
  const groups = phase ? surveyedGroups.filter((group) => !taken.has(group)) : [];
  if (!phase || groups.length === 0) return { added: 0 };
  const summary = `Added ${counted(groups.length, 'survey', 'surveys')} of the inspection`;
  write(ctx, { action: 'addUsualSurveys', summary }, (tx) => {
    for (const group of groups)
      insertRow(tx, surveys, {
        id: ctx.newId() as RowId,
        title: `Inspectors’ survey: ${surveyGroupLabels[group].toLowerCase()}`,
        group,
        opensOn: phase.from,
        closesOn: phase.to,
        ...{ closesAt: null, target: null, sentBy: '', documentId: null, criterionId: null, note: '' },
      });
  });
  return { added: groups.length };
}
