import type { ChannelInput, ChannelName } from '../../shared/ipc/contract.ts';

/**
 * The read models that are kept in the store while an engagement is open: for each, the channel that reads it and the
 * tables it is made from. When a write touches one of those tables the view is read again; nothing is patched by hand,
 * so Undo and a change made elsewhere in the app show in the same way as one's own.
 */
export const views = {
  engagement: {
    channel: 'engagement:readEngagement',
    tables: [
      'engagements',
      'phases',
      'deadlines',
      'recorded_events',
      'outcomes',
      'checklist_templates',
      'criteria',
      'indicators',
      'closure_days',
      'meetings',
    ],
  },
  people: { channel: 'people:readPeople', tables: ['people', 'organisations', 'strands', 'places'] },
  timetable: {
    channel: 'timetable:readTimetable',
    tables: [
      'meetings',
      'meeting_strands',
      'meeting_people',
      'clash_acknowledgements',
      'people',
      'strands',
      'places',
      'children',
      'consents',
      'engagements',
      'meeting_marks',
      'phases',
      'closure_days',
      'organisations',
      'child_agencies',
      'usual_hours',
      'absences',
      'busy_times',
      'rule_settings',
    ],
  },
  attendance: { channel: 'attendance:readAttendance', tables: ['invitations', 'meeting_marks'] },
  availability: {
    channel: 'availability:readAvailability',
    tables: ['usual_hours', 'absences', 'busy_times', 'availability_checks', 'engagements', 'phases'],
  },
  versions: {
    channel: 'versions:readVersions',
    tables: [
      'timetable_versions',
      'version_tellings',
      'meeting_marks',
      'meetings',
      'meeting_strands',
      'meeting_people',
      'people',
      'strands',
      'places',
      'children',
      'child_names',
    ],
  },
  children: {
    channel: 'children:readChildren',
    tables: [
      'children',
      'cohorts',
      'consents',
      'checklist_items',
      'child_agencies',
      'child_names',
      'chronology_entries',
      'audit_findings',
    ],
  },
  requests: {
    channel: 'requests:readRequests',
    tables: ['requests', 'request_answers', 'request_reminders'],
  },
  evidence: {
    channel: 'evidence:readEvidence',
    tables: ['evidence_items', 'evidence_links', 'evidence_scans'],
  },
  watched: { channel: 'evidence:readWatched', tables: ['watched_folder'] },
  feedback: { channel: 'feedback:readFeedback', tables: ['feedback_entries'] },
  evaluation: {
    channel: 'evaluation:readEvaluation',
    tables: ['assessments', 'contributions', 'impacts', 'evaluation_versions', 'criteria'],
  },
  plan: {
    channel: 'plan:readPlan',
    tables: [
      'plan_actions',
      'progress_updates',
      'findings',
      'accuracy_points',
      'reviews',
      'finding_progress',
    ],
  },
  after: { channel: 'after:readAfter', tables: ['hearings', 'lessons'] },
  governance: {
    channel: 'governance:readGovernance',
    tables: ['boards', 'board_members', 'reports', 'briefings', 'sign_offs', 'resources', 'alignments'],
  },
  voice: { channel: 'voice:readVoice', tables: ['surveys', 'survey_entries', 'voice_records'] },
  packs: { channel: 'packs:readPacks', tables: ['pack_exports', 'pack_recipes'] },
  redactions: {
    channel: 'redactions:readRedactions',
    tables: ['redactions', 'redaction_marks', 'evidence_items', 'children', 'child_names'],
  },
  handOvers: { channel: 'handOver:readHandOvers', tables: ['hand_overs', 'bring_backs'] },
  history: { channel: 'history:readHistory', tables: '*' },
} as const satisfies Readonly<Record<string, { channel: ChannelName; tables: readonly string[] | '*' }>>;

export type ViewName = keyof typeof views;
export const viewNames = Object.keys(views) as readonly ViewName[];

/** The views that a write to these tables makes stale. */
export function staleViews(changed: readonly string[]): readonly ViewName[] {
  return viewNames.filter((name) => {
    const tables: readonly string[] | '*' = views[name].tables;
    return tables === '*' || tables.some((table) => changed.includes(table));
  });
}

/** A view's channel reads without being told anything. */
export const noInput = {} as ChannelInput<(typeof views)[ViewName]['channel']>;
