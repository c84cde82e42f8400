import { childLabel, compareCodes } from '../../../shared/domain/child-code.ts';
import { counted } from '../../../shared/domain/counted.ts';
import type { Criterion } from '../../../shared/domain/engagement.ts';
import { formatSize } from '../../../shared/domain/file-size.ts';
import type { Briefing } from '../../../shared/domain/governance/briefing.ts';
import type { Report } from '../../../shared/domain/governance/report.ts';
import type { ScheduledMeeting } from '../../../shared/domain/meeting.ts';
import type { PackChoices, PackSubject } from '../../../shared/domain/pack.ts';
import type { InformationRequest } from '../../../shared/domain/request.ts';
import { formatDayLong, formatDayShort, formatTime } from '../../../shared/domain/time-words.ts';
import type { ChildSummary } from '../../../shared/ipc/children.ts';
import type { PackDocument, PackPreview } from '../../../shared/ipc/packs.ts';

/** What a pack begins with. */
export const plainOptions: Omit<PackChoices, 'subject'> = {
  audience: 'inspector',
  profile: 'none',
  leaveOut: [],
  order: [],
  note: '',
  marking: null,
  version: '',
  hasPdfCopies: false,
  isNumbered: false,
  isCombined: false,
  hasWordIndex: false,
  saveAs: 'both',
  isOnlyNew: false,
};

/** Which child, line of enquiry, request, meeting, report or briefing, as one value of a list. */
export type SubjectKey =
  | `child:${string}`
  | `criterion:${string}`
  | `request:${string}`
  | `meeting:${string}`
  | `report:${string}`
  | `briefing:${string}`
  | 'whole:';

export type Subjects = {
  readonly children: readonly Pick<ChildSummary, 'id' | 'code'>[];
  readonly criteria: readonly Criterion[];
  readonly requests: readonly Pick<InformationRequest, 'id' | 'reference' | 'title'>[];
  readonly meetings: readonly Pick<ScheduledMeeting, 'id' | 'title' | 'day' | 'start'>[];
  readonly reports: readonly Pick<Report, 'id' | 'title' | 'isEmbargoed'>[];
  readonly briefings: readonly Pick<Briefing, 'id' | 'who' | 'on'>[];
};

/** What a pack can be about, as a list to choose from: children by code, then what the framework asks; no report under embargo. */
export function subjectOptions({ children, criteria, requests, meetings, reports, briefings }: Subjects) {
  return [
    ...children
      .toSorted((a, b) => compareCodes(a.code, b.code))
      .map((child) => ({
        value: `child:${child.id}` as SubjectKey,
        label: childLabel(child),
        group: 'Children',
      })),
    ...criteria.map((criterion) => ({
      value: `criterion:${criterion.id}` as SubjectKey,
      label: criterion.code ? `${criterion.code}: ${criterion.title}` : criterion.title,
      group: 'Lines of enquiry and criteria',
    })),
    ...requests.map((request) => ({
      value: `request:${request.id}` as SubjectKey,
      label: `${request.reference}: ${request.title}`,
      group: 'Requests',
    })),
    ...meetings
      .toSorted((a, b) => a.day.localeCompare(b.day) || a.start - b.start)
      .map((meeting) => ({
        value: `meeting:${meeting.id}` as SubjectKey,
        label: `${formatDayShort(meeting.day)}, ${formatTime(meeting.start)}: ${meeting.title}`,
        group: 'Meetings',
      })),
    ...reports.filter(isFree).map((report) => ({
      value: `report:${report.id}` as SubjectKey,
      label: report.title,
      group: 'Board papers',
    })),
    ...briefings.map((briefing) => ({
      value: `briefing:${briefing.id}` as SubjectKey,
      label: [briefing.who, briefing.on ? formatDayLong(briefing.on) : ''].filter(Boolean).join(', '),
      group: 'Role briefings',
    })),
    { value: 'whole:' as SubjectKey, label: 'The whole record', group: 'Everything' },
  ];
}

