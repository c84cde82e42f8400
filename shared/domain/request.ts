import { z } from 'zod';
import { MeetingId, PersonId, RequestId } from './ids.ts';
import { Sector } from './sector.ts';
import { IsoDate, IsoInstant } from './time.ts';

export const RequestState = z.enum([
  'not-started',
  'gathering',
  'quality-check',
  'signed-off',
  'sent',
  'accepted',
  'queried',
]);
export type RequestState = z.infer<typeof RequestState>;

export const requestStateLabels: Readonly<Record<RequestState, string>> = {
  'not-started': 'New',
  gathering: 'With owner',
  'quality-check': 'In quality check',
  'signed-off': 'Signed off',
  sent: 'Sent',
  accepted: 'Accepted',
  queried: 'Queried',
};

/** Something the inspectors or peers asked for. */
export const InformationRequest = z.object({
  id: RequestId,
  reference: z.string().min(1).max(20),
  title: z.string().trim().min(1).max(200),
  wording: z.string().max(4000),
  group: z.string().max(80),
  askedBy: z.string().max(160),
  askedAt: IsoInstant.nullable(),
  ownerSector: Sector.nullable(),
  ownerId: PersonId.nullable(),
  dueOn: IsoDate.nullable(),
  /** Minutes from midnight; null means by the end of the working day. */
  dueAt: z.number().int().min(0).max(1439).nullable(),
  /** The working hours after it was asked in which it is wanted; they decide the due date and time. */
  dueHours: z.number().min(0.25).max(400).nullable(),
  /** The meeting in which it was asked for. */
  meetingId: MeetingId.nullable(),
  /** The day on which the owner is to be reminded, unless it is answered by then. */
  remindOn: IsoDate.nullable(),
  state: RequestState,
  source: z.string().max(300),
  isVerified: z.boolean(),
});
export type InformationRequest = z.infer<typeof InformationRequest>;

/** Whether the request still needs somebody to do something. */
export function isOpenRequest(request: Pick<InformationRequest, 'state'>): boolean {
  return request.state !== 'sent' && request.state !== 'accepted';
}

/** Whether the owner is to be reminded today or was to be before. */
export function isReminderDue(
  request: Pick<InformationRequest, 'state' | 'remindOn'>,
  today: IsoDate,
): boolean {
  return isOpenRequest(request) && request.remindOn !== null && request.remindOn <= today;
}

/** The reference after the highest given so far, "R-001" to begin with; a framework's own references ("A1") are another series. */
export function nextReference(references: readonly string[]): string {
  const numbers = references.map((reference) => Number(/^R-(\d+)$/.exec(reference)?.[1] ?? 0));
  return `R-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
