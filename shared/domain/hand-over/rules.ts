import { nextChildCode } from '../child-code.ts';
import { comparableName, plainLetters } from '../import/names.ts';
import { nextReference } from '../request.ts';

/** A part of what makes two rows the same thing; a part that is empty makes nothing the same. */
type KeyPart = {
  readonly column: string;
  readonly as?: (text: string) => string;
  /** Two that leave it empty may be the same all the same. */
  readonly mayBeEmpty?: boolean;
  /** The column is one of the rows of another table that belong to this row. */
  readonly of?: { readonly table: string; readonly by: string };
};

/** What is special about a table when two copies come together. Most tables need none of it. */
export type TableRule = {
  /** Columns that mean something only together, each list one field. */
  readonly together?: readonly (readonly string[])[];
  /** Columns that never need asking about: the newest is right. `*` is all of them. */
  readonly quiet?: readonly string[] | '*';
  /** What makes rows that both sides added the same thing; any one list will do. Without it, being alike in everything. */
  readonly sameBy?: readonly (readonly KeyPart[])[];
  /** A column that two things must not share: the younger one gets the next that is free. */
  readonly label?: {
    readonly column: string;
    readonly next: (taken: readonly (string | number)[], from: string | number) => string | number;
  };
  /** The table whose row a row of this one is counted as a part of. */
  readonly partOf?: { readonly table: string; readonly by: string };
};

const nextNumber = (taken: readonly (string | number)[]): number => Math.max(0, ...taken.map(Number)) + 1;
const texts = (taken: readonly (string | number)[]): readonly string[] => taken.map(String);

/** "A12" after "A7": the same letters with the next number of theirs. */
const nextNumbered = (taken: readonly (string | number)[], from: string | number): string => {
  const letters = String(from).replace(/\d+$/, '');
  const numbers = texts(taken).flatMap((one) =>
    one.startsWith(letters) && /^\d+$/.test(one.slice(letters.length))
      ? [Number(one.slice(letters.length))]
      : [],
  );
  return `${letters}${Math.max(0, ...numbers) + 1}`;
};

const ofMeeting = { partOf: { table: 'meetings', by: 'meeting_id' } };
const ofChild = { partOf: { table: 'children', by: 'child_id' } };
const ofVersion = { partOf: { table: 'timetable_versions', by: 'version_id' } };
const nameOfChild = { table: 'child_names', by: 'child_id' };

