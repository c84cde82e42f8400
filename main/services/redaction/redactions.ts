import type { EvidenceItem } from '../../../shared/domain/evidence.ts';
import { EvidenceId, RowId } from '../../../shared/domain/ids.ts';
import { layoutWarning } from '../../../shared/domain/printed-form.ts';
import {
  afterMarking,
  asMarked,
  type Redaction,
  type RedactionMark,
  redactionState,
  whyNotSecond,
} from '../../../shared/domain/redaction/redaction.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ParsedInputOf } from '../../../shared/ipc/channel.ts';
import type { RedactionSummary, redactionsChannels } from '../../../shared/ipc/redactions.ts';
import { findRow, getRow, listRows } from '../../db/table.ts';
import { evidenceItems, redactionMarks, redactions } from '../../db/tables.ts';
import { deleteRow, insertRow, updateRow } from '../../db/write.ts';
import { type Context, write } from '../context.ts';
import { titleMasker } from '../evidence/known-children.ts';
import { printDocument } from '../evidence/print-document.ts';

type Input<Name extends keyof typeof redactionsChannels> = ParsedInputOf<(typeof redactionsChannels)[Name]>;

/** Every redaction whose document is still here, and how far it is. Children's names in titles are codes. */
export function readRedactions({ db }: Context): readonly RedactionSummary[] {
  const mask = titleMasker(db);
  const items = new Map(listRows(db, evidenceItems).map((item) => [item.id, item]));
  const marksOf = new Map<string, RedactionMark[]>();
  for (const mark of listRows(db, redactionMarks)) {
    const marks = marksOf.get(mark.redactionId);
    if (marks) marks.push(mark);
    else marksOf.set(mark.redactionId, [mark]);
  }
  return listRows(db, redactions).flatMap((row): readonly RedactionSummary[] => {
    const item = items.get(row.evidenceId);
    if (!item || !items.has(row.baseId)) return [];
    const marks = marksOf.get(row.id) ?? [];
    // A copy that was removed is no copy; Undo brings both back.
    const isCopyHere = row.copyId === null || items.has(row.copyId);
    const redaction = asMarked(isCopyHere ? row : { ...row, copyId: null }, marks);
    const kept = marks.filter(({ isLeft }) => isLeft).length;
    return [
      {
        ...redaction,
        state: redactionState(redaction),
        title: mask(item.title),
        marked: marks.length - kept,
        kept,
        mayDiffer: items.get(row.baseId)?.madeFromId === row.evidenceId ? layoutWarning(item.type) : '',
      },
    ];
  });
}

/**
 * Begins to redact a document; the document itself stays as it is. What is no PDF is printed to one first, unless a PDF
 * that stands for it is named. Fails with `redaction/no-pages` where it cannot be printed.
 */
export async function startRedaction(
  ctx: Context,
  input: Input<'redactions:startRedaction'>,
): Promise<Redaction> {
  const item = getRow(ctx.db, evidenceItems, input.evidenceId);
  const title = titleMasker(ctx.db)(item.title);
  const about = { action: 'startRedaction', summary: `Began to redact “${title}”` };
  const start = (base: EvidenceItem): Redaction => ({
    ...{ id: RowId.parse(ctx.newId()), evidenceId: item.id, baseId: base.id, baseSha256: base.sha256 },
    ...{ profile: input.profile, childId: input.childId, pages: base.pages ?? 1 },
    ...afterMarking(ctx.actor),
  });
  if (input.baseId !== null || item.type === 'pdf') {
    const base = getRow(ctx.db, evidenceItems, input.baseId ?? item.id);
    if (base.type !== 'pdf') throw new AppError('redaction/no-pages', 'Choose a PDF.');
    return write(ctx, about, (tx) => insertRow(tx, redactions, start(base)));
  }
  return printDocument(ctx, item, about, (tx, base) => insertRow(tx, redactions, start(base)));
}

/** Changes what has to go, which makes a check and a copy of before worth nothing. */
export function editRedaction(ctx: Context, { id, ...patch }: Input<'redactions:editRedaction'>): null {
  changed(ctx, id, 'editRedaction', 'Changed for whom', (tx) => {
    updateRow(tx, redactions, id, { ...patch, ...afterMarking(ctx.actor) });
  });
  return null;
}

/** Forgets a redaction and its marks. A copy that was made of it stays among the documents. */
export function removeRedaction(ctx: Context, { id }: Input<'redactions:removeRedaction'>): null {
  changed(ctx, id, 'removeRedaction', 'Removed the redaction of', (tx) => {
    for (const mark of listRows(tx, redactionMarks, { redactionId: id }))
      deleteRow(tx, redactionMarks, mark.id);
    deleteRow(tx, redactions, id);
  });
  return null;
}

/** Records that a second person looked at the marks as they are now. Fails with `input/invalid` for the first person. */
export function recordCheck(ctx: Context, { id, checkedBy }: Input<'redactions:recordCheck'>): null {
  const why = whyNotSecond(getRow(ctx.db, redactions, id), checkedBy);
  if (why) throw new AppError('input/invalid', why);
  changed(ctx, id, 'recordCheck', 'Checked the marks on', (tx) => {
    updateRow(tx, redactions, id, { checkedBy, checkedAt: ctx.clock() });
  });
  return null;
}

/** Runs a change to a redaction as one undoable step, named after its document. */
export function changed(
  ctx: Context,
  id: string,
  action: string,
  what: string,
  work: Parameters<typeof write<void>>[2],
): void {
  const { evidenceId } = getRow(ctx.db, redactions, id);
  const title = findRow(ctx.db, evidenceItems, EvidenceId.parse(evidenceId))?.title ?? 'a document';
  write(ctx, { action, summary: `${what} “${titleMasker(ctx.db)(title)}”` }, work);
}
