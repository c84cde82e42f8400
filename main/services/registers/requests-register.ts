import { countBy } from '../../../shared/domain/counted.ts';
import { requestStateLabels } from '../../../shared/domain/request.ts';
import { SECTOR_LABELS } from '../../../shared/domain/sector.ts';
import { formatTime } from '../../../shared/domain/time-words.ts';
import { listRows } from '../../db/table.ts';
import { people, requestAnswers, requests } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { writerFor } from '../timetable-export/writer.ts';
import type { Register, RegisterReader } from './register.ts';

/** What was asked for, and how far each is; for the partnership itself with when its owner is to be reminded. */
export function requestsRegister({ db }: Context, { isForOthers }: RegisterReader): Register {
  const everybody = listRows(db, people);
  const write = writerFor(db, everybody, false);
  const owners = new Map(everybody.map((person) => [person.id, write.person(person)]));
  const given = countBy(listRows(db, requestAnswers), ({ requestId }) => requestId);
  return {
    title: 'Requests',
    columns: [
      { head: 'No.', width: 7 },
      { head: 'What', width: 24 },
      { head: 'In their words', width: 0 },
      { head: 'Group', width: 0 },
      { head: 'Asked by', width: 14 },
      { head: 'Asked', width: 13 },
      { head: 'Owner', width: 15 },
      { head: 'Sector', width: 0 },
      { head: 'Due', width: 10 },
      { head: 'Due at', width: 0 },
      { head: 'State', width: 9 },
      { head: 'Given', width: 8 },
      ...(isForOthers ? [] : [{ head: 'Remind on', width: 0 }]),
    ],
    rows: listRows(db, requests, {}, ['reference']).map((request) => [
      request.reference,
      request.title,
      request.wording,
      request.group,
      request.askedBy,
      request.askedAt && { at: request.askedAt },
      (request.ownerId && owners.get(request.ownerId)) || '',
      request.ownerSector ? SECTOR_LABELS[request.ownerSector] : '',
      request.dueOn && { date: request.dueOn },
      request.dueAt === null ? '' : formatTime(request.dueAt),
      requestStateLabels[request.state],
      given.get(request.id) ?? 0,
      ...(isForOthers ? [] : [request.remindOn && { date: request.remindOn }]),
    ]),
    notes: [],
  };
}
