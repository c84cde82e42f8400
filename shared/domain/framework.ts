import { z } from 'zod';
import { Criterion, Deadline, Phase, Repeats } from './engagement.ts';
import { MeetingKind, slotMinutes } from './meeting.ts';
import { InformationRequest } from './request.ts';
import { Sector } from './sector.ts';
import { MinuteOfDay } from './time.ts';
import { ChoosableRule } from './timetable-rules.ts';

const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Not a slug such as final-report.');

/** Where a fact comes from; one that is not verified is a default for the user to edit, and is shown as such. */
const fact = { source: z.string().min(1).max(300), isVerified: z.boolean() };

/** What the one date of an engagement means: the day the call comes, or the first day on site. */
const Anchor = z.strictObject({
  kind: z.enum(['notification', 'firstDay']),
  /** Reads after "8 working days after". */
  title: z.string().min(1).max(60),
  label: z.string().min(1).max(80),
  hint: z.string().max(300),
  /** 1 for Monday to 7 for Sunday where the day of the week is fixed. */
  weekday: z.int().min(1).max(7).nullable(),
  ...fact,
});

const TeamMember = z.strictObject({
  id: Slug,
  role: z.string().min(1).max(160),
  discipline: z.string().max(120),
  ...fact,
});

/** A column of the timetable to begin with: an inspector, or a pair of peers. */
const TeamStrand = z.strictObject({
  id: Slug,
  name: z.string().min(1).max(120),
  memberIds: z.array(Slug).readonly(),
  ...fact,
});

const FrameworkTeam = z.strictObject({
  side: z.enum(['inspector', 'peer']),
  members: z.array(TeamMember).readonly(),
  strands: z.array(TeamStrand).readonly(),
  ...fact,
});

/** Something with no date until it happens, from which other dates are then counted. */
const RecordedEvent = z.strictObject({ id: Slug, title: z.string().min(1).max(100), ...fact });

const FrameworkPhase = z.strictObject({
  id: Slug,
  ...Phase.pick({ title: true, fromOffset: true, toOffset: true, basis: true, summary: true }).shape,
  ...fact,
});

/** Counted from "anchor", "site-start", "site-end" or the id of a recorded event. */
const FrameworkDeadline = z.strictObject({
  id: Slug,
  ...Deadline.pick({ title: true, offset: true, basis: true, countedFrom: true }).shape,
  ...fact,
});

/** Something to do afterwards; the offset is null where no source gives one, so that nobody takes a guess for a rule. */
const FollowUp = z.strictObject({
  ...FrameworkDeadline.shape,
  offset: FrameworkDeadline.shape.offset.nullable(),
  repeats: Repeats,
});

const FrameworkMeeting = z.strictObject({
  id: Slug,
  title: z.string().min(1).max(200),
  kind: MeetingKind,
  inspectionSide: z.string().max(300),
  partnershipSide: z.string().max(300),
  minutes: z.int().min(slotMinutes).max(720).multipleOf(slotMinutes),
  /** Working days from the anchor between which it is held. */
  fromOffset: z.int(),
  toOffset: z.int(),
  /** Where the template proposes a grid; otherwise the meeting starts unscheduled. */
  start: MinuteOfDay.multipleOf(slotMinutes).nullable(),
  /** Columns it is proposed for; none where that is for the user to say. */
  strandIds: z.array(Slug).readonly(),
  /** How many to begin with; one for each day of its range when daily, one for each child when per child. */
  copies: z.int().min(1).max(20),
  isDaily: z.boolean(),
  perChild: z.boolean(),
  sectorsNeeded: z.array(Sector).readonly(),
  needsVideo: z.boolean(),
  ...fact,
});

/** A rule of the timetable that this kind of engagement asks for. */
const FrameworkRule = z.strictObject({ rule: ChoosableRule, ...fact });

const FrameworkRequest = z.strictObject({
  reference: z.string().min(1).max(20),
  ...InformationRequest.pick({ group: true, title: true, wording: true, ownerSector: true }).shape,
  /** Working days from the anchor. */
  dueOffset: z.int(),
  ...fact,
});

const FrameworkChecklistItem = z.strictObject({
  group: z.string().min(1).max(80),
  title: z.string().min(1).max(200),
  ownerSector: Sector.nullable(),
  /** Working days from the day the children are chosen. */
  dueInWorkingDays: z.int().min(0),
  ...fact,
});

/** Something to get ready: a line of the preparation plan to begin with. */
const FrameworkTask = z.strictObject({
  area: z.string().min(1).max(160),
  title: z.string().min(1).max(400),
  /** How it will be known to be done. */
  measure: z.string().max(600),
  /** Working days from the anchor, before it where negative; null for what has to be ready before anybody knows it. */
  dueOffset: z.int().nullable(),
  ...fact,
});

const FrameworkCriterion = z.strictObject({
  ...Criterion.pick({ code: true, title: true, group: true, kind: true }).shape,
  /** What would show it to be so. */
  indicators: z.array(z.string().min(1).max(200)).readonly(),
  ...fact,
});

const Outcome = z.strictObject({
  code: z.string().min(1).max(12),
  title: z.string().min(1).max(200),
  summary: z.string().max(1000),
  followUps: z.array(FollowUp).readonly(),
  ...fact,
});

