import type { ChildId, MeetingId, PersonId, PlaceId, StrandId } from '../../../shared/domain/ids.ts';
import { type MeetingKind, type MeetingWithPeople, plainMeeting } from '../../../shared/domain/meeting.ts';
import type { Sector } from '../../../shared/domain/sector.ts';
import type { IsoDate, Minutes } from '../../../shared/domain/time.ts';
import { type ClockStyle, formatTime } from '../../../shared/domain/time-words.ts';
import type { MeetingStart } from '../../state/store-types.ts';

/** A meeting while it is typed: with an end instead of a length, and whatever is not yet known left null. */
export type MeetingForm = {
  readonly title: string;
  readonly kind: MeetingKind;
  /** Null keeps it in the unscheduled tray. */
  readonly day: IsoDate | null;
  readonly start: Minutes | null;
  readonly end: Minutes | null;
  /** How long it is while it has no start and end. */
  readonly minutes: Minutes | null;
  readonly strandIds: readonly string[];
  readonly personIds: readonly string[];
  readonly placeId: string | null;
  readonly childId: string | null;
  readonly chairId: string | null;
  readonly sectorsNeeded: readonly Sector[];
  readonly needsVideo: boolean;
  readonly needsStepFree: boolean;
  readonly isPinned: boolean;
  readonly notes: string;
};

export type FormProblems = Partial<Record<'title' | 'start' | 'end' | 'minutes', string>>;

const usualLength = 60;
const shortest = 5;
const longest = 720;

/** The form of a meeting that exists. */
export function formOf(meeting: MeetingWithPeople): MeetingForm {
  const { id: _id, version: _version, ...fields } = meeting;
  const end = meeting.start === null ? null : meeting.start + meeting.minutes;
  return { ...fields, end };
}

/** The form of a meeting that is to be added. */
export function newForm(given: MeetingStart): MeetingForm {
  const start = given.start ?? null;
  const minutes = given.minutes ?? usualLength;
  return {
    ...plainMeeting,
    title: '',
    kind: 'leaders',
    day: given.day ?? null,
    start,
    end: start === null ? null : start + minutes,
    minutes,
    strandIds: given.strandIds ?? [],
    personIds: given.personIds ?? [],
    placeId: given.placeId ?? null,
    childId: given.childId ?? null,
  };
}

/** A later start takes the end with it, so that the meeting keeps its length. */
export function withStart(form: MeetingForm, start: Minutes | null): MeetingForm {
  if (start === null) return { ...form, start };
  const length =
    form.start !== null && form.end !== null && form.end > form.start
      ? form.end - form.start
      : (form.minutes ?? usualLength);
  const isTied = form.start !== null || form.end === null;
  return { ...form, start, end: isTied ? start + length : form.end };
}

/** A child's meeting is about a child, needs education, health and care, and is titled by code; each only where nothing was said. */
export function withChild(form: MeetingForm, childId: string | null, label: string): MeetingForm {
  if (childId === null) return { ...form, childId };
  const isUntitled = form.title.trim() === '';
  return {
    ...form,
    childId,
    title: isUntitled ? `${label} tracking meeting` : form.title,
    kind: isUntitled ? 'child' : form.kind,
    sectorsNeeded:
      isUntitled && form.sectorsNeeded.length === 0 ? ['education', 'health', 'care'] : form.sectorsNeeded,
  };
}

/** What keeps the form from being saved, field by field, each in a sentence. */
export function problemsIn(form: MeetingForm, clock: ClockStyle): FormProblems {
  const title = form.title.trim();
  const problems: FormProblems = {};
  if (title === '') problems.title = 'Give the meeting a title.';
  if (title.length > 200) problems.title = 'Keep the title to 200 letters.';
  if (form.day === null) {
    if (form.minutes === null) problems.minutes = 'Say how many minutes it takes.';
    return problems;
  }
  if (form.start === null) problems.start = 'Give a start time, such as 9.30 or 2pm.';
  if (form.end === null) problems.end = 'Give an end time, such as 10.15 or 3pm.';
  if (form.start === null || form.end === null) return problems;
  const start = formatTime(form.start, clock);
  const length = form.end - form.start;
  if (length < 0) problems.end = `The meeting ends before it starts. Give an end time after ${start}.`;
  else if (length === 0) problems.end = `The meeting ends when it starts. Give an end time after ${start}.`;
  else if (length < shortest) problems.end = `A meeting takes ${shortest} minutes at least.`;
  else if (length > longest) problems.end = `A meeting takes ${longest / 60} hours at most.`;
  return problems;
}

/** The fields to save, when there is no problem in them. */
export function fieldsOf(form: MeetingForm): Omit<MeetingWithPeople, 'id' | 'version'> {
  const isScheduled = form.day !== null && form.start !== null && form.end !== null;
  const length =
    isScheduled && form.end !== null && form.start !== null ? form.end - form.start : form.minutes;
  return {
    title: form.title.trim(),
    kind: form.kind,
    day: isScheduled ? form.day : null,
    start: isScheduled ? form.start : null,
    minutes: length ?? usualLength,
    placeId: form.placeId as PlaceId | null,
    childId: form.childId as ChildId | null,
    chairId: form.chairId as PersonId | null,
    sectorsNeeded: [...form.sectorsNeeded],
    needsVideo: form.needsVideo,
    needsStepFree: form.needsStepFree,
    isPinned: form.isPinned && isScheduled,
    notes: form.notes,
    strandIds: form.strandIds as StrandId[],
    personIds: form.personIds as PersonId[],
  };
}

/** The meeting the form stands for, for checking it before it is saved. A new one has an id that no other has. */
export function meetingFrom(form: MeetingForm, before: MeetingWithPeople | null): MeetingWithPeople {
  const identity = before
    ? { id: before.id, version: before.version }
    : { id: 'new meeting' as MeetingId, version: 1 };
  return { ...fieldsOf(form), ...identity };
}
