import { z } from 'zod';
import { EvidenceId, MeetingId, RowId } from '../ids.ts';
import { IsoDate } from '../time.ts';

export const BriefingKind = z.enum(['briefing', 'visit', 'update']);
export type BriefingKind = z.infer<typeof BriefingKind>;

export const briefingKindLabels: Readonly<Record<BriefingKind, string>> = {
  briefing: 'Briefing before a meeting',
  visit: 'Visit to a service',
  update: 'Update to settings or forums',
};

/** An elected member is briefed or sees a service, or settings are kept up to date: when, who, and what comes of it. */
export const Briefing = z.object({
  id: RowId,
  kind: BriefingKind,
  on: IsoDate.nullable(),
  /** The members it is for, or the forum. */
  who: z.string().trim().min(1).max(200),
  /** The service or setting that is visited. */
  service: z.string().max(200),
  /** The meeting with inspectors that it prepares for. */
  meetingId: MeetingId.nullable(),
  /** What they should know. */
  notes: z.string().max(6000),
  /** What they must get done. */
  actions: z.string().max(2000),
  /** What they must find out or be sent. */
  information: z.string().max(2000),
  documentId: EvidenceId.nullable(),
  isDone: z.boolean(),
  /** For ourselves: never in an export. */
  internalNotes: z.string().max(4000),
});
export type Briefing = z.infer<typeof Briefing>;

/** The meetings with members in them that nobody has briefed them for. */
export function meetingsWithoutBriefing<Meeting extends { readonly id: MeetingId; readonly title: string }>(
  meetings: readonly Meeting[],
  briefings: readonly Briefing[],
): readonly Meeting[] {
  const briefed = new Set(briefings.map(({ meetingId }) => meetingId));
  return meetings.filter(
    ({ id, title }) => /\b(?:member|councillor|cabinet|scrutiny)s?\b/i.test(title) && !briefed.has(id),
  );
}