/** A template for one kind of engagement: what happens on which day, who comes, what they ask and look for. */
export const Framework = z
  .strictObject({
    id: Slug,
    version: z.string().min(1).max(20),
    name: z.string().min(1).max(120),
    kind: z.enum(['inspection', 'visit', 'meeting', 'peer-challenge', 'peer-review', 'blank']),
    summary: z.string().min(1).max(600),
    /** What the user should know about how far to trust the template. */
    caution: z.string().max(600),
    /** What the short names in each fact's source stand for. */
    sources: z.array(z.strictObject({ key: z.string().min(1), title: z.string().min(1) })).readonly(),
    anchor: Anchor,
    /** How many children are tracked to begin with. */
    trackedChildren: z.strictObject({ count: z.int().min(0), ...fact }),
    team: FrameworkTeam,
    phases: z.array(FrameworkPhase).readonly(),
    /** The phase whose first and last days are "site-start" and "site-end". */
    sitePhaseId: Slug,
    events: z.array(RecordedEvent).readonly(),
    deadlines: z.array(FrameworkDeadline).readonly(),
    meetings: z.array(FrameworkMeeting).readonly(),
    rules: z.array(FrameworkRule).readonly(),
    requests: z.array(FrameworkRequest).readonly(),
    checklist: z.array(FrameworkChecklistItem).readonly(),
    tasks: z.array(FrameworkTask).readonly(),
    criteria: z.array(FrameworkCriterion).readonly(),
    outcomes: z.array(Outcome).readonly(),
    /** What follows whatever the outcome. */
    followUps: z.array(FollowUp).readonly(),
    ...fact,
  })
  .superRefine((framework, context) => {
    for (const message of faultsOf(framework)) context.addIssue({ code: 'custom', message });
  });
export type Framework = z.infer<typeof Framework>;
export type FrameworkMeeting = z.infer<typeof FrameworkMeeting>;
export type FrameworkPhase = z.infer<typeof FrameworkPhase>;
export type FrameworkDeadline = z.infer<typeof FrameworkDeadline>;
export type FrameworkRequest = z.infer<typeof FrameworkRequest>;
export type FrameworkChecklistItem = z.infer<typeof FrameworkChecklistItem>;
export type FrameworkTask = z.infer<typeof FrameworkTask>;
export type FrameworkCriterion = z.infer<typeof FrameworkCriterion>;
export type FrameworkOutcome = z.infer<typeof Outcome>;
export type FollowUp = z.infer<typeof FollowUp>;

/** Every cross-reference that leads nowhere, name used twice, range that ends before it starts, or source not listed. */
function faultsOf(framework: z.infer<typeof Framework>): readonly string[] {
  const { team, phases, events, meetings } = framework;
  const followUps = [...framework.followUps, ...framework.outcomes.flatMap((outcome) => outcome.followUps)];
  const counted = [...framework.deadlines, ...followUps];
  const countable = new Set(['anchor', 'site-start', 'site-end', ...events.map((event) => event.id)]);
  const memberIds = team.members.map((member) => member.id);
  const strandIds = team.strands.map((strand) => strand.id);
  const sourceKeys = framework.sources.map((source) => source.key);
  return [
    ...[
      memberIds,
      strandIds,
      phases.map((phase) => phase.id),
      events.map((event) => event.id),
      counted.map((deadline) => deadline.id),
      meetings.map((meeting) => meeting.id),
      framework.rules.map((rule) => rule.rule),
      framework.requests.map((request) => request.reference),
      framework.criteria.map((criterion) => criterion.code),
    ].flatMap((names) => repeatsIn(names).map((name) => `"${name}" is used twice.`)),
    ...(phases.some((phase) => phase.id === framework.sitePhaseId) ? [] : ['There is no such site phase.']),
    ...[...phases, ...meetings]
      .filter((span) => span.fromOffset > span.toOffset)
      .map((span) => `"${span.title}" ends before it starts.`),
    ...counted
      .filter((deadline) => !countable.has(deadline.countedFrom))
      .map((deadline) => `"${deadline.title}" is counted from nothing known: ${deadline.countedFrom}.`),
    ...team.strands
      .flatMap((strand) => strand.memberIds)
      .filter((id) => !memberIds.includes(id))
      .map((id) => `No member of the team is "${id}".`),
    ...meetings
      .flatMap((meeting) => meeting.strandIds)
      .filter((id) => !strandIds.includes(id))
      .map((id) => `No strand is "${id}".`),
    ...factsOf(framework)
      .flatMap((one) => one.source.split('; '))
      .filter((part) => !sourceKeys.some((key) => part.startsWith(key)))
      .map((part) => `The source "${part}" is not in the list of sources.`),
  ];
}

/** Gives every sourced fact of a template, at any depth. */
export function factsOf(
  value: unknown,
): readonly { readonly source: string; readonly isVerified: boolean }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'source' in value &&
    'isVerified' in value &&
    typeof value.source === 'string' &&
    typeof value.isVerified === 'boolean'
      ? [{ source: value.source, isVerified: value.isVerified }]
      : [];
  return [...own, ...Object.values(value).flatMap(factsOf)];
}

function repeatsIn(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
