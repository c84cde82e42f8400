import { z } from 'zod';
import { EvidenceType } from './evidence.ts';
import { EvidenceId, RequestId, RowId } from './ids.ts';
import { IsoInstant } from './time.ts';

/**
 * One document as it was given in answer to a request, frozen: what becomes of the document or the request afterwards
 * changes nothing here, and the bytes under the hash are kept.
 */
export const RequestAnswer = z.object({
  id: RowId,
  /** Null when the request has been removed since. */
  requestId: RequestId.nullable(),
  reference: z.string().max(20),
  /** What was asked for, as it was worded then. */
  asked: z.string().max(200),
  at: IsoInstant,
  givenTo: z.string().trim().min(1).max(160),
  givenBy: z.string().max(160),
  how: z.string().max(160),
  note: z.string().max(1000),
  evidenceId: EvidenceId,
  title: z.string().max(200),
  fileName: z.string().max(255),
  type: EvidenceType,
  sha256: z.string().length(64),
  size: z.number().int().min(1),
  pages: z.number().int().min(1).nullable(),
  /** Counts up with each different set of bytes given for the same document. */
  version: z.number().int().min(1),
});
export type RequestAnswer = z.infer<typeof RequestAnswer>;

/** That the owner of a request was reminded, and when. */
export const RequestReminder = z.object({
  id: RowId,
  requestId: RequestId,
  at: IsoInstant,
  to: z.string().max(160),
});
export type RequestReminder = z.infer<typeof RequestReminder>;

type Given = Pick<RequestAnswer, 'evidenceId' | 'title' | 'sha256' | 'version'>;

/** The version number of bytes about to be given: the same as before for the same bytes, else the next of that document. */
export function versionOf(
  next: Pick<Given, 'evidenceId' | 'title' | 'sha256'>,
  before: readonly Given[],
): number {
  const title = next.title.trim().toLowerCase();
  const own = before.filter(
    (one) => one.evidenceId === next.evidenceId || one.title.trim().toLowerCase() === title,
  );
  const same = own.find((one) => one.sha256 === next.sha256);
  return same?.version ?? Math.max(0, ...own.map((one) => one.version)) + 1;
}
