import { childLabel } from '../../shared/domain/child-code.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import type { ChecklistItemId, ChildId, RowId } from '../../shared/domain/ids.ts';
import { guessMeeting } from '../../shared/domain/import/guess-meeting.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { initialsOf } from '../../shared/domain/people.ts';
import { today } from '../../shared/domain/time.ts';
import { addWorkingDays } from '../../shared/domain/working-days.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { childrenChannels } from '../../shared/ipc/children.ts';
import type { WritableDb } from '../db/connection.ts';
import { listRows } from '../db/table.ts';
import { checklistItems, checklistTemplates, childNames, children, meetings } from '../db/tables.ts';
import { insertRow, updateRow } from '../db/write.ts';
import { freeCode } from './child-codes.ts';
import { type Context, write } from './context.ts';
import { addMeetingsForChild } from './default-meetings.ts';
import { engagementCalendar, theEngagement } from './engagement.ts';

export type ChildFields = ParsedInputOf<(typeof childrenChannels)['children:addChild']>;

/** Adds a tracked child under the next free code, with its checklist and the framework's meetings about a child. */
export function addChild(ctx: Context, fields: ChildFields): { readonly id: ChildId } {
  const label = childLabel({ code: freeCode(ctx.db) });
  return write(ctx, { action: 'addChild', summary: `Added ${label}` }, (tx) => addChildRows(ctx, tx, fields));
}

/** The rows of a new child, inside a step that may add several: each checklist item is due by working days from today. */
export function addChildRows(
  ctx: Context,
  tx: WritableDb,
  { forename, surname, knownAs, ...fields }: ChildFields,
): { readonly id: ChildId; readonly code: string } {
  const id = ctx.newId() as ChildId;
  const code = freeCode(tx);
  insertRow(tx, children, { ...fields, id, code, initials: initialsOf(`${forename} ${surname}`) });
  insertRow(tx, childNames, { id: ctx.newId() as RowId, childId: id, forename, surname, knownAs });
  addChecklist(ctx, tx, id);
  const framework = frameworkById(theEngagement(tx).frameworkId);
  const linked = linkWaitingMeetings(tx, { id, code });
  if (framework) addMeetingsForChild(ctx, tx, framework, { id, code }, linked);
  return { id, code };
}

/** Meetings that were there before the child and name its place in the list ("child 3", "Child C") become the child's. */
function linkWaitingMeetings(
  tx: WritableDb,
  { id, code }: { readonly id: ChildId; readonly code: string },
): readonly Meeting[] {
  const waiting = listRows(tx, meetings, { kind: 'child', childId: null });
  return waiting
    .filter(({ title }) => guessMeeting(title).childCode === code)
    .map((meeting) => updateRow(tx, meetings, meeting.id, { childId: id, version: meeting.version + 1 }));
}

function addChecklist(ctx: Context, tx: WritableDb, childId: ChildId): void {
  const calendar = engagementCalendar(tx);
  const from = today(ctx.clock());
  listRows(tx, checklistTemplates, {}, ['position']).forEach((template, position) => {
    insertRow(tx, checklistItems, {
      id: ctx.newId() as ChecklistItemId,
      childId,
      position,
      group: template.group,
      title: template.title,
      ownerSector: template.ownerSector,
      ownerId: null,
      ownerName: '',
      askedOn: null,
      dueOn: addWorkingDays(from, template.dueInWorkingDays, calendar).date,
      state: 'missing',
      receivedOn: null,
      version: '',
      stage: 'not-said',
      thirdPartyCheck: 'not-checked',
      approvedBy: '',
      reason: '',
    });
  });
}
