import type { InformationRequest } from '../../../shared/domain/request.ts';
import { londonInstant, londonWallTime } from '../../../shared/domain/time.ts';
import type { ChannelInput } from '../../../shared/ipc/contract.ts';
import type { RequestStart } from '../../state/store-types.ts';

/** A request while it is typed: when it was asked is a day and a time. */
export type Draft = Omit<InformationRequest, 'id' | 'source' | 'isVerified' | 'askedAt'> & {
  readonly askedOn: string | null;
  readonly askedMinutes: number | null;
};

/** What the form starts from; a new request is asked now, and begins with what is known of it. */
export function draftOf(request: InformationRequest | null, start: RequestStart, now: string): Draft {
  if (!request) return { ...blankRequest, ...start, ...askedNow(now) };
  const { id: _, source: __, isVerified: ___, askedAt, ...fields } = request;
  const asked = askedAt === null ? null : londonWallTime(askedAt);
  return { ...fields, askedOn: asked?.date ?? null, askedMinutes: asked?.minutes ?? null };
}

/** A request about which nothing is known. */
export const blankRequest: Omit<Draft, 'askedOn' | 'askedMinutes'> = {
  reference: '',
  title: '',
  wording: '',
  group: '',
  askedBy: '',
  ownerSector: null,
  ownerId: null,
  dueOn: null,
  dueAt: null,
  dueHours: null,
  meetingId: null,
  remindOn: null,
  state: 'not-started',
};

/** The draft as it is saved. */
export function savedFrom({
  askedOn,
  askedMinutes,
  ...fields
}: Draft): Omit<ChannelInput<'requests:saveRequest'>, 'id'> {
  return { ...fields, askedAt: askedOn === null ? null : londonInstant(askedOn, askedMinutes ?? 9 * 60) };
}

function askedNow(now: string): Pick<Draft, 'askedOn' | 'askedMinutes'> {
  const { date, minutes } = londonWallTime(now);
  return { askedOn: date, askedMinutes: minutes };
}
