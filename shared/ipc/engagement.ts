import { z } from 'zod';
import type { ChecklistTemplate } from '../domain/child.ts';
import { ChecklistTemplate as ChecklistTemplateSchema } from '../domain/child.ts';
import {
  ClosureDay,
  type Criterion,
  Criterion as CriterionSchema,
  type Deadline,
  Deadline as DeadlineSchema,
  type Engagement,
  Indicator,
  type Outcome,
  type Phase,
  Phase as PhaseSchema,
  type RecordedEvent,
} from '../domain/engagement.ts';
import type { Framework } from '../domain/framework.ts';
import { CriterionId, RowId } from '../domain/ids.ts';
import { IsoDate } from '../domain/time.ts';
import { engaged } from './channel.ts';

/** A phase with the dates it comes to, and how they were counted. */
export type DatedPhase = Phase & {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly working: string;
};
/** A deadline with the date it comes to, and how it was counted. */
export type DatedDeadline = Deadline & {
  readonly falls: IsoDate | null;
  readonly working: string;
  /** Whether it comes after the week on site rather than before or in it. */
  readonly isFollowUp: boolean;
};

export type EngagementView = {
  readonly engagement: Engagement;
  readonly frameworkName: string;
  /** What the one date means in this framework: "Notification call" or "First day". */
  readonly anchorLabel: string;
  readonly peopleWord: { readonly one: string; readonly many: string };
  readonly phases: readonly DatedPhase[];
  readonly deadlines: readonly DatedDeadline[];
  readonly events: readonly RecordedEvent[];
  readonly outcomes: readonly Outcome[];
  readonly criteria: readonly Criterion[];
  /** What would show each criterion to be met, in order. */
  readonly indicators: readonly Indicator[];
  readonly checklistTemplates: readonly ChecklistTemplate[];
  /** Reasons to doubt the one date, in sentences. */
  readonly warnings: readonly string[];
  readonly caution: string;
  /** The rules of the timetable that the framework asks for, and where it has them from. */
  readonly rules: Framework['rules'];
  readonly closureDays: readonly ClosureDay[];
  /** The days that the timetable offers, in order. */
  readonly timetableDays: readonly IsoDate[];
};

export const engagementChannels = {
  'engagement:readEngagement': engaged<EngagementView>()(z.object({})),
  'engagement:editEngagement': engaged<null>()(
    z.object({
      title: z.string().trim().min(1).max(120).optional(),
      council: z.string().trim().max(120).optional(),
      anchorDate: IsoDate.nullable().optional(),
      expectedIn: z.string().trim().max(60).optional(),
      marking: z.string().trim().max(60).optional(),
      outcomeCode: z.string().max(12).optional(),
      dayStart: z.number().int().min(0).max(1440).optional(),
      dayEnd: z.number().int().min(0).max(1440).optional(),
    }),
  ),
  /** Adds or changes a phase. Offsets are in days of `basis` from the one date; a date typed in wins over its offset. */
  'engagement:savePhase': engaged<null>()(
    PhaseSchema.pick({
      title: true,
      summary: true,
      fromOffset: true,
      toOffset: true,
      basis: true,
      fromDate: true,
      toDate: true,
    }).extend({ id: RowId.nullable() }),
  ),
  'engagement:removePhase': engaged<null>()(z.object({ id: RowId })),
  /** Adds or changes a deadline. Without an offset it falls on the date that is typed in. */
  'engagement:saveDeadline': engaged<null>()(
    DeadlineSchema.pick({
      title: true,
      offset: true,
      basis: true,
      countedFrom: true,
      date: true,
      isDone: true,
      repeats: true,
      reason: true,
    }).extend({ id: RowId.nullable() }),
  ),
  /** Marks a deadline as done without opening it; whatever else is said of it stays. */
  'engagement:markDeadlineDone': engaged<null>()(z.object({ id: RowId })),
  'engagement:removeDeadline': engaged<null>()(z.object({ id: RowId })),
  'engagement:recordEvent': engaged<null>()(z.object({ id: RowId, date: IsoDate.nullable() })),
  'engagement:saveChecklistTemplate': engaged<null>()(
    ChecklistTemplateSchema.omit({ id: true, position: true, source: true, isVerified: true }).extend({
      id: RowId.nullable(),
    }),
  ),
  'engagement:removeChecklistTemplate': engaged<null>()(z.object({ id: RowId })),
  'engagement:saveCriterion': engaged<null>()(
    CriterionSchema.omit({ id: true, position: true, source: true, isVerified: true }).extend({
      id: CriterionId.nullable(),
    }),
  ),
  /** Adds or changes an indicator: how far it is shown, and by what. A new one stands last. */
  'engagement:saveIndicator': engaged<null>()(
    Indicator.omit({ position: true }).extend({ id: RowId.nullable() }),
  ),
  'engagement:removeIndicator': engaged<null>()(z.object({ id: RowId })),
  'engagement:removeCriterion': engaged<null>()(z.object({ id: CriterionId })),
  'engagement:addClosureDay': engaged<null>()(ClosureDay.omit({ id: true })),
  'engagement:removeClosureDay': engaged<null>()(z.object({ id: RowId })),
};
