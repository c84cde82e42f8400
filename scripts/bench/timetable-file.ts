import { savePerson } from '../../main/services/people.ts';
import { savePlace } from '../../main/services/places.ts';
import { startEngagement } from '../../main/services/start-engagement.ts';
import { readTimetable } from '../../main/services/timetable.ts';
import { removeMeetings } from '../../main/services/timetable-bulk.ts';
import { saveMeetings } from '../../main/services/timetable-save.ts';
import { readWorld } from '../../main/services/timetable-world.ts';
import { closeSession, createSession } from '../../main/services/vault/session.ts';
import { indexWorld } from '../../shared/domain/clash/world.ts';
import { frameworkById } from '../../shared/domain/frameworks.ts';
import type { MeetingId } from '../../shared/domain/ids.ts';
import { type MeetingKind, type MeetingWithPeople, plainMeeting } from '../../shared/domain/meeting.ts';
import { addDays } from '../../shared/domain/time.ts';
import { plainContext } from '../plain-context.ts';

const NOW = '2026-11-20T10:42:00.000Z';
const MONDAY = '2026-11-23';
const STRANDS = 12;
const PEOPLE_OF_A_STRAND = 5;
const kinds: readonly MeetingKind[] = ['leaders', 'focus-group', 'visit', 'child', 'family'];

/** Writes an engagement with a full timetable: four days, twelve strands, and as many meetings as asked, free of clashes. */
export const writeTimetableFile = async (
  path: string,
  passphrase: string,
  meetings: number,
): Promise<void> => {
  const framework = frameworkById('blank');
  if (!framework) throw new Error('There is no blank framework to measure with.');
  const session = await createSession(path, passphrase);
  try {
    const ctx = plainContext({ db: session.db, now: NOW });
    startEngagement(ctx, { title: 'Bench', council: 'Bench', anchorDate: MONDAY, framework });
    const given = readTimetable(ctx).meetings.map(({ id }) => id);
    if (given.length > 0) removeMeetings(ctx, { ids: given });
    const strands = Array.from({ length: STRANDS }, (_, at) => ({
      inspector: savePerson(ctx, aPerson(`Inspector ${at + 1}`, 'inspection')),
      people: Array.from({ length: PEOPLE_OF_A_STRAND }, (__, own) =>
        savePerson(ctx, aPerson(`Person ${at + 1}.${own + 1}`, 'partnership')),
      ),
      place: savePlace(ctx, { ...aPlace, name: `Room ${at + 1}` }),
    }));
    const changes = Array.from({ length: meetings }, (_, at) => {
      const strand = strands[at % STRANDS];
      const nth = Math.floor(at / STRANDS);
      const after: MeetingWithPeople = {
        ...plainMeeting,
        id: ctx.newId() as MeetingId,
        title: `Meeting ${at + 1} about provision and outcomes`,
        kind: kinds[at % kinds.length] ?? 'leaders',
        day: addDays(MONDAY, nth % 4),
        start: 9 * 60 + Math.floor(nth / 4) * 45,
        minutes: 45,
        placeId: strand?.place.id ?? null,
        sectorsNeeded: at % 5 === 3 ? ['education', 'health'] : [],
        version: 1,
        strandIds: strand?.inspector.strandId ? [strand.inspector.strandId] : [],
        personIds: (strand?.people ?? []).slice(0, 1 + (at % PEOPLE_OF_A_STRAND)).map(({ id }) => id),
      };
      return { before: null, after };
    });
    const index = indexWorld(readWorld(ctx.db));
    saveMeetings(ctx, index, changes, { action: 'addMeeting', summary: 'Filled the week' }, undefined);
  } finally {
    await closeSession(session);
  }
};

const aPerson = (name: string, side: 'inspection' | 'partnership') => ({
  ...{ id: null, name, side, role: '', discipline: '', strandId: null, organisation: '', sector: null },
  ...{ email: '', phone: '', availability: '', notes: '' },
});

const aPlace = {
  ...{ id: null, site: 'Civic Centre', capacity: null, hasVideo: true, isStepFree: true },
  ...{ isOnline: false, travelMinutes: 0 },
};
