import type { IsoInstant } from '../time.ts';
import { formatInstantLong } from '../time-words.ts';
import type { PersonalChange } from './affected.ts';
import { personalLines } from './change-words.ts';
import type { MeetingChange } from './diff.ts';

/** A message as it is copied or saved: plain text. */
export type Message = { readonly subject: string; readonly body: string };

export type MessageParts = {
  readonly name: string;
  readonly engagement: string;
  readonly marking: string;
  readonly version: { readonly number: number; readonly at: IsoInstant };
  /** The version they were told of last; null when they have not been told of any. */
  readonly told: number | null;
  readonly changes: readonly PersonalChange[];
  /** Why, in the words that were given when it was published. */
  readonly reasonsFor: (change: MeetingChange) => readonly string[];
};

/** What one person has to be told of a version: each meeting that concerns them, was and now, and why. */
export function messageFor(parts: MessageParts): Message {
  const { name, engagement, marking, version, told, changes, reasonsFor } = parts;
  const count = changes.length === 1 ? '1 meeting' : `${changes.length} meetings`;
  const what =
    told === null
      ? `your timetable, ${count}`
      : changes.length === 0
        ? 'no changes for you'
        : `${count} changed`;
  const subject = `${marking === '' ? '' : `${marking}: `}${engagement}, ${what} (version ${version.number})`;
  const published = `Version ${version.number} of the timetable for ${engagement} was published on ${formatInstantLong(version.at)}.`;
  const intro =
    told === null
      ? `These are your meetings in it.`
      : `This is what has changed for you since version ${told}.`;
  const entries = changes.map((one) => {
    const reasons = reasonsFor(one.change);
    return [...personalLines(one), ...(reasons.length > 0 ? [`Reason: ${reasons.join('; ')}`] : [])].join(
      '\n',
    );
  });
  const attached =
    changes.length === 1
      ? 'The calendar file that comes with this updates your calendar when you open it.'
      : 'The calendar files that come with this update your calendar, one meeting each, when you open them.';
  const paragraphs = [
    `Hello ${name},`,
    `${published} ${changes.length > 0 ? intro : 'Nothing in it has changed for you.'}`,
    ...entries,
    ...(changes.length > 0 ? [attached] : []),
    ...(marking === '' ? [] : [marking]),
  ];
  return { subject, body: `${paragraphs.join('\n\n')}\n` };
}
