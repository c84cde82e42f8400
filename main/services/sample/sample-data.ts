import { z } from 'zod';
import governance from '../../../assets/sample/governance.json' with { type: 'json' };
import sample from '../../../assets/sample/sample.json' with { type: 'json' };
import { ConsentState } from '../../../shared/domain/child.ts';
import { Assessment, Contribution, Impact } from '../../../shared/domain/evaluation.ts';
import { Confidence, FeedbackKind } from '../../../shared/domain/feedback.ts';
import { Board } from '../../../shared/domain/governance/board.ts';
import { Briefing } from '../../../shared/domain/governance/briefing.ts';
import { Alignment, Resource } from '../../../shared/domain/governance/register.ts';
import { Report } from '../../../shared/domain/governance/report.ts';
import { SignOff, SignOffStep } from '../../../shared/domain/governance/sign-off.ts';
import { MeetingKind } from '../../../shared/domain/meeting.ts';
import { Finding, PlanAction } from '../../../shared/domain/plan.ts';
import { RequestState } from '../../../shared/domain/request.ts';
import { Review } from '../../../shared/domain/review.ts';
import { Sector } from '../../../shared/domain/sector.ts';
import { Survey, SurveyEntry, VoiceRecord } from '../../../shared/domain/voice.ts';

const text = z.string();

/** The sample engagement as it is written down: everything in it is invented. Days count from the Monday on site. */
const SampleData = z.object({
  title: text,
  council: text,
  frameworkId: text,
  inspectors: z.array(z.object({ strand: text, name: text, role: text, discipline: text })),
  people: z.array(
    z.object({ key: text, name: text, role: text, organisation: text, sector: Sector, availability: text }),
  ),
  places: z.array(
    z.object({
      key: text,
      name: text,
      site: text,
      capacity: z.number(),
      hasVideo: z.boolean(),
      isStepFree: z.boolean(),
      isOnline: z.boolean(),
      travelMinutes: z.number(),
    }),
  ),
  meetings: z.array(
    z.object({
      day: z.number().nullable(),
      start: z.number().nullable(),
      minutes: z.number(),
      strands: z.array(text),
      kind: MeetingKind,
      title: text,
      place: text.nullable(),
      people: z.array(text),
      child: text.nullable(),
      sectors: z.array(Sector),
      needsVideo: z.boolean(),
      isPinned: z.boolean(),
      notes: text,
    }),
  ),
  children: z.array(
    z.object({
      forename: text,
      surname: text,
      dateOfBirth: text,
      upn: text,
      nhsNumber: text,
      postcode: text,
      need: text,
      sendStatus: text,
      setting: text,
      socialCareStatus: text,
      parentConsent: ConsentState,
      youngPersonConsent: ConsentState,
      agencies: z.array(z.object({ sector: Sector, agency: text, practitioner: text, since: text })),
    }),
  ),
  /** Title of a checklist item to the words of the document that answers it. */
  documents: z.record(text, text),
  /** Code of a child to the items its file has. */
  have: z.record(text, z.array(text)),
  /** Code of a child to the number of documents that are still owed. */
  stillOwed: z.record(text, z.number()),
  general: z.array(z.object({ reference: text, title: text, text })),
  requestStates: z.record(text, RequestState),
  /** A criterion is given by its code, a date by days before the week on site. */
  evaluation: z.object({
    assessments: z.array(
      Assessment.omit({ id: true, updatedAt: true, criterionId: true, internalNotes: true }).extend({
        criterion: text,
      }),
    ),
    contributions: z.array(
      Contribution.omit({ id: true, at: true, criterionId: true }).extend({ criterion: text }),
    ),
    impacts: z.array(
      Impact.omit({ id: true, date: true, criterionId: true }).extend({
        criterion: text,
        daysBefore: z.number(),
      }),
    ),
    shownTo: text,
  }),
  /** Days before the week on site for a finding; after its Monday for an action's due date. */
  plan: z.object({
    findings: z.array(
      Finding.pick({
        kind: true,
        text: true,
        headings: true,
        from: true,
        progress: true,
        isResolved: true,
      }).extend({
        daysBefore: z.number(),
        review: text.optional(),
      }),
    ),
    actions: z.array(
      PlanAction.omit({
        id: true,
        ownerId: true,
        dueOn: true,
        dependsOnId: true,
        criterionId: true,
        findingId: true,
        reference: true,
        linkedIds: true,
        internalNotes: true,
      }).extend({
        owner: text.optional(),
        due: z.number(),
        answers: z.number().optional(),
        report: text.optional(),
      }),
    ),
  }),
  feedback: z.array(
    z.object({
      day: z.number(),
      time: text,
      kind: FeedbackKind,
      text,
      saidBy: text,
      isQuote: z.boolean().optional(),
      reply: text.optional(),
      evidenceGiven: text.optional(),
      confidence: Confidence.optional(),
      criterion: text,
      meeting: text,
      child: text.optional(),
      action: text.optional(),
      owner: text.optional(),
      due: z.number().optional(),
    }),
  ),
});
export type SampleData = z.infer<typeof SampleData>;

const days = z.number().nullable();

/** What is written down of the sample's boards, families' voice and earlier inspections; names stand for records. */
const SampleGovernance = z.object({
  boards: z.array(
    Board.omit({ id: true, answersToId: true, meetsOn: true }).extend({
      answersTo: text.nullable(),
      meets: days,
      members: z.array(z.object({ person: text.optional(), role: text, isChair: z.boolean() })),
    }),
  ),
  reports: z.array(
    Report.omit({ id: true, boardId: true, on: true, decidedOn: true, documentId: true }).extend({
      board: text.nullable(),
      on: days,
      decided: days,
      document: text.optional(),
    }),
  ),
  briefings: z.array(
    Briefing.omit({ id: true, on: true, meetingId: true, documentId: true }).extend({
      on: days,
      meeting: text.nullable(),
    }),
  ),
  signOffs: z.array(
    SignOff.pick({ title: true, about: true, note: true }).extend({
      due: days,
      report: text.optional(),
      /** The number of the version of the self-evaluation that is signed. */
      version: z.number().optional(),
      steps: z.array(SignOffStep.omit({ on: true }).extend({ on: days })),
    }),
  ),
  resources: z.array(
    Resource.omit({ id: true, startsOn: true, endsOn: true }).extend({ starts: days, ends: days }),
  ),
  alignments: z.array(Alignment.omit({ id: true, documentId: true })),
  surveys: z.array(
    Survey.pick({ title: true, group: true, closesAt: true, target: true, sentBy: true, note: true }).extend({
      opens: days,
      closes: days,
      log: z.array(SurveyEntry.pick({ kind: true, count: true, note: true }).extend({ day: z.number() })),
    }),
  ),
  records: z.array(
    VoiceRecord.omit({ id: true, from: true, to: true, documentId: true, criterionId: true }).extend({
      from: days,
      to: days,
      criterion: text,
    }),
  ),
  reviews: z.array(
    Review.omit({ id: true, from: true, to: true, documentId: true, revisitOn: true }).extend({
      from: days,
      to: days,
      revisit: days,
    }),
  ),
  /** A finding is given by its place among the sample's. */
  findingProgress: z.array(z.object({ finding: z.number(), on: z.number(), text })),
});
export type SampleGovernance = z.infer<typeof SampleGovernance>;

/** The sample, checked as it is read. */
export function sampleData(): SampleData {
  return SampleData.parse(sample);
}

/** The sample's governance, checked as it is read. */
export function sampleGovernance(): SampleGovernance {
  return SampleGovernance.parse(governance);
}
