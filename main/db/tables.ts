import { Invitation, MeetingMark } from '../../shared/domain/attendance/attendance.ts';
import { AuditFinding } from '../../shared/domain/audit.ts';
import { Absence, AvailabilityCheck, BusyTime, UsualHours } from '../../shared/domain/availability.ts';
import {
  ChecklistItem,
  ChecklistTemplate,
  Child,
  ChildAgency,
  ChildName,
  Consent,
} from '../../shared/domain/child.ts';
import { ChronologyEntry } from '../../shared/domain/chronology.ts';
import { Cohort } from '../../shared/domain/cohort.ts';
import { CountedDate } from '../../shared/domain/counted-date.ts';
import {
  ClosureDay,
  Criterion,
  Deadline,
  Engagement,
  Indicator,
  Outcome,
  Phase,
  RecordedEvent,
} from '../../shared/domain/engagement.ts';
import { Assessment, Contribution, EvaluationVersion, Impact } from '../../shared/domain/evaluation.ts';
import { EvidenceItem, EvidenceLink } from '../../shared/domain/evidence.ts';
import { FeedbackEntry, Hearing } from '../../shared/domain/feedback.ts';
import { Board, BoardMember } from '../../shared/domain/governance/board.ts';
import { Briefing } from '../../shared/domain/governance/briefing.ts';
import { Alignment, Resource } from '../../shared/domain/governance/register.ts';
import { Report } from '../../shared/domain/governance/report.ts';
import { SignOff } from '../../shared/domain/governance/sign-off.ts';
import { BringBack, HandOver, MergedStep } from '../../shared/domain/hand-over/hand-over.ts';
import { ImportMapping } from '../../shared/domain/import-mapping.ts';
import { Lesson } from '../../shared/domain/lesson.ts';
import { ClashAcknowledgement, Meeting, MeetingPerson, MeetingStrand } from '../../shared/domain/meeting.ts';
import { PackExport, PackRecipe } from '../../shared/domain/pack.ts';
import { Organisation, Person, Place, Strand } from '../../shared/domain/people.ts';
import { AccuracyPoint, Finding, PlanAction, ProgressUpdate } from '../../shared/domain/plan.ts';
import { Redaction, RedactionMark } from '../../shared/domain/redaction/redaction.ts';
import { InformationRequest } from '../../shared/domain/request.ts';
import { RequestAnswer, RequestReminder } from '../../shared/domain/request-answer.ts';
import { FindingProgress, Review } from '../../shared/domain/review.ts';
import { RuleSetting } from '../../shared/domain/timetable-rules.ts';
import {
  TimetableVersion,
  VersionChange,
  VersionMeeting,
  VersionPerson,
  VersionPlace,
  VersionStrand,
  VersionTelling,
} from '../../shared/domain/versions/version.ts';
import { Survey, SurveyEntry, VoiceRecord } from '../../shared/domain/voice.ts';
import { defineTable } from './table.ts';

