const areas: Readonly<Record<string, readonly string[]>> = {
  Timetable: [
    ...['meetings', 'meeting_strands', 'meeting_people', 'meeting_marks', 'invitations'],
    ...['clash_acknowledgements', 'rule_settings'],
  ],
  'Published versions': [
    ...['timetable_versions', 'version_meetings', 'version_people', 'version_strands'],
    ...['version_places', 'version_changes', 'version_tellings'],
  ],
  'People and places': [
    ...['people', 'organisations', 'strands', 'places', 'usual_hours', 'absences', 'busy_times'],
    'availability_checks',
  ],
  Children: [
    ...['children', 'child_names', 'child_agencies', 'consents', 'checklist_items'],
    ...['chronology_entries', 'audit_findings', 'cohorts'],
  ],
  Requests: ['requests', 'request_answers', 'request_reminders'],
  Evidence: ['evidence_items', 'evidence_links'],
  Feedback: ['feedback_entries'],
  Evaluation: ['assessments', 'contributions', 'impacts', 'evaluation_versions', 'criteria', 'indicators'],
  Actions: ['plan_actions', 'progress_updates', 'findings', 'accuracy_points'],
  Governance: [
    ...['boards', 'board_members', 'reports', 'sign_offs', 'briefings', 'resources', 'alignments'],
    ...['surveys', 'survey_entries', 'voice_records', 'reviews', 'finding_progress'],
  ],
  After: ['hearings', 'lessons'],
  Redaction: ['redactions', 'redaction_marks'],
  Packs: ['pack_exports', 'pack_recipes'],
  Dates: [
    ...['engagements', 'phases', 'deadlines', 'recorded_events', 'outcomes', 'closure_days'],
    ...['checklist_templates', 'counted_dates'],
  ],
  'Hand-over': ['hand_overs', 'bring_backs', 'merged_steps'],
};

const areaByTable = new Map(
  Object.entries(areas).flatMap(([area, tables]) => tables.map((table) => [table, area] as const)),
);

/** "survey_answers" as a person would say it: "Survey answers". */
const spoken = (name: string): string => {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The part of the app in which a table's rows are seen; one that is not known here is called after itself. */
export const areaOf = (table: string): string => areaByTable.get(table) ?? spoken(table);

const columnWords: Readonly<Record<string, string>> = {
  ...{ start: 'time', minutes: 'length', owner_id: 'owner', state: 'state', upn: 'UPN' },
  ...{ nhs_number: 'NHS number', from: 'from', on: 'date', text: 'words', title: 'title' },
  ...{ day_start: 'start of the day', day_end: 'end of the day', anchor_date: 'the date it hangs on' },
};

/** What a column holds, in a word or two: "place", "due on". */
export function columnName(column: string): string {
  const known = columnWords[column];
  if (known !== undefined) return known;
  const words = column.replace(/^(?:is|has|needs)_/, '').replace(/_ids?$/, '');
  return words.replaceAll('_', ' ');
}

/** Things that were recognised as one, by table, as they are counted. */
export const countedNouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  people: ['person', 'people'],
  organisations: ['organisation', 'organisations'],
  strands: ['strand', 'strands'],
  places: ['place', 'places'],
  meetings: ['meeting', 'meetings'],
  children: ['child', 'children'],
  requests: ['request', 'requests'],
  evidence_items: ['document', 'documents'],
};

/** What is said when the younger of two things has to be called something else. */
export function relabelSentence(table: string, from: string | number, to: string | number): string {
  if (table === 'children')
    return `Both sides added a Child ${from}: the one added later is now Child ${to}.`;
  if (table === 'requests') return `Both sides added a request ${from}: the one added later is now ${to}.`;
  if (table === 'timetable_versions')
    return `Both sides published a version ${from} of the timetable: the one published later is now version ${to}.`;
  return `Both sides used ${from}: the later one is now ${to}.`;
}