const isFree = ({ isEmbargoed }: { readonly isEmbargoed: boolean }): boolean => !isEmbargoed;

export const firstSubject = (known: Subjects): SubjectKey | null => subjectOptions(known)[0]?.value ?? null;

/** The subject that a value of the list stands for; null when it is gone. */
export function subjectOf(
  key: SubjectKey,
  { children, criteria, requests, meetings, reports, briefings }: Subjects,
): PackSubject | null {
  if (key === 'whole:') return { whole: true };
  const id = key.slice(key.indexOf(':') + 1);
  const child = key.startsWith('child:') ? children.find((one) => one.id === id) : undefined;
  if (child) return { childId: child.id };
  const criterion = key.startsWith('criterion:') ? criteria.find((one) => one.id === id) : undefined;
  if (criterion) return { criterionId: criterion.id };
  const request = key.startsWith('request:') ? requests.find((one) => one.id === id) : undefined;
  if (request) return { requestId: request.id };
  const meeting = key.startsWith('meeting:') ? meetings.find((one) => one.id === id) : undefined;
  if (meeting) return { meetingId: meeting.id };
  const report = key.startsWith('report:') ? reports.filter(isFree).find((one) => one.id === id) : undefined;
  if (report) return { reportId: report.id };
  const briefing = key.startsWith('briefing:') ? briefings.find((one) => one.id === id) : undefined;
  return briefing ? { briefingId: briefing.id } : null;
}

/** The value of the list that stands for a subject. */
export function keyOf(subject: PackSubject): SubjectKey {
  if ('childId' in subject) return `child:${subject.childId}`;
  if ('criterionId' in subject) return `criterion:${subject.criterionId}`;
  if ('meetingId' in subject) return `meeting:${subject.meetingId}`;
  if ('reportId' in subject) return `report:${subject.reportId}`;
  if ('briefingId' in subject) return `briefing:${subject.briefingId}`;
  return 'requestId' in subject ? `request:${subject.requestId}` : 'whole:';
}

/** "11 documents, 6.4 MB", "The paper and 2 documents, 1.2 MB". */
export function sumWords(documents: readonly PackDocument[], hasPaper: boolean): string {
  const inPack = documents.filter((document) => document.number !== null);
  const bytes = inPack.reduce((sum, document) => sum + document.bytes, 0);
  const those = counted(inPack.length, 'document');
  const count = hasPaper ? ['The paper', ...(inPack.length > 0 ? [those] : [])].join(' and ') : those;
  return bytes === 0 ? count : `${count}, ${formatSize(bytes)}`;
}

/** What making the pack waits for, in words; null when it can be made. */
export function waitsFor(
  { stops, cautions }: Pick<PackPreview, 'stops' | 'cautions'>,
  reason: string,
): string | null {
  const unexplained = cautions.length > 0 && reason.trim() === '';
  const waits = [stops.length > 0 ? 'what stops it' : '', unexplained ? 'your reason' : ''].filter(Boolean);
  return waits.length === 0 ? null : `Waits for ${waits.join(' and ')}. Nothing has been written yet.`;
}

/** What a document is called in the pack, where that is not its own title; null where it is, or while it is left out. */
export function renamedInPack({
  title,
  neutralName,
}: Pick<PackDocument, 'title' | 'neutralName'>): string | null {
  const stem = neutralName.replace(/^\d+ /, '').replace(/\.[a-z]+$/, '');
  return stem === '' || stem === title ? null : neutralName;
}

/** What goes in the place of a document, and what to look at. */
export const printedWords: Readonly<Record<NonNullable<PackDocument['printed']>, string>> = {
  'to-make': 'As a PDF copy, made with the pack; its layout may differ',
  here: 'As its PDF copy, made here; its layout may differ',
  own: 'As the PDF that is named as its printed form',
};

/** "1 document", "2 documents". */
