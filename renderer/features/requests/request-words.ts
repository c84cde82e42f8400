import type { InformationRequest } from '../../../shared/domain/request.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { type ClockStyle, formatDayLong, formatTime } from '../../../shared/domain/time-words.ts';

type Asked = Pick<
  InformationRequest,
  'reference' | 'title' | 'wording' | 'dueOn' | 'dueAt' | 'state' | 'askedBy'
>;

/** A reminder ready to paste into a message: what each request asks for and when it is due, the latest first to go. */
export function reminderText(requests: readonly Asked[], today: IsoDate, clock: ClockStyle): string {
  const lines = requests.map((request) => {
    const asked = request.askedBy ? `, asked by ${request.askedBy}` : '';
    const wording =
      request.wording.trim() && request.wording.trim() !== request.title
        ? `\n  In their words: ${request.wording.trim()}`
        : '';
    return `${request.reference}: ${request.title}${asked}. ${dueWords(request, today, clock)}${wording}`;
  });
  const head =
    requests.length === 1
      ? 'This request from the inspection team is with you and not yet answered:'
      : 'These requests from the inspection team are with you and not yet answered:';
  return `${head}\n\n${lines.join('\n\n')}\n\nReply with the document, or say when it will be ready and what stands in the way.`;
}

function dueWords({ dueOn, dueAt }: Asked, today: IsoDate, clock: ClockStyle): string {
  if (dueOn === null) return 'No date was given.';
  const at = dueAt === null ? '' : ` at ${formatTime(dueAt, clock)}`;
  if (dueOn === today) return `Due today${at}.`;
  return dueOn < today ? `Was due on ${formatDayLong(dueOn)}${at}.` : `Due on ${formatDayLong(dueOn)}${at}.`;
}
