import type { RequestId } from '../../shared/domain/ids.ts';
import { type InformationRequest, nextReference, requestStateLabels } from '../../shared/domain/request.ts';
import type { ParsedInputOf } from '../../shared/ipc/channel.ts';
import type { RequestsView, requestsChannels } from '../../shared/ipc/requests.ts';
import { getRow, listRows } from '../db/table.ts';
import { evidenceLinks, requests } from '../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../db/write.ts';
import { type Context, write } from './context.ts';

type Input<Name extends keyof typeof requestsChannels> = ParsedInputOf<(typeof requestsChannels)[Name]>;

/** Everything the inspectors or peers asked for. */
export function readRequests(ctx: Context): RequestsView {
  return { requests: listRows(ctx.db, requests) };
}

/** Changes a request, or adds one under the next free reference. A due time without a due date is dropped. */
export function saveRequest(
  ctx: Context,
  { id, ...input }: Input<'requests:saveRequest'>,
): InformationRequest {
  const fields = { ...input, dueAt: input.dueOn === null ? null : input.dueAt };
  if (id === null) {
    const reference = nextReference(listRows(ctx.db, requests).map((request) => request.reference));
    const own = { id: ctx.newId() as RequestId, reference, source: 'this engagement', isVerified: true };
    const summary = `Added ${reference} “${fields.title}”`;
    return write(ctx, { action: 'saveRequest', summary }, (tx) =>
      insertRow(tx, requests, { ...fields, ...own }),
    );
  }
  const before = getRow(ctx.db, requests, id);
  const what =
    before.state === fields.state
      ? `Changed ${before.reference} “${fields.title}”`
      : `${before.reference} “${fields.title}”: ${requestStateLabels[fields.state].toLowerCase()}`;
  return write(ctx, { action: 'saveRequest', summary: what }, (tx) => updateRow(tx, requests, id, fields));
}

/** Removes a request; evidence that answered it stays, no longer tied to it. */
export function removeRequest(ctx: Context, { id }: Input<'requests:removeRequest'>): null {
  const { reference, title } = getRow(ctx.db, requests, id);
  const summary = `Removed ${reference} “${title}”`;
  write(ctx, { action: 'removeRequest', summary }, (tx) => {
    for (const link of listRows(tx, evidenceLinks, { requestId: id })) deleteRow(tx, evidenceLinks, link.id);
    deleteRow(tx, requests, id);
  });
  return null;
}