/** By table. A table that is not here joins by itself: field by field, the newest wins. */
export const tableRules: Readonly<Record<string, TableRule>> = {
  people: { sameBy: [[{ column: 'name', as: comparableName }, { column: 'side' }]] },
  organisations: { sameBy: [[{ column: 'name', as: plainLetters }]] },
  strands: { sameBy: [[{ column: 'name', as: plainLetters }]] },
  places: {
    sameBy: [
      [
        { column: 'name', as: plainLetters },
        { column: 'site', as: plainLetters, mayBeEmpty: true },
      ],
    ],
  },
  meetings: {
    together: [['day', 'start']],
    quiet: ['version'],
    sameBy: [
      [
        { column: 'title', as: plainLetters },
        ...['day', 'start', 'kind', 'child_id'].map((column) => ({ column, mayBeEmpty: true })),
        { column: 'strand_id', mayBeEmpty: true, of: { table: 'meeting_strands', by: 'meeting_id' } },
      ],
    ],
  },
  meeting_strands: ofMeeting,
  meeting_people: ofMeeting,
  meeting_marks: {
    ...ofMeeting,
    together: [['outcome', 'late_minutes', 'absent_ids', 'marked_at', 'marked_by']],
  },
  invitations: {
    ...ofMeeting,
    together: [['state', 'stand_in_id', 'heard_at', 'heard_by', 'day', 'start']],
  },
  children: {
    label: { column: 'code', next: (taken) => nextChildCode(texts(taken)) },
    sameBy: [
      [{ column: 'upn' }],
      [{ column: 'nhs_number' }],
      [
        { column: 'forename', as: comparableName, of: nameOfChild },
        { column: 'surname', as: comparableName, of: nameOfChild },
        { column: 'date_of_birth' },
      ],
    ],
  },
  child_names: ofChild,
  child_agencies: ofChild,
  checklist_items: {
    ...ofChild,
    sameBy: [[{ column: 'child_id' }, { column: 'title' }, { column: 'group', mayBeEmpty: true }]],
  },
  chronology_entries: ofChild,
  consents: ofChild,
  audit_findings: ofChild,
  closure_days: { sameBy: [[{ column: 'date' }]] },
  requests: {
    together: [['due_on', 'due_at', 'due_hours']],
    label: { column: 'reference', next: (taken) => nextReference(texts(taken)) },
    sameBy: [
      [
        { column: 'title', as: plainLetters },
        { column: 'wording', as: plainLetters, mayBeEmpty: true },
      ],
    ],
  },
  request_reminders: { partOf: { table: 'requests', by: 'request_id' } },
  evidence_items: { sameBy: [[{ column: 'sha256' }]] },
  evidence_links: { partOf: { table: 'evidence_items', by: 'evidence_id' } },
  assessments: { together: [['rating', 'rating_reason']], quiet: ['updated_at'] },
  plan_actions: { label: { column: 'reference', next: nextNumbered } },
  finding_progress: { partOf: { table: 'findings', by: 'finding_id' } },
  board_members: { partOf: { table: 'boards', by: 'board_id' } },
  feedback_entries: { together: [['action_due_on', 'action_due_at']] },
  sign_offs: { together: [['steps', 'version_id']] },
  survey_entries: { partOf: { table: 'surveys', by: 'survey_id' } },
  redaction_marks: { partOf: { table: 'redactions', by: 'redaction_id' } },
  progress_updates: { partOf: { table: 'plan_actions', by: 'action_id' } },
  cohorts: { sameBy: [[{ column: 'title' }, { column: 'rows' }]] },
  clash_acknowledgements: { together: [['reason', 'at']] },
  availability_checks: { together: [['note', 'at']] },
  rule_settings: { together: [['is_on', 'minutes']] },
  timetable_versions: { label: { column: 'number', next: nextNumber } },
  version_meetings: ofVersion,
  version_people: ofVersion,
  version_strands: ofVersion,
  version_places: ofVersion,
  version_changes: ofVersion,
  version_tellings: ofVersion,
  evaluation_versions: { label: { column: 'number', next: nextNumber } },
  hand_overs: { quiet: '*' },
  bring_backs: { quiet: '*' },
  merged_steps: { quiet: '*', partOf: { table: 'bring_backs', by: 'bring_back_id' } },
};

const plain = (column: string): string => column;
const fieldsByTable = new Map(
  Object.entries(tableRules).flatMap(([table, { together = [] }]) => {
    if (together.length === 0) return [];
    const first = new Map(
      together.flatMap((columns) => columns.map((one) => [one, columns[0] ?? one] as const)),
    );
    return [[table, (column: string) => first.get(column) ?? column] as const];
  }),
);

/** The field that a column of a table belongs to. */
export const fieldsOf = (table: string): ((column: string) => string) => fieldsByTable.get(table) ?? plain;

export const isQuiet = (table: string, field: string): boolean => {
  const { quiet = [] } = tableRules[table] ?? {};
  return quiet === '*' || quiet.includes(field);
};

/** A reference from one table to another, as the file itself declares it. */
export type Reference = { readonly column: string; readonly table: string; readonly isRequired: boolean };

/** What the file says of its tables. */
export type Shape = {
  readonly references: (table: string) => readonly Reference[];
  /** Lists of columns that no two rows may share. */
  readonly unique: (table: string) => readonly (readonly string[])[];
};
