import type { MeetingKind } from '../../../shared/domain/meeting.ts';

/** The tint behind each kind of meeting in workbooks and documents. */
export const kindFills: Readonly<Record<MeetingKind, string>> = {
  leaders: '#e6effb',
  child: '#eee9fa',
  'focus-group': '#e2f2ef',
  visit: '#f4f0da',
  family: '#fbe8ef',
  team: '#eef0f4',
  block: '#eef0f4',
};
