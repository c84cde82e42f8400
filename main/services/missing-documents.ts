import { childLabel } from '../../shared/domain/child-code.ts';
import { counted } from '../../shared/domain/counted.ts';
import type { ChildId } from '../../shared/domain/ids.ts';
import { askText, contactOf, owedByOwner } from '../../shared/domain/missing-documents.ts';
import { today } from '../../shared/domain/time.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { childrenChannels, OwedDocuments } from '../../shared/ipc/children.ts';
import type { ReadableDb } from '../db/connection.ts';
import { getRow, listRows } from '../db/table.ts';
import { checklistItems, children, people } from '../db/tables.ts';
import { updateRow } from '../db/write.ts';
import { coder } from './child-codes.ts';
import { type Context, write } from './context.ts';

type Input<Name extends keyof typeof childrenChannels> = ParsedInputOf<(typeof childrenChannels)[Name]>;

/** What has not come for one child or for all of them, by owner, with a message for each that names no child. */
export function readOwed({ db, clock }: Context, { childId }: Input<'children:readOwed'>): OwedDocuments {
  const items = listRows(db, checklistItems, childId === null ? {} : { childId }, ['position']);
  const known = listRows(db, people);
  const label = labeller(db);
  const safe = coder(db);
  return owedByOwner(items).map(({ items: own, ...owner }) => ({
    ...owner,
    contactId: owner.ownerId ?? contactOf(owner.sector, known),
    items: own.map(({ id, childId: of, title, dueOn, askedOn }) => ({
      ...{ id, childId: of, dueOn, askedOn },
      title: safe(title),
    })),
    message: safe(askText(own, label, today(clock()))),
  }));
}

/** Notes that documents were asked for today, all in one step; what has come meanwhile or does not apply is left as it is. */
export function askForItems(
  ctx: Context,
  { ids }: Input<'children:askForItems'>,
): { readonly asked: number } {
  const items = ids
    .map((id) => getRow(ctx.db, checklistItems, id))
    .filter(({ state }) => state === 'missing' || state === 'asked');
  if (items.length === 0) return { asked: 0 };
  const label = labeller(ctx.db);
  const labels = [...new Set(items.map(({ childId }) => label(childId)))].toSorted();
  const who = labels.length > 3 ? counted(labels.length, 'child', 'children') : labels.join(', ');
  const summary = `Asked for ${counted(items.length, 'document')}, ${who}`;
  write(ctx, { action: 'askForItems', summary }, (tx) => {
    for (const { id } of items)
      updateRow(tx, checklistItems, id, { state: 'asked', askedOn: today(ctx.clock()) });
  });
  return { asked: items.length };
}

function labeller(db: ReadableDb): (childId: ChildId) => string {
  const labels = new Map(listRows(db, children).map((child) => [child.id, childLabel(child)]));
  return (childId) => labels.get(childId) ?? '';
}