export const engagements = defineTable('engagements', Engagement);
export const phases = defineTable('phases', Phase);
export const deadlines = defineTable('deadlines', Deadline);
export const recordedEvents = defineTable('recorded_events', RecordedEvent);
export const outcomes = defineTable('outcomes', Outcome);
export const checklistTemplates = defineTable('checklist_templates', ChecklistTemplate);
export const criteria = defineTable('criteria', Criterion);
export const indicators = defineTable('indicators', Indicator);
export const countedDates = defineTable('counted_dates', CountedDate);
export const lessons = defineTable('lessons', Lesson);
export const closureDays = defineTable('closure_days', ClosureDay);
export const organisations = defineTable('organisations', Organisation);
export const strands = defineTable('strands', Strand);
export const people = defineTable('people', Person);
export const places = defineTable('places', Place);
export const usualHours = defineTable('usual_hours', UsualHours);
export const absences = defineTable('absences', Absence);
export const busyTimes = defineTable('busy_times', BusyTime);
export const availabilityChecks = defineTable('availability_checks', AvailabilityCheck);
export const ruleSettings = defineTable('rule_settings', RuleSetting);
export const children = defineTable('children', Child);
export const childNames = defineTable('child_names', ChildName);
export const childAgencies = defineTable('child_agencies', ChildAgency);
export const consents = defineTable('consents', Consent);
export const checklistItems = defineTable('checklist_items', ChecklistItem);
export const chronologyEntries = defineTable('chronology_entries', ChronologyEntry);
export const auditFindings = defineTable('audit_findings', AuditFinding);
export const cohorts = defineTable('cohorts', Cohort);
export const meetings = defineTable('meetings', Meeting);
export const meetingStrands = defineTable('meeting_strands', MeetingStrand);
export const meetingPeople = defineTable('meeting_people', MeetingPerson);
export const clashAcknowledgements = defineTable('clash_acknowledgements', ClashAcknowledgement);
export const invitations = defineTable('invitations', Invitation);
export const meetingMarks = defineTable('meeting_marks', MeetingMark);
export const requests = defineTable('requests', InformationRequest);
export const requestAnswers = defineTable('request_answers', RequestAnswer);
export const requestReminders = defineTable('request_reminders', RequestReminder);
export const evidenceItems = defineTable('evidence_items', EvidenceItem);
export const evidenceLinks = defineTable('evidence_links', EvidenceLink);
export const hearings = defineTable('hearings', Hearing);
export const feedbackEntries = defineTable('feedback_entries', FeedbackEntry);
export const assessments = defineTable('assessments', Assessment);
export const contributions = defineTable('contributions', Contribution);
export const impacts = defineTable('impacts', Impact);
export const evaluationVersions = defineTable('evaluation_versions', EvaluationVersion);
export const findings = defineTable('findings', Finding);
export const planActions = defineTable('plan_actions', PlanAction);
export const progressUpdates = defineTable('progress_updates', ProgressUpdate);
export const accuracyPoints = defineTable('accuracy_points', AccuracyPoint);
export const boards = defineTable('boards', Board);
export const boardMembers = defineTable('board_members', BoardMember);
export const reports = defineTable('reports', Report);
export const signOffs = defineTable('sign_offs', SignOff);
export const briefings = defineTable('briefings', Briefing);
export const resources = defineTable('resources', Resource);
export const alignments = defineTable('alignments', Alignment);
export const surveys = defineTable('surveys', Survey);
export const surveyEntries = defineTable('survey_entries', SurveyEntry);
export const voiceRecords = defineTable('voice_records', VoiceRecord);
export const reviews = defineTable('reviews', Review);
export const findingProgress = defineTable('finding_progress', FindingProgress);
export const packExports = defineTable('pack_exports', PackExport);
export const packRecipes = defineTable('pack_recipes', PackRecipe);
export const redactions = defineTable('redactions', Redaction);
export const redactionMarks = defineTable('redaction_marks', RedactionMark);
export const importMappings = defineTable('import_mappings', ImportMapping);
export const handOvers = defineTable('hand_overs', HandOver);
export const bringBacks = defineTable('bring_backs', BringBack);
export const mergedSteps = defineTable('merged_steps', MergedStep);
export const timetableVersions = defineTable('timetable_versions', TimetableVersion);
export const versionMeetings = defineTable('version_meetings', VersionMeeting);
export const versionPeople = defineTable('version_people', VersionPerson);
export const versionStrands = defineTable('version_strands', VersionStrand);
export const versionPlaces = defineTable('version_places', VersionPlace);
export const versionChanges = defineTable('version_changes', VersionChange);
export const versionTellings = defineTable('version_tellings', VersionTelling);

/** Every table whose rows are recorded in the change log, by name: what undo can put back. */
export const recordedTables = new Map(
  [
    engagements,
    phases,
    deadlines,
    recordedEvents,
    outcomes,
    checklistTemplates,
    criteria,
    indicators,
    countedDates,
    lessons,
    closureDays,
    organisations,
    strands,
    people,
    places,
    usualHours,
    absences,
    busyTimes,
    availabilityChecks,
    ruleSettings,
    children,
    childNames,
    childAgencies,
    consents,
    checklistItems,
    chronologyEntries,
    auditFindings,
    cohorts,
    meetings,
    meetingStrands,
    meetingPeople,
    clashAcknowledgements,
    invitations,
    meetingMarks,
    requests,
    requestAnswers,
    requestReminders,
    evidenceItems,
    evidenceLinks,
    hearings,
    feedbackEntries,
    assessments,
    contributions,
    impacts,
    evaluationVersions,
    findings,
    planActions,
    progressUpdates,
    accuracyPoints,
    boards,
    boardMembers,
    reports,
    signOffs,
    briefings,
    resources,
    alignments,
    surveys,
    surveyEntries,
    voiceRecords,
    reviews,
    findingProgress,
    packExports,
    packRecipes,
    redactions,
    redactionMarks,
    importMappings,
    handOvers,
    bringBacks,
    mergedSteps,
    timetableVersions,
    versionMeetings,
    versionPeople,
    versionStrands,
    versionPlaces,
    versionChanges,
    versionTellings,
  ].map((table) => [table.name, { name: table.name, columns: table.columns }] as const),
);
