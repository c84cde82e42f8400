import type { EvidenceType } from '../../../shared/domain/evidence.ts';
import { IsoDate } from '../../../shared/domain/time.ts';
import { AppError } from '../../../shared/errors.ts';
import { readContent } from '../../db/evidence-content.ts';
import type { Context } from '../context.ts';
import type { Outcome, Ready } from './intake-report.ts';
import { openAttachment } from './open-attachment.ts';
import { type Going, orRefused, takeInFile } from './take-in-file.ts';

export const isMail = (type: EvidenceType): boolean => type === 'eml' || type === 'msg';
/** A message may come with a message, and that with another, but not for ever. */
const deepest = 12;
const notApart = 'What came with it could not be taken out. Save it from your mail and add it.';
const tooDeep =
  'It holds messages inside messages, more than 12 deep. What is deeper is not taken in by itself; save it from your mail and add it.';

/** Takes in what came with a message that has just been taken in, each as a document that says so. */
export async function takeInAttachments(
  ctx: Context,
  mail: Ready,
  going: Going,
  depth = 0,
): Promise<readonly Outcome[]> {
  await going.writer.flush();
  if (!ctx.db.open) throw new AppError('vault/locked');
  const bytes = readContent(ctx.db, mail.item.sha256);
  const parts = await going.reader.readParts(mail.item.type, { bytes });
  if (!parts) return [{ path: mail.path, refused: notApart }];
  const from = parts.from.slice(0, 160);
  const evidenceDate = mail.item.evidenceDate ?? IsoDate.safeParse(parts.date).data ?? null;
  Object.assign(mail, { item: { ...mail.item, from, evidenceDate } });
  const outcomes: Outcome[] = [];
  const soFar = (): readonly Outcome[] => [...going.before, ...outcomes];
  for (const attachment of parts.attachments) {
    const path = `${mail.path}/${nameWithin(attachment.name)}`;
    const outcome = await orRefused(path, async () => {
      going.onBytes(0);
      const opened = { file: null, ...(await openAttachment(attachment)) };
      return takeInFile(ctx, path, opened, { ...going, before: soFar() });
    });
    outcomes.push(outcome);
    if (!('isNew' in outcome) || !outcome.isNew) continue;
    const own = { from, evidenceDate: outcome.item.evidenceDate ?? evidenceDate, cameWithId: mail.item.id };
    Object.assign(outcome, { item: { ...outcome.item, ...own } });
    if (!isMail(outcome.item.type)) continue;
    if (depth < deepest)
      outcomes.push(...(await takeInAttachments(ctx, outcome, { ...going, before: soFar() }, depth + 1)));
    else outcomes.push({ path, refused: tooDeep });
  }
  if (parts.isTooDeep) outcomes.push({ path: mail.path, refused: tooDeep });
  if (parts.left > 0) {
    const refused = `It has ${parts.left} more attachments than are taken in at once. Save them from your mail and add them.`;
    outcomes.push({ path: mail.path, refused });
  }
  return outcomes;
}

/** As a name alone: an attachment may be called anything. */
const nameWithin = (name: string): string => name.replaceAll(/[/\\]/g, '_') || 'Attachment';
