import { frameworkById } from '../../shared/domain/frameworks.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';
import type { StandingRequest } from '../../shared/ipc/requests.ts';
import { listRows } from '../db/table.ts';
import { requests } from '../db/tables.ts';
import type { Context } from './context.ts';
import { engagementCalendar, theEngagement } from './engagement.ts';

/** What the framework usually asks for and this engagement does not have, by reference or title, with its date. */
export function readStandingRequests(ctx: Context): readonly StandingRequest[] {
  const { frameworkId, anchorDate } = theEngagement(ctx.db);
  const calendar = engagementCalendar(ctx.db);
  const here = listRows(ctx.db, requests);
  const isHere = (title: string) =>
    here.some((one) => one.title.trim().toLowerCase() === title.trim().toLowerCase());
  const standing = frameworkById(frameworkId)?.requests ?? [];
  return standing
    .filter((one) => !isHere(one.title))
    .map(({ reference, title, wording, group, ownerSector, dueOffset }) => ({
      ...{ reference, title, wording, group, ownerSector },
      dueOn: anchorDate && addWorkingDays(anchorDate, dueOffset, calendar).date,
    }));
}
