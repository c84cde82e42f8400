import { type AuditFinding, auditKindLabels } from '../../../shared/domain/audit.ts';
import type { Child, ChildAgency, ChildName, Consent } from '../../../shared/domain/child.ts';
import { childLabel } from '../../../shared/domain/child-code.ts';
import { type ChronologyEntry, mergedChronology } from '../../../shared/domain/chronology.ts';
import type { ChildId } from '../../../shared/domain/ids.ts';
import { consentOf } from '../../../shared/domain/readiness.ts';
import { SECTOR_LABELS, SECTORS } from '../../../shared/domain/sector.ts';
import { ageOn, type IsoDate } from '../../../shared/domain/time.ts';
import {
  formatDate,
  formatDayLong,
  formatInstantLong,
  formatTime,
} from '../../../shared/domain/time-words.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { getRow, listRows } from '../../db/table.ts';
import {
  auditFindings,
  childAgencies,
  childNames,
  children,
  chronologyEntries,
  consents,
  criteria,
  meetings,
} from '../../db/tables.ts';
import type { PaperBlock } from '../document/paper.ts';

/** What is recorded of one child, read once for a paper about the child. */
export type ChildFacts = {
  readonly child: Child;
  readonly name: ChildName | null;
  readonly label: string;
  readonly agencies: readonly ChildAgency[];
  readonly consents: readonly Consent[];
  readonly chronology: readonly ChronologyEntry[];
  readonly audit: readonly AuditFinding[];
};

/** Reads what is recorded of a child; fails with `record/not-found` when the child is gone. */
export function readChildFacts(db: ReadableDb, childId: ChildId): ChildFacts {
  const child = getRow(db, children, childId);
  return {
    child,
    name: listRows(db, childNames, { childId })[0] ?? null,
    label: childLabel(child),
    agencies: listRows(db, childAgencies, { childId }).toSorted(
      (a, b) => SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector),
    ),
    consents: listRows(db, consents, { childId }, ['at']),
    chronology: mergedChronology(listRows(db, chronologyEntries, { childId })),
    audit: listRows(db, auditFindings, { childId }),
  };
}

/** Rows of "what: value"; what is not recorded is left out. */
export function factsTable(caption: string, rows: readonly (readonly [string, string])[]): PaperBlock {
  const said = rows.filter(([, value]) => value !== '');
  return { is: 'table', caption, head: ['What', 'Recorded'], rows: said, widths: [28, 72] };
}

/** Age, need, plan, setting and social care, as far as recorded. */
export function careFacts({ child }: ChildFacts, today: IsoDate): readonly (readonly [string, string])[] {
  return [
    ['Age', child.dateOfBirth === null ? '' : `${ageOn(child.dateOfBirth, today)} years`],
    ['Primary need', child.need],
    ['SEND status', child.sendStatus],
    ['Last annual review', child.lastAnnualReview === null ? '' : formatDate(child.lastAnnualReview)],
    ['Setting', child.setting],
    ['Social care', child.socialCareStatus],
  ];
}

export const consentPartyWords = { parent: 'Parent or carer', 'young-person': 'Young person' } as const;
export const consentStateWords = {
  'not-asked': 'not asked yet',
  asked: 'asked, no answer yet',
  given: 'given',
  refused: 'refused',
  withdrawn: 'withdrawn',
} as const;

/** "Parent or carer: given" for each party. */
export function consentLines({ consents: steps }: ChildFacts): readonly string[] {
  const now = consentOf(steps);
  return (['parent', 'young-person'] as const).map(
    (party) => `${consentPartyWords[party]}: ${consentStateWords[now[party]]}`,
  );
}

export const consentTable = ({ consents: steps }: ChildFacts): PaperBlock => ({
  is: 'table',
  caption: 'History of consent',
  head: ['When', 'Who', 'Answer', 'Recorded by', 'Note'],
  rows: steps.map(({ at, party, state, recordedBy, note }) => [
    formatInstantLong(at),
    consentPartyWords[party],
    consentStateWords[state],
    recordedBy,
    note,
  ]),
});

export const agenciesTable = ({ agencies }: ChildFacts): PaperBlock => ({
  is: 'table',
  caption: 'Who is round the child',
  head: ['Sector', 'Agency', 'Practitioner', 'Since'],
  rows: agencies.map(({ sector, agency, practitioner, since }) => [
    SECTOR_LABELS[sector],
    agency,
    practitioner,
    since,
  ]),
});

export const chronologyTable = (entries: readonly ChronologyEntry[]): PaperBlock => ({
  is: 'table',
  caption: 'Chronology',
  head: ['Date', 'What happened', 'Source'],
  rows: entries.map(({ date, what, source }) => [formatDate(date), what, source]),
  widths: [18, 57, 25],
});

/** Strengths, gaps and actions, each against its criterion. */
export function auditTable(db: ReadableDb, findings: readonly AuditFinding[]): PaperBlock {
  const titles = new Map(listRows(db, criteria).map((one) => [one.id, one.title]));
  const order = Object.keys(auditKindLabels);
  return {
    is: 'table',
    caption: 'Multi-agency audit',
    head: ['Finding', 'What', 'Criterion'],
    rows: findings
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
      .map(({ kind, text, criterionId, dueOn, isDone }) => [
        `${auditKindLabels[kind]}${kind === 'action' && isDone ? ', done' : ''}`,
        dueOn === null ? text : `${text} (due ${formatDate(dueOn)})`,
        (criterionId && titles.get(criterionId)) || '',
      ]),
    widths: [16, 54, 30],
  };
}

/** The child's meetings with their times; those without are in the tray. */
export function meetingsTable(db: ReadableDb, childId: ChildId): PaperBlock {
  const own = listRows(db, meetings, { childId }, ['day', 'start']);
  return {
    is: 'table',
    caption: 'Meetings about the child',
    head: ['When', 'Meeting'],
    rows: own.map(({ day, start, title }) => [
      day === null
        ? 'Not timed yet'
        : `${formatDayLong(day)}${start === null ? '' : `, ${formatTime(start)}`}`,
      title,
    ]),
    widths: [40, 60],
  };
}
