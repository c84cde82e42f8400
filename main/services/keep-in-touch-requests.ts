import { isOpenRequest } from '../../shared/domain/request.ts';
import { SECTOR_LABELS } from '../../shared/domain/sector.ts';
import { addDays, type IsoDate, today } from '../../shared/domain/time.ts';
import { formatDayLong, formatInstantShort, formatTime } from '../../shared/domain/time-words.ts';
import { listRows } from '../db/table.ts';
import { people, requestAnswers, requests } from '../db/tables.ts';
import type { Context } from './context.ts';
import { type PaperBlock, quietText } from './document/paper.ts';
import type { Safe } from './keep-in-touch-day.ts';

type Reading = Pick<Context, 'db'>;

/** The requests due by the day after, the longest due first, with whom each is by post. */
export function requestBlocks({ db }: Reading, day: IsoDate, safe: Safe): readonly PaperBlock[] {
  const waiting = listRows(db, requests, {}, ['reference'])
    .filter((request) => isOpenRequest(request) && request.dueOn !== null && request.dueOn <= addDays(day, 1))
    .toSorted(
      (a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || (a.dueAt ?? 1440) - (b.dueAt ?? 1440),
    );
  if (waiting.length === 0) return [quietText('None is due by tomorrow.')];
  const posts = new Map(listRows(db, people).map(({ id, role, name }) => [id, role || name]));
  return [
    {
      is: 'table',
      caption: 'Requests due by tomorrow',
      head: ['Ref', 'What', 'With', 'Due'],
      widths: [9, 37, 18, 36],
      rows: waiting.map(({ reference, title, ownerId, ownerSector, dueOn, dueAt }) =>
        [
          reference,
          title,
          (ownerId && posts.get(ownerId)) || (ownerSector ? SECTOR_LABELS[ownerSector] : 'Nobody yet'),
          dueOn ? `${dueWords(dueOn, dueAt)}${dueOn < day ? ', overdue' : ''}` : '',
        ].map(safe),
      ),
    },
  ];
}

/** What was given in answer since the day before, in the order in which it was. */
export function answeredBlocks(
  { db }: Reading,
  { from, day }: { readonly from: IsoDate; readonly day: IsoDate },
  safe: Safe,
): readonly PaperBlock[] {
  const given = listRows(db, requestAnswers, {}, ['at']).filter(
    ({ at }) => today(at) >= from && today(at) <= day,
  );
  if (given.length === 0) return [quietText('Nothing was given since.')];
  return [
    {
      is: 'table',
      caption: 'Given since the last meeting',
      head: ['Ref', 'What was asked for', 'Given', 'When'],
      widths: [9, 38, 32, 21],
      rows: given.map(({ reference, asked, title, version, at }) =>
        [reference, asked, `${title}, version ${version}`, formatInstantShort(at)].map(safe),
      ),
    },
  ];
}

/** "Wednesday 25 November 2026, 4pm"; nothing where no day is said. */
export function dueWords(date: IsoDate | null, minutes: number | null): string {
  if (date === null) return '';
  return [formatDayLong(date), ...(minutes === null ? [] : [formatTime(minutes)])].join(', ');
}
